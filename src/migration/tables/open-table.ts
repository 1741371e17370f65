import type { TableRule } from '../../mapping/index.ts';
import { alignColumns, type OpenTable, readTable } from '../../readers/csv/index.ts';
import { gunzipped, openBytes } from '../byte-stream.ts';
import type { Examined } from '../examine.ts';

type File = Pick<Examined, 'name' | 'path' | 'member'>;

/** Opens a file of a table as its rule says; what the rule does not say is found out. */
export async function openTable(
  file: File,
  table: TableRule | Pick<TableRule, 'name' | 'dialect'>,
): Promise<OpenTable> {
  const { name, dialect } = table;
  const open = await readTable(tableBytes(file), { file: file.name, table: name, dialect });
  if ('mapped' in table) alignColumns(open.layout, table);
  return open;
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
