import { z } from 'zod';
import { type Kind, kinds, type Statements } from './kinds.ts';
import { type Patient, patient } from './patient.ts';
import { type People, people } from './people.ts';

/** The version of the record's own format. */
export const recordFormat = 'chartlift-record/1';

/** Everything that is known of one patient, and the part of the directory that it refers to. */
export interface PatientRecord {
  readonly format: typeof recordFormat;
  readonly patient: Patient;
  readonly statements: { readonly [K in Kind]: Statements[K][] };
  readonly people: { readonly [K in keyof People]: People[K][] };
  /** `kind/id` → field → `file:line path` of what was consumed. */
  readonly trace?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> | undefined;
  /** The trace of one part alone, where that costs less than the whole of it. */
  traceOf?(part: string): Readonly<Record<string, readonly string[]>>;
}

const lists = (schemas: Readonly<Record<string, unknown>>) =>
  z.strictObject(
    Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, z.array(schema as z.ZodType)])),
  );

const schemasOfKinds = Object.fromEntries(Object.entries(kinds).map(([kind, { schema }]) => [kind, schema]));

/** Checks a record that was written before. */
export const patientRecord = z.strictObject({
  format: z.literal(recordFormat),
  patient,
  statements: lists(schemasOfKinds),
  people: lists(people),
  trace: z.record(z.string(), z.record(z.string(), z.array(z.string()))).optional(),
}) as unknown as z.ZodType<PatientRecord>;
