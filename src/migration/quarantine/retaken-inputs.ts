import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Format, ReadOptions } from '../../readers/index.ts';
import { type Examined, examine } from '../examine.ts';
import { inputFile } from '../file-bytes.ts';
import type { Group, Plan } from '../plan.ts';
import { inputColumns, inputsFolder, inputsTable } from './keep-inputs.ts';

/** Inputs that an earlier run set aside and that are taken again, as they are now. */
export interface RetakenInputs {
  readonly size: number;
  /** The files as they were mended: beside the run that set them aside, or where they are. */
  mended(files: readonly Examined[], from: Format | undefined, options: ReadOptions): Promise<Examined[]>;
  /** The patients of whom a document is taken again. */
  patientsIn(plan: Plan): ReadonlySet<string>;
}

interface Aside {
  readonly sha256: string;
  readonly copy: string;
}

/** Opens them. */
export function openRetakenInputs(run: string): RetakenInputs {
  const aside = readTable(run);
  const isAside = ({ name }: Examined) => aside.has(name);
  return {
    size: aside.size,
    async mended(files, from, options) {
      const mended: Examined[] = [];
      for (const file of files) {
        const path = mendedCopy(run, aside.get(file.name));
        const seen = path === undefined ? file : await examine({ name: file.name, path }, from, options);
        mended.push(seen);
      }
      return mended;
    },
    patientsIn: ({ groups }) => new Set(groups.filter(({ documents }) => documents.some(isAside)).map(idOf)),
  };
}

const idOf = ({ id }: Group): string => id;

function readTable(run: string): Map<string, Aside> {
  const path = join(run, inputsTable);
  if (!existsSync(path)) return new Map();
  const rows: string[][] = parse(readFileSync(path), { bom: true, relax_column_count: true, from_line: 2 });
  const at = (row: readonly string[], column: (typeof inputColumns)[number]) =>
    (row[inputColumns.indexOf(column)] ?? '').replace(/^'(?=[=+\-@\t\r])/, '');
  return new Map(
    rows.map((row) => [at(row, '_file'), { sha256: at(row, '_sha256'), copy: at(row, '_copy') }]),
  );
}

/** The copy of an input where somebody has changed it. */
function mendedCopy(run: string, aside: Aside | undefined): string | undefined {
  if (!aside || !/^[0-9a-f]{64}(\.\w{1,8})?$/.test(aside.copy)) return undefined;
  const path = join(run, inputsFolder, aside.copy);
  if (!existsSync(path)) return undefined;
  return inputFile('', readFileSync(path)).sha256 === aside.sha256 ? undefined : path;
}
