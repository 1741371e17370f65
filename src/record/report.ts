import { z } from 'zod';
import { attachment, concept, participation, period, reference, when } from './datatypes.ts';
import { rulesOf } from './kind-rules.ts';
import { statementFields } from './statement.ts';

/** The results of one examination, as its service reports them. */
export const report = z.strictObject({
  ...statementFields,
  status: z.enum([
    'registered',
    'partial',
    'preliminary',
    'final',
    'amended',
    'corrected',
    'cancelled',
    'entered-in-error',
    'unknown',
  ]),
  categories: z.array(concept).optional(),
  code: concept,
  encounter: reference.optional(),
  effective: when.optional(),
  effectivePeriod: period.optional(),
  /** When it was made known, after it was verified. */
  issued: when.optional(),
  performers: z.array(participation).optional(),
  interpreters: z.array(participation).optional(),
  specimens: z.array(reference).optional(),
  results: z.array(reference).optional(),
  /** The report as a whole, as its service wrote it. */
  presentedForms: z.array(attachment).optional(),
});

export type Report = z.infer<typeof report>;

/** What makes two reports the same one. */
const reportIdentity = (item: Report): unknown[] => [
  item.code.codings.map(({ system, code }) => [system, code]),
  item.code.codings.length === 0 ? item.code.text : undefined,
  item.effective ? (item.effective.literal ?? item.effective.value) : undefined,
  item.effectivePeriod?.start
    ? (item.effectivePeriod.start.literal ?? item.effectivePeriod.start.value)
    : undefined,
];

export const reportRules = rulesOf<Report>({
  schema: report,
  identity: reportIdentity,
  coupled: ['status', 'results', 'presentedForms', 'effectivePeriod'],
  united: ['categories', 'specimens', 'performers'],
});
