import { z } from 'zod';
import { annotation, coding, identifier, narrative, participation } from './datatypes.ts';

/** What every clinical statement holds, beside what is its own. */
export const statementFields = {
  /** In a contribution a key that is unique in it, in a record the final id. */
  id: z.string(),
  identifiers: z.array(identifier).optional(),
  text: narrative.optional(),
  authors: z.array(participation).optional(),
  /** On whose word it stands: the patient, kin, another doctor. */
  informants: z.array(participation).optional(),
  notes: z.array(annotation).optional(),
  /** Who may see it: security labels of the source. */
  labels: z.array(coding).optional(),
};

export type StatementField = keyof typeof statementFields;
