import { legalName, type PatientRecord } from '../record/index.ts';
import { csvLine } from './csv.ts';

/** A resource as far as the crosswalk looks into it. */
export interface Identified {
  readonly resourceType: string;
  readonly id?: string | undefined;
  readonly identifier?: unknown;
}

/** The tables by which people find a chart: old number to new id. */
export interface Crosswalk {
  patient(record: PatientRecord, files: { sources: readonly string[]; outputs: readonly string[] }): void;
  entries(resources: readonly Identified[], patient: string | undefined): void;
}

/** The two tables of `crosswalk/`. */
export const crosswalkTables = ['patients', 'entries'] as const;
export type CrosswalkTable = (typeof crosswalkTables)[number];

const columns: Record<CrosswalkTable, readonly string[]> = {
  patients: ['source_system', 'old_id', 'new_id', 'name', 'birth_date', 'source_files', 'output_files'],
  entries: ['source_system', 'old_id', 'new_id', 'patient_id'],
};

/** The first line of a table. */
export const crosswalkHeader = (table: CrosswalkTable): string => csvLine(columns[table]);

/** Makes the lines of the tables and hands each to `write`. */
export function openCrosswalk(write: (table: CrosswalkTable, line: string) => void): Crosswalk {
  return {
    patient(record, files) {
      for (const row of patientRows(record, files)) write('patients', csvLine(row));
    },
    entries(resources, patient) {
      for (const row of entryRows(resources, patient)) write('entries', csvLine(row));
    },
  };
}

type Row = (string | undefined)[];

function patientRows(
  { patient }: PatientRecord,
  files: { sources: readonly string[]; outputs: readonly string[] },
): Row[] {
  const name = legalName(patient.names ?? []);
  const words = name?.text ?? [...(name?.given ?? []), name?.family].filter(Boolean).join(' ');
  const rest = [patient.id, words, patient.birth?.value, files.sources.join('; '), files.outputs.join('; ')];
  const known = (patient.identifiers ?? []).filter(({ value }) => value !== undefined);
  if (known.length === 0) return [[undefined, undefined, ...rest]];
  return known.map(({ system, value }) => [system, value, ...rest]);
}

const entryRows = (resources: readonly Identified[], patient: string | undefined): Row[] =>
  resources.flatMap((resource) =>
    identifiersOf(resource).map(({ system, value }) => {
      return [system, value, `${resource.resourceType}/${resource.id ?? ''}`, patient];
    }),
  );

/** A resource has many identifiers, one (Composition, Bundle) or none. */
function identifiersOf({ identifier }: Identified): { system?: string; value: string }[] {
  const all: unknown[] = Array.isArray(identifier) ? identifier : identifier ? [identifier] : [];
  return all.filter((one): one is { system?: string; value: string } => {
    return typeof (one as { value?: unknown }).value === 'string';
  });
}
