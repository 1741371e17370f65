import type { Dialect } from './dialect.ts';

/** What the quotes of a text say: all are closed, the last one is open, or one stands where none may. */
export type Quotes = 'closed' | 'open' | 'fault';

/** Where a walk goes on: `inside` of quotes, after what was walked before. */
export interface Resume {
  readonly from: number;
  readonly inside: boolean;
}

const beginning: Resume = { from: 0, inside: false };

/** Walks the cells of a row as far as quotes are closed. A quote within an unquoted cell is a character. */
export function walkCells(
  text: string,
  dialect: Dialect,
  { from, inside }: Resume = beginning,
  cell?: (from: number, to: number) => void,
): Quotes {
  const { delimiter } = dialect;
  for (let at = from, quoted = inside; ; quoted = false) {
    const end = endOfCell(text, dialect, at, quoted);
    if (end === -1) return 'open';
    if (end < text.length && !text.startsWith(delimiter, end)) return 'fault';
    cell?.(at, end);
    if (end === text.length) return 'closed';
    at = end + delimiter.length;
  }
}

/** The place behind a cell; -1 where its quote is not closed. */
function endOfCell(text: string, { delimiter, quote }: Dialect, at: number, inside: boolean): number {
  if (!inside && text[at] !== '"') {
    const end = text.indexOf(delimiter, at);
    return end === -1 ? text.length : end;
  }
  const from = inside ? at : at + 1;
  const closing = quote === 'backslash' ? closingAfterBackslashes(text, from) : closingQuote(text, from);
  return closing === -1 ? -1 : closing + 1;
}

/** The place of the quote that closes; doubled ones do not. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

/** The place of the quote that closes; one after a backslash does not, and a backslash takes its meaning from another. */
function closingAfterBackslashes(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
  }
  return -1;
}
