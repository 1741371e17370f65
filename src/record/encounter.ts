import { z } from 'zod';
import { concept, participation, period, reference } from './datatypes.ts';
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
  diagnoses: z.array(z.strictObject({ problem: reference, use: concept.optional() })).optional(),
  locations: z.array(z.strictObject({ location: reference, period: period.optional() })).optional(),
  dischargeDisposition: concept.optional(),
  serviceProvider: reference.optional(),
});

export type Encounter = z.infer<typeof encounter>;

/** What makes two encounters the same one: the header and the body speak of one visit by its id, where it has one. */
export const encounterIdentity = (item: Encounter): unknown[] =>
  item.identifiers?.length
    ? []
    : [
        item.class?.codings,
        item.types?.map((type) => type.codings),
        item.period?.start?.literal ?? item.period?.start?.value,
      ];
