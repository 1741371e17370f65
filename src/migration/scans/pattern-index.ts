import { join } from 'node:path';
import { readPattern } from '../../readers/scans/index.ts';
import { csvLine } from '../csv.ts';
import type { Examined } from '../examine.ts';
import type { ScanOptions } from '../options.ts';
import { byCodeUnits } from '../order.ts';
import { Refusal } from '../refusal.ts';
import type { RunFolder } from '../run-folder.ts';

/** What the index that a run makes is called, in the run folder and in the accounts. */
const indexName = 'scan-pattern.csv';

const columns = [
  'patient',
  'document',
  'page',
  'date',
  'kind',
  'title',
  'author',
  'encounter',
  'file',
] as const;

/** The files of a run, with the index of those that a pattern names, where one was given. */
export function withPatternIndex(
  files: readonly Examined[],
  scans: ScanOptions | undefined,
  folder: RunFolder,
): readonly Examined[] {
  const pattern = scans?.pattern;
  return pattern === undefined ? files : [...files, indexByPattern(files, pattern, folder)];
}

/**
 * Makes the index of the scans whose paths a pattern fits, as a table of the run folder: what paths say can be read there,
 * mended, and given to another run as its index.
 */
function indexByPattern(files: readonly Examined[], pattern: string, folder: RunFolder): Examined {
  const rows = rowsOf(files, pattern);
  if (rows.length === 0) {
    throw new Refusal(
      '--scan-pattern fits no file of the input',
      'A pattern is held against the end of each path, as {mrn}/{date}_{kind}.pdf; * is any part of a name.',
    );
  }
  const output = folder.append(indexName);
  output.write(csvLine(columns), 0);
  for (const row of rows) output.write(csvLine(columns.map((column) => row[column])), 1);
  const { size, sha256 } = output.close();
  const path = join(folder.path, indexName);
  return { name: indexName, path, size, sha256, state: 'unknown-kind', looks: 'table', issues: [] };
}

type IndexRow = Readonly<Partial<Record<(typeof columns)[number], string>>>;

/** Documents, packages and what was not opened are no scans, whatever they are called. */
const maybeScan = ({ state, looks }: Examined): boolean => state === 'unknown-kind' && looks !== 'table';

function rowsOf(files: readonly Examined[], text: string): IndexRow[] {
  const pattern = readPattern(text);
  if ('fault' in pattern) {
    throw new Refusal(
      `--scan-pattern cannot be used: ${pattern.fault}`,
      'For example {mrn}/{date}_{kind}.pdf',
    );
  }
  const rows = files.filter(maybeScan).flatMap(({ name }): IndexRow[] => {
    const words = pattern.match(name);
    if (!words) return [];
    const { mrn: patient, page, document, ...said } = words;
    // Pages of one document differ in their page alone.
    const own = page === undefined ? document : [patient, document, said.date, said.kind].join(' ');
    // A name that a spreadsheet would compute with is a path all the same.
    const file = /^[=+\-@\t\r]/.test(name) ? `./${name}` : name;
    return [{ patient, page, ...said, ...(own !== undefined && { document: own }), file } as IndexRow];
  });
  return rows.sort((a, b) => byCodeUnits(a.file ?? '', b.file ?? ''));
}
