import { detect, tableLooks } from '../../readers/index.ts';
import { gunzipped, headOf, openBytes } from '../byte-stream.ts';
import { discover, type Found } from '../discover.ts';
import { isGzip, openArchive } from '../open-archive.ts';

/** The files of a folder: those that are tables, and the others. */
export interface TableFiles {
  readonly tables: readonly Found[];
  readonly others: readonly Found[];
}

/** Names that exports give to tables. */
const tableName = /\.(csv|tsv|tab|txt|psv|dat|asc|prn)(\.gz)?$/i;

/** Finds the tables of a folder, packed ones too. */
export async function tableFiles(folder: string): Promise<TableFiles> {
  const tables: Found[] = [];
  const others: Found[] = [];
  const look = async (file: Found): Promise<void> => {
    if (await isTable(file)) tables.push(file);
    else {
      const members = await membersOf(file);
      if (!members) others.push(file);
      for (const one of members ?? []) await look(one);
    }
  };
  for (const found of await discover([folder])) await look(found);
  return { tables, others };
}

async function membersOf(file: Found): Promise<readonly Found[] | undefined> {
  if (file.obstacle || file.member?.obstacle) return undefined;
  try {
    const opened = await openArchive(file);
    return typeof opened === 'object' && 'members' in opened ? opened.members : undefined;
  } catch {
    return undefined;
  }
}

/** A table shows it, or is text under a name of one. */
async function isTable(file: Found): Promise<boolean> {
  if (file.obstacle || file.member?.obstacle) return false;
  try {
    const head = await headOf(openBytes(file));
    const bytes = isGzip(head) ? await headOf(gunzipped(openBytes(file))) : head;
    if ('format' in detect(bytes)) return false;
    const looks = tableLooks(bytes);
    return looks === 'table' || (looks === 'text' && bytes.length > 0 && tableName.test(file.name));
  } catch {
    // What cannot be opened is among the others.
    return false;
  }
}
