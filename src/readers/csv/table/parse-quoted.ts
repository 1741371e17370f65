import { parse } from 'csv-parse/sync';
import type { Dialect } from './dialect.ts';
import { walkCells } from './quotes.ts';

/** What stands between rows: nothing that an unquoted cell of such a file can hold. */
const ends = { lf: '\n', crlf: '\r\n', cr: '\r' } as const;

/** The cells of rows whose quotes are all closed; `texts` are rows without their line end. None for a row that the parser refuses. */
export function parseQuoted(
  texts: readonly string[],
  dialect: Dialect,
): readonly (readonly string[] | undefined)[] {
  if (dialect.quote === 'backslash') return texts.map((text) => cellsAfterBackslashes(text, dialect));
  const rows = parseRows(texts.join(ends[dialect.newline]), dialect);
  // Where rows run together all are parsed alone, so that each keeps its own cells.
  if (rows?.length === texts.length) return rows;
  return texts.length === 1 ? [undefined] : texts.flatMap((text) => parseQuoted([text], dialect));
}

function parseRows(text: string, { delimiter, newline }: Dialect): string[][] | undefined {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: ends[newline],
      relax_column_count: true,
      relax_quotes: true,
    });
  } catch {
    return undefined;
  }
}

/** csv-parse takes the backslash from `\n` and `C:\temp` too; here it has a meaning only before a quote and another backslash. */
function cellsAfterBackslashes(text: string, dialect: Dialect): string[] {
  const cells: string[] = [];
  walkCells(text, dialect, undefined, (from, to) => {
    const raw = text.slice(from, to);
    cells.push(raw.startsWith('"') ? raw.slice(1, -1).replace(/\\(["\\])/g, '$1') : raw);
  });
  return cells;
}
