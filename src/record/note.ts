import { z } from 'zod';
import { attachment, concept, identifier, period, reference, when } from './datatypes.ts';
import { rulesOf } from './kind-rules.ts';
import { statementFields } from './statement.ts';

/** A clinical note: text that somebody wrote, as it was written. */
export const note = z.strictObject({
  ...statementFields,
  status: z.enum(['current', 'superseded', 'entered-in-error']),
  /** How far its text has come. */
  docStatus: z.enum(['preliminary', 'final', 'amended', 'entered-in-error']).optional(),
  type: concept,
  /** When it was written. */
  date: when.optional(),
  /** The time that it speaks of. */
  period: period.optional(),
  contents: z.array(attachment).optional(),
  /** Documents outside that it names; `type` where the source says how it stands to them. */
  related: z
    .array(
      z.strictObject({
        type: z.enum(['replaces', 'transforms', 'signs', 'appends']).optional(),
        identifiers: z.array(identifier),
      }),
    )
    .optional(),
  /** The statements that it answers or is about: the referral that a consultation ends. */
  about: z.array(reference).optional(),
  encounter: reference.optional(),
  /** The organisation that keeps it. */
  custodian: reference.optional(),
});

export type Note = z.infer<typeof note>;

/** What makes two notes the same one: without an id their words tell them apart. */
const noteIdentity = (item: Note): unknown[] => [
  item.type.codings.map(({ system, code }) => [system, code]),
  item.date?.literal ?? item.date?.value,
  item.period?.start?.literal ?? item.period?.start?.value,
  item.identifiers?.length ? undefined : item.contents,
];

export const noteRules = rulesOf<Note>({
  schema: note,
  identity: noteIdentity,
  coupled: ['status', 'docStatus', 'contents'],
  united: ['related'],
});
