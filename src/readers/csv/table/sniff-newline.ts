import type { Newline } from './dialect.ts';

/** What may end the rows of a text, the likeliest first. */
export function newlinesOf(text: string): readonly Newline[] {
  const both = count(text, /\r\n/g);
  const returns = count(text, /\r/g) - both;
  const feeds = count(text, /\n/g) - both;
  // Office on older Macs ends a row with CR, and a line within a cell with LF.
  if (both === 0 && returns > feeds) return ['cr'];
  // Rows end with CRLF and cells hold LF, or two files were put together: whole rows tell.
  return both > 0 && feeds > 0 ? ['lf', 'crlf'] : ['lf'];
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
