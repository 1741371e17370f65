import { csvLine } from '../migration/index.ts';
import type { Facts } from './facts.ts';
import type { ReportFolder } from './report-folder.ts';
import { type Counts, type PatientLine, partsOf } from './tally/index.ts';

const patientColumns = [
  'id',
  'name',
  'birth_date',
  'gender',
  'identifiers',
  'documents',
  'statements',
  'resources',
  'errors',
  'warnings',
  'sources',
  'outputs',
];

/** Writes what is patient data, in files of its own: the charts, what identity found of them, the input files. */
export function writeProtectedPart(
  folder: ReportFolder,
  { manifest, identity, tally }: Facts,
  patients: () => Iterable<PatientLine>,
): void {
  folder.write('protected/inputs.csv', inputsCsv(manifest.inputs));
  folder.write('protected/codes.csv', countsCsv(['kind', 'system', 'code', 'statements'], tally.localCodes));
  folder.write('protected/units.csv', countsCsv(['unit', 'ucum', 'values'], tally.units));
  folder.write(
    'protected/statuses.csv',
    countsCsv(['kind', 'source', 'written', 'statements'], tally.statuses),
  );
  folder.write(
    'protected/translations.csv',
    countsCsv(['kind', 'source', 'became', 'statements'], tally.translations),
  );
  if (!identity) return;
  folder.lines('protected/patients.csv', patientLines(patients()));
  const findings = new Map<string, string[]>();
  const note = (charts: readonly string[], finding: string) => {
    for (const chart of charts) {
      const known = findings.get(chart) ?? [];
      findings.set(chart, known);
      known.push(finding);
    }
  };
  for (const [at, { charts, system, people }] of identity.shared.entries()) {
    note(charts, `${people > 1 ? 'SHARED BY DIFFERENT PEOPLE' : 'shared'} ${at + 1}: ${system}`);
  }
  for (const [at, { charts, why }] of identity.duplicates.entries()) {
    note(charts, `probable duplicate ${at + 1}: ${why}`);
  }
  note(identity.empty, 'no clinical content');
  folder.lines('protected/identity.csv', findingLines(patients(), findings));
}

const inputsCsv = (inputs: Facts['manifest']['inputs']): string =>
  [
    ['file', 'size', 'sha256', 'state', 'patient'],
    ...inputs.map(({ file, size, sha256, state, patient }) => [file, String(size), sha256, state, patient]),
  ]
    .map(csvLine)
    .join('');

/** All that was counted of the source's own words. */
const countsCsv = (columns: readonly string[], { keys }: Counts): string =>
  [
    columns,
    ...Object.entries(keys)
      .toSorted(([, a], [, b]) => b - a)
      .map(([key, times]) => [...partsOf(key), String(times)]),
  ]
    .map(csvLine)
    .join('');

const identifiersOf = ({ identifiers }: PatientLine): string =>
  identifiers.map(([system, value]) => `${system}|${value}`).join('; ');

function* patientLines(patients: Iterable<PatientLine>): Generator<string> {
  yield csvLine(patientColumns);
  for (const one of patients) {
    const statements = Object.values(one.kinds).reduce((sum, times) => sum + times, 0);
    yield csvLine([
      one.id,
      one.name,
      one.birth,
      one.gender,
      identifiersOf(one),
      ...[one.documents, statements, one.resources, one.issues.error, one.issues.warning].map(String),
      one.sources.join('; '),
      one.files.join('; '),
    ]);
  }
}

function* findingLines(
  patients: Iterable<PatientLine>,
  findings: ReadonlyMap<string, readonly string[]>,
): Generator<string> {
  yield csvLine(['finding', 'id', 'name', 'birth_date', 'identifiers', 'sources']);
  for (const one of patients) {
    for (const finding of findings.get(one.id) ?? []) {
      yield csvLine([finding, one.id, one.name, one.birth, identifiersOf(one), one.sources.join('; ')]);
    }
  }
}
