import { parse } from 'csv-parse/sync';
import type { Dialect } from './dialect.ts';
import { walkCells } from './quotes.ts';

/** The cells of rows whose quotes are all closed; `texts` are rows without their line end. */
export function parseQuoted(texts: readonly string[], dialect: Dialect): (readonly string[])[] {
  if (dialect.quote === 'backslash') return texts.map((text) => cellsAfterBackslashes(text, dialect));
  const rows = parseRows(texts.join('\n'), dialect);
  // Where rows run together all are parsed alone, so that each keeps its own cells.
  return rows.length === texts.length ? rows : texts.map((text) => parseRows(text, dialect)[0] ?? []);
}

function parseRows(text: string, { delimiter }: Dialect): string[][] {
  return parse(text, {
    delimiter,
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
  });
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
