import { seenEncoding } from './encoding.ts';
import { skipProlog } from './prolog.ts';
import { latin1 } from './windows-1252.ts';

/** What a file seems to be. */
export type FileKind =
  | 'cda'
  | 'ccr'
  | 'fhir'
  | 'xdm-index'
  | 'html'
  | 'other-xml'
  | 'pdf'
  | 'zip'
  | 'gzip'
  | 'archive'
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
  const text = readHead(head).replace(/^(?:[\s\ufeff]|\xef\xbb\xbf)+/, '');
  if (text === '') return 'empty';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no text has
  if (/[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(text.slice(0, 1024)) && !text.startsWith('<')) return 'binary';
  return text.startsWith('<') ? kindOfXml(text) : kindOfText(text);
}

// biome-ignore-start lint/suspicious/noControlCharactersInRegex: signatures are bytes
const signatures: readonly (readonly [FileKind, RegExp])[] = [
  ['pdf', /%PDF-\d/],
  ['zip', /^PK(?:\x03\x04|\x05\x06|\x07\x08)/],
  ['gzip', /^\x1f\x8b\x08/],
  ['archive', /^(?:7z\xbc\xaf\x27\x1c|Rar!\x1a\x07|BZh[1-9]|\xfd7zXZ\0|\x28\xb5\x2f\xfd|[\s\S]{257}ustar)/],
  ['image', /^(?:\x89PNG|\xff\xd8\xff|GIF8[79]a|II\*\0|MM\0\*|BM[\s\S]{4}\0\0\0\0|RIFF[\s\S]{4}WEBP)/],
  ['rtf', /^\{\\rtf/],
];
// biome-ignore-end lint/suspicious/noControlCharactersInRegex: signatures are bytes

/** Which byte of four holds an ASCII character, where a byte order mark or a `<` of four bytes comes first. */
function seenUtf32([a, b, c, d]: Uint8Array): 0 | 3 | undefined {
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0x3c && b === 0 && c === 0 && d === 0))
    return 0;
  return a === 0 && b === 0 && ((c === 0xfe && d === 0xff) || (c === 0 && d === 0x3c)) ? 3 : undefined;
}

/** The head as text: names and marks are ASCII in all that is told apart here, so bytes do unless it is UTF-16. */
function readHead(head: Uint8Array): string {
  const wide = seenUtf32(head);
  if (wide !== undefined) return latin1(head.filter((_, at) => at % 4 === wide)).replace(/^\xff/, '');
  const seen = seenEncoding(head);
  const body = head.subarray(seen?.bom ?? 0);
  return seen?.encoding.startsWith('utf-16') ? new TextDecoder(seen.encoding).decode(body) : latin1(body);
}

function kindOfXml(text: string): FileKind {
  const start = skipProlog(text);
  if (start === -1) return 'other-xml';
  // A document type names the root element, and may name another than there is.
  const behind = behindDoctype(text, start);
  const roots = [start, ...(behind === undefined ? [] : [behind])].map((at) => rootAt(text, at));
  const names = roots.map((root) => root?.[1] ?? '');
  if (names.includes('ClinicalDocument')) return 'cda';
  if (names.includes('ContinuityOfCareRecord')) return 'ccr';
  if (names.includes('SubmitObjectsRequest')) return 'xdm-index';
  if (names.some((name) => name.toLowerCase() === 'html')) return 'html';
  if (roots.some((root) => /["']http:\/\/hl7\.org\/fhir["']/.test(root?.[0] ?? ''))) return 'fhir';
  return roots[0] ? 'other-xml' : 'text';
}

const rootAt = (text: string, at: number): RegExpExecArray | null =>
  /^<(?:!doctype\s+)?(?:[\w.-]+:)?([A-Za-z_][\w.-]*)[^>]*/i.exec(text.slice(at, at + 8192));

/** Where the content begins behind a document type declaration, where there is one. */
function behindDoctype(text: string, start: number): number | undefined {
  const declaration = /^<!doctype[^[>]*(?:\[[\s\S]*?\]\s*)?>/i.exec(text.slice(start));
  if (!declaration) return undefined;
  const end = start + declaration[0].length;
  const content = skipProlog(text.slice(end));
  return content === -1 ? undefined : end + content;
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
