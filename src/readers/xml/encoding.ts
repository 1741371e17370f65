import type { XmlFault, XmlNote } from './notes.ts';
import { latin1 } from './windows-1252.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What the bytes are written in, and how many of them are the byte order mark. */
export interface DetectedEncoding {
  readonly encoding: Encoding;
  readonly bom: number;
  readonly notes: XmlNote[];
}

const labels: Readonly<Record<string, Encoding | 'utf-16'>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  ascii: 'utf-8',
  'utf-16': 'utf-16',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'iso-8859-1': 'windows-1252',
  'iso8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'windows-1252': 'windows-1252',
  cp1252: 'windows-1252',
};

/** The encoding by byte order mark, then by how the first characters lie, then by the XML declaration. */
export function detectEncoding(bytes: Uint8Array): DetectedEncoding | XmlFault {
  if (isUtf32(bytes)) return { code: 'encoding-unknown', detail: 'UTF-32' };
  const seen = seenEncoding(bytes);
  const declared = declaredEncoding(bytes, seen);
  if (declared === undefined) return { encoding: seen?.encoding ?? 'utf-8', bom: seen?.bom ?? 0, notes: [] };
  const label = Object.hasOwn(labels, declared.toLowerCase()) ? labels[declared.toLowerCase()] : undefined;
  if (seen) return { ...seen, notes: agrees(label, seen.encoding) ? [] : [mismatch(declared)] };
  if (label === undefined) return { code: 'encoding-unknown', ...nameOf(declared) };
  // The declaration could be read byte by byte, so UTF-16 it is not: .NET writes such files.
  if (label.startsWith('utf-16')) return { encoding: 'utf-8', bom: 0, notes: [mismatch(declared)] };
  return { encoding: label as Encoding, bom: 0, notes: assumed(declared, label) };
}

/** The encoding that a byte order mark gives away, or a `<` of two bytes. */
export function seenEncoding([a, b, c]: Uint8Array): { encoding: Encoding; bom: number } | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', bom: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', bom: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', bom: 2 };
  if (a === 0x3c && b === 0) return { encoding: 'utf-16le', bom: 0 };
  if (a === 0 && b === 0x3c) return { encoding: 'utf-16be', bom: 0 };
  return undefined;
}

function isUtf32([a, b, c, d]: Uint8Array): boolean {
  return (
    (a === 0 && b === 0) ||
    (a === 0xff && b === 0xfe && c === 0 && d === 0) ||
    (b === 0 && c === 0 && d === 0)
  );
}

function declaredEncoding(bytes: Uint8Array, seen: ReturnType<typeof seenEncoding>): string | undefined {
  const wide = seen?.encoding.startsWith('utf-16') ?? false;
  const start = latin1(bytes.subarray(seen?.bom ?? 0, 1024));
  const head = wide ? start.replaceAll('\0', '') : start;
  return /^\s*<\?xml\s[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(head)?.[1];
}

function agrees(label: string | undefined, encoding: Encoding): boolean {
  return label !== undefined && (label === encoding || (label === 'utf-16' && encoding.startsWith(label)));
}

const mismatch = (declared: string): XmlNote => ({ code: 'encoding-mismatch', ...nameOf(declared) });

/** Who declares ISO-8859-1 means Windows-1252: the codes between are control characters that nobody writes. */
function assumed(declared: string, label: string): XmlNote[] {
  const exact = /1252$/.test(declared);
  return label === 'windows-1252' && !exact ? [{ code: 'encoding-assumed', ...nameOf(declared) }] : [];
}

/** The declared name as a detail, when it looks like the name of an encoding at all. */
const nameOf = (declared: string): { detail?: string } =>
  /^[A-Za-z][\w.:-]{0,30}$/.test(declared) ? { detail: declared } : {};
