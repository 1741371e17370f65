import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PatientLine } from '../reconciliation/tally/index.ts';
import { nameKeys, numberKey } from './chart-keys.ts';
import { readRange } from './member.ts';
import { noRun } from './no-run.ts';
import { type ChartPlace, chartsFor, hashesOfInputs, type Wish } from './run-ledger/chart-index.ts';
import { openDatabase } from './run-ledger/database.ts';

/** What is known of a patient whose chart is looked for. */
export interface FindQuery {
  readonly mrn?: string | undefined;
  readonly name?: string | undefined;
  readonly birthDate?: string | undefined;
  /** At most so many are told. */
  readonly limit: number;
}

/** A chart of a run and its files, by their places in the run folder. */
export interface FoundChart extends Pick<PatientLine, 'id' | 'name' | 'birth' | 'gender' | 'identifiers'> {
  readonly records: readonly string[];
  readonly bundles: readonly string[];
  readonly pdfs: readonly string[];
  /** The documents of the input, and where the run keeps each. */
  readonly sources: readonly { readonly file: string; readonly kept?: string }[];
}

/** The charts of a run that are meant, and how many there are in all. */
export function findCharts(run: string, query: FindQuery): { charts: FoundChart[]; count: number } {
  const path = join(run, 'ledger.db');
  if (!existsSync(path) || !existsSync(join(run, 'manifest.json'))) throw noRun(run, 'ledger.db');
  const database = openDatabase(path, { isWritable: false });
  try {
    const { charts, count } = chartsFor(database, wishesOf(query), query.limit);
    const lines = charts.map((place) => lineAt(run, place));
    const hashes = hashesOfInputs(
      database,
      lines.flatMap(({ sources }) => sources),
    );
    return { count, charts: lines.map((line) => foundChart(run, line, hashes)) };
  } finally {
    database.close();
  }
}

function wishesOf({ mrn, name, birthDate }: FindQuery): Wish[] {
  return [
    ...(mrn === undefined ? [] : [{ kind: 'number', key: numberKey(mrn), isWhole: true } as const]),
    ...nameKeys(name ?? '').map((key) => ({ kind: 'name', key, isWhole: false }) as const),
    ...(birthDate === undefined ? [] : [{ kind: 'birth', key: birthDate, isWhole: false } as const]),
  ];
}

function lineAt(run: string, { start, length }: ChartPlace): PatientLine {
  return JSON.parse(readRange(join(run, 'patients.ndjson'), start, length).toString()) as PatientLine;
}

function foundChart(run: string, line: PatientLine, hashes: ReadonlyMap<string, string>): FoundChart {
  const { id, name, birth, gender, identifiers, files, sources } = line;
  const below = (folder: string) => files.filter((file) => file.startsWith(`${folder}/`));
  return {
    id,
    name,
    birth,
    gender,
    identifiers,
    records: below('records'),
    bundles: below('bundles'),
    pdfs: below('pdf'),
    sources: sources.map((file) => {
      const kept = keptAs(run, hashes.get(file));
      return kept === undefined ? { file } : { file, kept };
    }),
  };
}

/** A document is kept under its hash; what follows that says what it is. */
const keptAs = (run: string, sha256: string | undefined): string | undefined =>
  ['xml', 'json']
    .map((ending) => `documents/${sha256}.${ending}`)
    .find((file) => existsSync(join(run, file)));
