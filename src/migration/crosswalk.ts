import { legalName, type PatientRecord } from '../record/index.ts';
import { csvLine } from './csv.ts';
import type { Appender, RunFolder } from './run-folder.ts';

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
  close(): void;
}

const patientColumns = [
  'source_system',
  'old_id',
  'new_id',
  'name',
  'birth_date',
  'source_files',
  'output_files',
];
const entryColumns = ['source_system', 'old_id', 'new_id', 'patient_id'];

/** Opens `crosswalk/`; both tables grow as the run goes. */
export function openCrosswalk(folder: RunFolder): Crosswalk {
  const patients = folder.append('crosswalk/patients.csv');
  const entries = folder.append('crosswalk/entries.csv');
  patients.write(csvLine(patientColumns), 0);
  entries.write(csvLine(entryColumns), 0);
  return {
    patient(record, files) {
      for (const row of patientRows(record, files)) patients.write(csvLine(row));
    },
    entries: (resources, patient) => writeEntries(entries, resources, patient),
    close() {
      patients.close();
      entries.close();
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

function writeEntries(table: Appender, resources: readonly Identified[], patient: string | undefined): void {
  for (const resource of resources) {
    for (const { system, value } of identifiersOf(resource)) {
      table.write(csvLine([system, value, `${resource.resourceType}/${resource.id ?? ''}`, patient]));
    }
  }
}

/** A resource has many identifiers, one (Composition, Bundle) or none. */
function identifiersOf({ identifier }: Identified): { system?: string; value: string }[] {
  const all: unknown[] = Array.isArray(identifier) ? identifier : identifier ? [identifier] : [];
  return all.filter((one): one is { system?: string; value: string } => {
    return typeof (one as { value?: unknown }).value === 'string';
  });
}
