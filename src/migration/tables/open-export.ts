import { hash } from 'node:crypto';
import type { TableRule } from '../../mapping/index.ts';
import type { ExportOptions, Wanted } from '../../readers/csv/index.ts';
import type { ReadOptions } from '../../readers/index.ts';
import { offsetsOf } from '../zone.ts';
import { type Expectations, openExpectations } from './expectations.ts';
import { filesOf, type TableExport } from './export.ts';
import { namesFor } from './names.ts';
import type { PatientKeys } from './patient-keys.ts';
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
  readonly keys: PatientKeys;
  /** What its readers are told. */
  readonly options: ExportOptions;
  keysOf(table: TableRule): KeyOf;
  /** The files of a table with what it takes to read them. */
  filesOf(table: TableRule): TableFile[];
}

/** What an export is opened with. */
interface Opening extends Pick<OpenExport, 'number' | 'shared' | 'keys'> {
  readonly reading: ReadOptions;
  readonly retake: Retake | undefined;
}

/** Opens an export. */
export function openExport(
  of: TableExport,
  { number, shared, keys: patientKeys, reading, retake }: Opening,
): OpenExport {
  const keys = new Map([...of.mapping.tables.values()].map((table) => [table, keysIn(of.mapping, table)]));
  return {
    of,
    number,
    shared,
    keys: patientKeys,
    expectations: openExpectations(of.mapping),
    options: optionsOf(of, of.sha256, { ...reading, offsetIn: zones() }),
    keysOf: (table) => keys.get(table) ?? keysIn(of.mapping, table),
    filesOf: (table) => filesOf(of, table).map((file) => ({ file, table, mapping: of.mapping, retake })),
  };
}

/** The options for the rows of one patient: as a source they are told from those of others by the patient's key. */
export const optionsFor = (open: OpenExport, key: string): ExportOptions => ({
  ...optionsOf(open.of, hash('sha256', `${open.of.sha256} ${key}`, 'hex'), open.options),
  isOfAnother: (reference) => leadsToAnother(reference, key, open),
});

/** Whether rows of other patients bear a key, and none of this patient's. */
const leadsToAnother = (wanted: Wanted, patient: string, { of, keys }: OpenExport): boolean =>
  namesFor(wanted, of.mapping).some(({ table, columns }) => {
    const owner = keys.find(table, columns, wanted.key);
    return 'id' in owner ? owner.key !== patient : owner.rule === 'ambiguous-link';
  });

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
