import { placeAt, type XmlFault } from './notes.ts';

/** A fault of a parse always has a place. */
export type ParseFault = XmlFault & { readonly line: number; readonly column: number };

/**
 * Puts a fault where its cause stands. After a bare `&` (as in R&D) the parser reads on to the next semicolon or the
 * end, far from what is wrong.
 */
export function placeFault(text: string, fault: ParseFault, position: number): ParseFault {
  const { code, line, column } = fault;
  const at = code === 'too-deep' ? undefined : bareAmpersand(text, position);
  if (at === undefined) return { code, line, column: Math.max(1, column) };
  return { code: 'not-well-formed', ...placeAt(text, at) };
}

/** The candidates that are looked at: an input of nothing but ampersands costs no quadratic time. */
const candidates = 50;

/** The first `&` since the last reference that cannot begin one, whole or cut. */
function bareAmpersand(text: string, position: number): number | undefined {
  let at = text.lastIndexOf(';', position - 2);
  for (let tried = 0; tried < candidates; tried++) {
    at = text.indexOf('&', at + 1);
    if (at === -1 || at >= position) return undefined;
    if (isBare(text.slice(at, position))) return at;
  }
  return undefined;
}

/** Whether text from an `&` on is no reference; in a comment or a CDATA section that ends in it, it need be none. */
function isBare(text: string): boolean {
  return !/^&#?\w*(?:;|$)/.test(text) && !/-->|\]\]>|\?>/.test(text);
}
