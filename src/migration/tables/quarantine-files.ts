import type { Layout } from '../../readers/csv/index.ts';
import type { Appender, RunFolder } from '../run-folder.ts';

/** A row that is set aside: as it stands in the file, and why. */
export interface SetAside {
  readonly layout: Layout;
  readonly line: number;
  readonly cells: readonly string[];
  readonly rule: string;
  /** In words, without a value of the row. */
  readonly reason: string;
}

/** The columns that follow those of the table; `_surplus` has the cells of a row that has more than its header. */
export const addedColumns = ['_file', '_line', '_rule', '_reason', '_surplus'] as const;

/** `quarantine/`: the rows that were set aside, a file a table, in the columns of the table. */
export interface QuarantineFiles {
  add(row: SetAside): void;
  close(): void;
}

/** Opens `quarantine/`; a file of it begins with its first row. */
export function openQuarantineFiles(folder: RunFolder): QuarantineFiles {
  const byHeader = new Map<string, Appender>();
  const perTable = new Map<string, number>();
  const fileOf = ({ table, header }: Layout): Appender => {
    const key = JSON.stringify([table, header]);
    const known = byHeader.get(key);
    if (known) return known;
    // Files of one table may have different columns: each header has a file of its own.
    const name = safeName(table);
    const number = (perTable.get(name) ?? 0) + 1;
    perTable.set(name, number);
    const file = folder.append(`quarantine/${name}${number === 1 ? '' : `-${number}`}.csv`);
    file.write(quotedLine([...header, ...addedColumns]), 0);
    byHeader.set(key, file);
    return file;
  };
  return {
    add(row) {
      const { layout, line, cells, rule, reason } = row;
      const width = layout.header.length;
      const own = Array.from({ length: width }, (_, index) => cells[index] ?? '');
      const surplus = cells.length > width ? quotedLine(cells.slice(width)).trimEnd() : '';
      fileOf(layout).write(quotedLine([...own, layout.file, String(line), rule, reason, surplus]));
    },
    close() {
      for (const file of byHeader.values()) file.close();
    },
  };
}

/** Tables are named by whoever wrote the mapping. */
const safeName = (table: string): string => table.replace(/[^\w.-]/g, '_').replace(/^\.+/, '_');

/** What a spreadsheet would take for a formula, marked already or not. */
const formula = /^'*[=+\-@\t\r]/;

/** One line of CSV that no spreadsheet computes with and that gives back what went in. */
function quotedLine(cells: readonly string[]): string {
  const texts = cells.map((text) => (formula.test(text) ? `'${text}` : text));
  return `${texts.map((text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(',')}\r\n`;
}

/** A cell as it was before it was marked. */
export const unmarked = (cell: string): string => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);
