import { z } from 'zod';
import { concept, participation, period, reference } from './datatypes.ts';
import { rulesOf } from './kind-rules.ts';
import { statementFields } from './statement.ts';

/** A meeting of patient and provider, or a stay. */
export const encounter = z.strictObject({
  ...statementFields,
  status: z.enum([
    'planned',
    'arrived',
    'triaged',
    'in-progress',
    'onleave',
    'finished',
    'cancelled',
    'entered-in-error',
    'unknown',
  ]),
  /** A coding of ActCode; FHIR's class. */
  class: concept.optional(),
  types: z.array(concept).optional(),
  period: period.optional(),
  participants: z.array(participation).optional(),
  reasons: z.array(concept).optional(),
  reasonReferences: z.array(reference).optional(),
  diagnoses: z
    .array(z.strictObject({ problem: reference, use: concept.optional(), rank: z.number().int().optional() }))
    .optional(),
  locations: z.array(z.strictObject({ location: reference, period: period.optional() })).optional(),
  dischargeDisposition: concept.optional(),
  /** Where the patient went from there. */
  destination: reference.optional(),
  serviceProvider: reference.optional(),
});

export type Encounter = z.infer<typeof encounter>;

/**
 * What makes two encounters the same one: the header and the body speak of one visit by its id, where it has one. The
 * day it began tells visits apart to which an export gives one number.
 */
const encounterIdentity = (item: Encounter): unknown[] => {
  const { start, end } = item.period ?? {};
  if (item.identifiers?.some(({ value }) => value !== undefined)) return [start?.value?.slice(0, 10)];
  return [
    item.class?.codings,
    item.types?.map((type) => [type.codings, type.text]),
    start?.literal ?? start?.value,
    end?.literal ?? end?.value,
  ];
};

export const encounterRules = rulesOf<Encounter>({
  schema: encounter,
  identity: encounterIdentity,
  // The header and the body speak of one visit, and the header often says more of its time.
  united: ['types', 'participants', 'locations', 'reasons', 'reasonReferences', 'diagnoses'],
});
