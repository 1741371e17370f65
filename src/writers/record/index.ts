import { kindNames, type PatientRecord, patientRecord } from '../../record/index.ts';

/** A record as a file of its own: the same record gives the same bytes. */
export function recordJson(record: PatientRecord): string {
  return `${JSON.stringify(ordered(record), null, 2)}\n`;
}

/** The record with its parts in their order: fields as the schema lists them, statements and people by id. */
function ordered(record: PatientRecord): PatientRecord {
  const { format, patient, statements, people, trace } = patientRecord.parse(record);
  const kinds = kindNames.map((kind) => [kind, byId<{ id: string }>(statements[kind])]);
  const directory = Object.entries(people).map(([kind, items]) => [kind, byId<{ id: string }>(items)]);
  const sides = {
    format,
    patient,
    statements: Object.fromEntries(kinds),
    people: Object.fromEntries(directory),
  };
  return trace ? { ...sides, trace: Object.fromEntries(Object.entries(trace).sort(byKey)) } : sides;
}

const byId = <T extends { id: string }>(items: readonly T[]): T[] =>
  items.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

const byKey = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : a > b ? 1 : 0);
