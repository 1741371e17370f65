import { z } from 'zod';
import { kinds, type Statements } from './kinds.ts';
import { patient } from './patient.ts';
import { people } from './people.ts';

/** The version of the record's own format. */
export const recordFormat = 'chartlift-record/1';

const list = <T>(schema: T) => z.array(schema as z.ZodType<T extends z.ZodType<infer U> ? U : never>);

const statements = z.strictObject({
  document: list(kinds.document.schema as z.ZodType<Statements['document']>),
  encounter: list(kinds.encounter.schema as z.ZodType<Statements['encounter']>),
  problem: list(kinds.problem.schema as z.ZodType<Statements['problem']>),
  allergy: list(kinds.allergy.schema as z.ZodType<Statements['allergy']>),
  observation: list(kinds.observation.schema as z.ZodType<Statements['observation']>),
  relatedPerson: list(kinds.relatedPerson.schema as z.ZodType<Statements['relatedPerson']>),
});

/** Everything that is known of one patient, and the part of the directory that it refers to. */
export const patientRecord = z.strictObject({
  format: z.literal(recordFormat),
  patient,
  statements,
  people: z.strictObject({
    practitioner: z.array(people.practitioner),
    practitionerRole: z.array(people.practitionerRole),
    organization: z.array(people.organization),
    location: z.array(people.location),
    device: z.array(people.device),
  }),
  /** `kind/id` → field → `file:line path` of what was consumed. */
  trace: z.record(z.string(), z.record(z.string(), z.array(z.string()))).optional(),
});

export type PatientRecord = z.infer<typeof patientRecord>;
