import { hash } from 'node:crypto';
import type { TableRule } from '../../mapping/index.ts';
import type { ExportOptions } from '../../readers/csv/index.ts';
import type { ReadOptions } from '../../readers/index.ts';
import { offsetsOf } from '../zone.ts';
import { type Expectations, openExpectations } from './expectations.ts';
import { filesOf, type TableExport } from './export.ts';
import type { Retake } from './retake.ts';
import { type KeyOf, keysIn } from './row-key.ts';
import type { SharedTables } from './shared-tables.ts';
import type { TableFile } from './table-reader.ts';

/** An export that is being read. */
export interface OpenExport {
  readonly of: TableExport;
  /** Which one of the run it is. */
  readonly number: number;
  readonly shared: SharedTables;
  readonly expectations: Expectations;
  /** What its readers are told. */
  readonly options: ExportOptions;
  keysOf(table: TableRule): KeyOf;
  /** The files of a table with what it takes to read them. */
  filesOf(table: TableRule): TableFile[];
}

/** What an export is opened with. */
interface Opening extends Pick<OpenExport, 'number' | 'shared'> {
  readonly reading: ReadOptions;
  readonly retake: Retake | undefined;
}

/** Opens an export. */
export function openExport(of: TableExport, { number, shared, reading, retake }: Opening): OpenExport {
  const keys = new Map([...of.mapping.tables.values()].map((table) => [table, keysIn(of.mapping, table)]));
  return {
    of,
    number,
    shared,
    expectations: openExpectations(of.mapping),
    options: optionsOf(of, of.sha256, { ...reading, offsetIn: zones() }),
    keysOf: (table) => keys.get(table) ?? keysIn(of.mapping, table),
    filesOf: (table) => filesOf(of, table).map((file) => ({ file, table, mapping: of.mapping, retake })),
  };
}

/** The options for the rows of one patient: as a source they are told from those of others by the patient's key. */
export const optionsFor = ({ of, options }: OpenExport, key: string): ExportOptions =>
  optionsOf(of, hash('sha256', `${of.sha256} ${key}`, 'hex'), options);

type Reading = ReadOptions & Pick<ExportOptions, 'offsetIn'>;

const optionsOf = ({ name, size }: TableExport, sha256: string, reading: Reading): ExportOptions => ({
  ...reading,
  source: { file: name, sha256, sha1: '', size, mediaType: 'text/csv' },
  precedence: { time: '', hash: sha256 },
});

/** Offsets by zone; each zone is opened once. */
function zones(): NonNullable<ExportOptions['offsetIn']> {
  const known = new Map<string, ReturnType<typeof offsetsOf>>();
  return (zone) => {
    const offsets = known.get(zone) ?? offsetsOf(zone);
    known.set(zone, offsets);
    return offsets;
  };
}
