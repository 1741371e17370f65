import type { TableRule } from '../../mapping/index.ts';
import { alignColumns, type Layout, type OpenTable, readTable } from '../../readers/csv/index.ts';
import { gunzipped, openBytes } from '../byte-stream.ts';
import type { Examined } from '../examine.ts';

type File = Pick<Examined, 'name' | 'path' | 'member'>;

/** A table as it was opened. */
interface OpenedTable extends OpenTable {
  /** Its first line names no column that its rule knows: then that may be a row, and no message may repeat it. */
  readonly isHeaderless: boolean;
  /** Closes the file where its rows are not read to the end. */
  close(): Promise<unknown>;
}

/** Opens a file of a table as its rule says; what the rule does not say is found out. */
export async function openTable(
  file: File,
  table: TableRule | Pick<TableRule, 'name' | 'dialect'>,
): Promise<OpenedTable> {
  const bytes = tableBytes(file);
  const open = await readTable(bytes, { file: file.name, table: table.name, dialect: table.dialect });
  const close = () => bytes.return(undefined);
  if (!('mapped' in table)) return { ...open, isHeaderless: false, close };
  alignColumns(open.layout, table);
  if (knowsColumn(open.layout, table)) return { ...open, isHeaderless: false, close };
  await close();
  return openHeaderless(file, table, open);
}

/** Whether a file has at least one of the columns that its rule speaks of; a rule that speaks of none knows them all. */
function knowsColumn({ header, index }: Layout, table: TableRule): boolean {
  const names = [...table.mapped, ...table.key, ...table.ignore, ...table.optional, ...table.columns.keys()];
  const folded = new Set(header.map((name) => name.toLowerCase()));
  return names.length === 0 || names.some((name) => index.has(name) || folded.has(name.toLowerCase()));
}

/** The same file with its first line taken for a row, and columns called by their place. */
async function openHeaderless(
  file: File,
  { name, dialect }: TableRule,
  { layout }: OpenTable,
): Promise<OpenedTable> {
  const header = layout.header.map((_, at) => `column_${at + 1}`);
  const bytes = tableBytes(file);
  const open = await readTable(bytes, { file: file.name, table: name, dialect: { ...dialect, header } });
  return { ...open, isHeaderless: true, close: () => bytes.return(undefined) };
}

/** The columns of a file that may be a table; none where it cannot be read. */
export async function headerOf(file: File): Promise<readonly string[]> {
  const bytes = tableBytes(file);
  try {
    const { layout } = await readTable(bytes, { file: file.name, table: file.name });
    return layout.header;
  } catch {
    return [];
  } finally {
    await bytes.return(undefined);
  }
}

/** The bytes of a table, unpacked. */
const tableBytes = (file: File): AsyncGenerator<Uint8Array> =>
  isPacked(file) ? gunzipped(openBytes(file)) : openBytes(file);

/** Whether gzip packed a file, by its name. */
export const isPacked = ({ name }: Pick<File, 'name'>): boolean => /\.gz$/i.test(name);
