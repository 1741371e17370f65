import { placeAt } from './notes.ts';

/** The index of the first thing that is no white space, comment or processing instruction; -1 when there is none. */
export function skipProlog(text: string): number {
  let at = 0;
  while (at !== -1) {
    at = skipBlanks(text, at);
    if (text.startsWith('<?', at)) at = behind(text, '?>', at);
    else if (text.startsWith('<!--', at)) at = behind(text, '-->', at + 4);
    else return at < text.length ? at : -1;
  }
  return -1;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text.charAt(at))) at++;
  return at;
}

function behind(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from);
  return at === -1 ? -1 : at + end.length;
}

/** Where a document type declaration begins, if there is one. */
export function findDoctype(text: string): { line: number; column: number } | undefined {
  const at = skipProlog(text);
  return at !== -1 && /^<!doctype/i.test(text.slice(at, at + 9)) ? placeAt(text, at) : undefined;
}
