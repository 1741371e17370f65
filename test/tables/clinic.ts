import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { migrate, type RunOptions, type RunSummary } from '../../src/migration/index.ts';
import type { Json } from '../conversion.ts';

/** The mapping of the clinic's tables. */
export const mapping = join(import.meta.dirname, 'clinic.yaml');

/** An invented export of three people. Visits lie in two files, results reach their patient through visits. */
export const clinic = {
  'people.csv': [
    'PersonNo,First,Last,Sex,Born,Ssn,Shoe,Hat',
    '001,Ann,Test,f,1980-01-02,999-11-2222,38,',
    '002,Bob,Test,m,1970-03-04,999-11-3333,44,felt',
    '003,Cyd,Test,x,1990-05-06,NULL,40,',
  ],
  'visits-a.csv': ['VisitNo,PersonNo,Doctor,Day', 'V1,001,D1,2020-01-01', 'V2,002,D1,2020-02-01'],
  'visits-b.csv': ['VisitNo,PersonNo,Doctor,Day', 'V4,003,D2,2021-01-01'],
  'results.csv': [
    'ResultNo,VisitNo,Test,Day,Value,Unit',
    'R1,V1,GLU,2020-01-01T08:00:00,101,mg/dL',
    'R2,V2,GLU,2020-02-01,99,mg/dL',
    'R4,V4,NAT,2021-01-01,140,mmol/L',
  ],
  'result_text.csv': ['ResultNo,Line,Text', 'R1,2,second line', 'R1,1,first line'],
  'doctors.csv': ['Doctor,Name', 'D1,House', 'D2,Who', 'D3,Nobody'],
} as const satisfies Tables;

type Tables = Readonly<Record<string, readonly string[]>>;

/** A folder of its own for the tests of a file. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chartlift-tables-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files of lines, or of bytes. */
export function write(
  folder: string,
  files: Readonly<Record<string, readonly string[] | Uint8Array>>,
): string {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content instanceof Uint8Array ? content : `${content.join('\n')}\n`);
  }
  return folder;
}

const quiet = { begin() {}, advance() {}, end() {} };

/** A run over folders; `out` is made anew. */
export async function run(
  out: string,
  inputs: readonly string[],
  more: Partial<RunOptions> = {},
): Promise<RunSummary> {
  const options: RunOptions = {
    inputs,
    out,
    to: ['bundle', 'ndjson', 'record'],
    bundle: 'transaction',
    per: 'patient',
    maxEntries: 500,
    asOf: '2026-01-01T00:00:00Z',
    crosswalk: true,
    source: 'file',
    fhirFormat: 'json',
    version: '0.0.0',
    mapping,
    ...more,
  };
  return migrate(options, quiet);
}

/** The lines of a file of a run, as JSON. */
export const jsonLines = (out: string, name: string): Json[] =>
  readFileSync(join(out, name), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** All resources of a run, of one type or of all. */
export const resources = (out: string, type = '*'): Json[] =>
  globSync(`ndjson/${type}.ndjson`, { cwd: out })
    .sort()
    .flatMap((name) => jsonLines(out, name));

/** What became of rows, as `file:line state rule`. */
export const rowStates = (out: string): string[] =>
  jsonLines(out, 'ledger.ndjson')
    .filter(({ unit }) => unit === 'row')
    .map(({ file, line, state, rule }) => [`${file}:${line ?? '*'}`, state, rule].filter(Boolean).join(' '))
    .sort();

/** The text of every file of a run folder. */
export const contents = (out: string): Map<string, string> =>
  new Map(
    globSync('**/*.*', { cwd: out })
      // The times of the work stand in it.
      .filter((name) => !name.startsWith('ledger.db'))
      .toSorted()
      .map((name) => [name, readFileSync(join(out, name), 'latin1')]),
  );
