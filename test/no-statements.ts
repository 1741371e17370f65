import { kindNames, type PatientRecord } from '../src/record/index.ts';

/** A record's lists without anything in them. */
export const noStatements = Object.fromEntries(
  kindNames.map((kind) => [kind, []]),
) as unknown as PatientRecord['statements'];
