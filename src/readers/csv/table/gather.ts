import type { Dialect } from './dialect.ts';
import type { Line } from './lines.ts';
import { type Quotes, walkCells } from './quotes.ts';

/** How far quotes may reach before they count as never closed. */
export interface Reach {
  readonly characters: number;
  readonly lines: number;
}

/** Lines that are one row as far as its quotes tell. */
export interface Gathered {
  readonly text: string;
  readonly lines: number;
  /** `open` = more lines may close them. */
  readonly quotes: Quotes;
  readonly fault?: Line['fault'];
}

/** The row that begins at a line: as many lines as its quotes hold together. */
export function gather(lines: readonly Line[], at: number, dialect: Dialect, reach: Reach): Gathered {
  const first = lines[at];
  let text = first?.text ?? '';
  let fault = first?.fault;
  let quotes: Quotes = fault === 'too-large' ? 'closed' : walkCells(text, dialect);
  let next = at + 1;
  for (let line = lines[next]; quotes === 'open' && line; line = lines[++next]) {
    const end = lines[next - 1]?.end ?? '';
    const from = text.length + end.length;
    text = text + end + line.text;
    fault ??= line.fault;
    if (line.text.includes('"')) quotes = walkCells(text, dialect, { from, inside: true });
    if (quotes === 'open' && isBeyond(reach, text.length, next - at + 1)) quotes = 'fault';
  }
  return { text, lines: next - at, quotes, fault };
}

const isBeyond = (reach: Reach, characters: number, lines: number): boolean =>
  characters > reach.characters || lines > reach.lines;
