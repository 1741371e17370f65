import { seenEncoding } from './encoding.ts';
import { skipProlog } from './prolog.ts';
import { latin1 } from './windows-1252.ts';

/** What a file seems to be. */
export type FileKind =
  | 'cda'
  | 'ccr'
  | 'fhir'
  | 'html'
  | 'other-xml'
  | 'pdf'
  | 'zip'
  | 'image'
  | 'rtf'
  | 'hl7v2'
  | 'json'
  | 'csv-like'
  | 'text'
  | 'binary'
  | 'empty';

/** Tells by the first bytes of a file (4 kB do, more help where a long comment comes first) what it seems to be. */
export function detectKind(firstBytes: Uint8Array): FileKind {
  const head = firstBytes.subarray(0, 65_536);
  if (head.length === 0) return 'empty';
  const signature = latin1(head.subarray(0, 1024));
  const signed = signatures.find(([, pattern]) => pattern.test(signature));
  if (signed) return signed[0];
  const text = readHead(head).replace(/^[\s\ufeff]+/, '');
  if (text === '') return 'empty';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no text has
  if (/[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(text.slice(0, 1024)) && !text.startsWith('<')) return 'binary';
  return text.startsWith('<') ? kindOfXml(text) : kindOfText(text);
}

// biome-ignore-start lint/suspicious/noControlCharactersInRegex: signatures are bytes
const signatures: readonly (readonly [FileKind, RegExp])[] = [
  ['pdf', /%PDF-\d/],
  ['zip', /^PK(?:\x03\x04|\x05\x06|\x07\x08)/],
  ['image', /^(?:\x89PNG|\xff\xd8\xff|GIF8[79]a|II\*\0|MM\0\*|BM[\s\S]{4}\0\0\0\0|RIFF[\s\S]{4}WEBP)/],
  ['rtf', /^\{\\rtf/],
];
// biome-ignore-end lint/suspicious/noControlCharactersInRegex: signatures are bytes

/** The head as text: names and marks are ASCII in all that is told apart here, so bytes do unless it is UTF-16. */
function readHead(head: Uint8Array): string {
  const seen = seenEncoding(head);
  const body = head.subarray(seen?.bom ?? 0);
  return seen?.encoding.startsWith('utf-16') ? new TextDecoder(seen.encoding).decode(body) : latin1(body);
}

function kindOfXml(text: string): FileKind {
  const start = skipProlog(text);
  if (start === -1) return 'other-xml';
  // A document type names the root element.
  const root = /^<(?:!doctype\s+)?(?:[\w.-]+:)?([A-Za-z_][\w.-]*)[^>]*/i.exec(
    text.slice(start, start + 8192),
  );
  const name = root?.[1] ?? '';
  if (name === 'ClinicalDocument') return 'cda';
  if (name === 'ContinuityOfCareRecord') return 'ccr';
  if (name.toLowerCase() === 'html') return 'html';
  if (/["']http:\/\/hl7\.org\/fhir["']/.test(root?.[0] ?? '')) return 'fhir';
  return root ? 'other-xml' : 'text';
}

function kindOfText(text: string): FileKind {
  if (/^(?:MSH|FHS|BHS)\|\^~\\&/.test(text)) return 'hl7v2';
  if (/^[[{]/.test(text)) return /"resourceType"\s*:/.test(text) ? 'fhir' : 'json';
  return isTable(text) ? 'csv-like' : 'text';
}

/** Whether the first lines carry the same separator, the same number of times in nearly all of them. */
function isTable(text: string): boolean {
  const lines = text.slice(0, 4096).split(/\r\n?|\n/, 11);
  // The last line may be cut.
  const whole = (lines.length > 2 ? lines.slice(0, -1) : lines)
    .filter((line) => line !== '')
    .map(withoutQuoted);
  return [',', ';', '\t', '|'].some((separator) => {
    const expected = fields(whole[0] ?? '', separator);
    const equal = whole.filter((line) => fields(line, separator) === expected);
    return expected > 1 && whole.length > 1 && equal.length >= whole.length * 0.8;
  });
}

const withoutQuoted = (line: string): string => line.replace(/"(?:[^"]|"")*"/g, '""');
const fields = (line: string, separator: string): number => line.split(separator).length;
