import { constants } from 'node:buffer';
import { findBlobs, placeholder } from './base64.ts';
import { repairCharacters } from './characters.ts';
import { decode } from './decode.ts';
import { type DetectedEncoding, detectEncoding } from './encoding.ts';
import { type Blob64, endCode, type XmlFault, type XmlNote } from './notes.ts';
import { findDoctype, skipProlog } from './prolog.ts';

/** What a file may at most be. */
export interface Limits {
  readonly maxBytes: number;
}

/** Text that is safe to parse, without the base64 bodies, which stay in the bytes. */
export interface OpenedXml {
  readonly ok: true;
  readonly text: string;
  readonly blobs: Blob64[];
  readonly notes: XmlNote[];
}

export interface RefusedXml {
  readonly ok: false;
  readonly fault: XmlFault;
}

const mebibyte = 1024 * 1024;

/** Turns the bytes of a file into text to parse, or refuses them. */
export function openXml(
  bytes: Uint8Array,
  { maxBytes = 512 * mebibyte }: Partial<Limits> = {},
): OpenedXml | RefusedXml {
  if (bytes.length > maxBytes) return refused({ code: 'too-large' });
  const detected = detectEncoding(bytes);
  if ('code' in detected) return refused(detected);
  const blobs = detected.encoding.startsWith('utf-16') ? [] : findBlobs(bytes);
  const decoded = decodeAround(bytes, detected, blobs);
  if ('code' in decoded) return refused(decoded);
  const doctype = findDoctype(decoded.text);
  if (doctype) return refused({ code: 'doctype', ...doctype });
  if (skipProlog(decoded.text) === -1) return refused({ code: endCode(decoded.text) });
  return finish(decoded, blobs);
}

const refused = (fault: XmlFault): RefusedXml => ({ ok: false, fault });

interface DecodedParts {
  readonly text: string;
  readonly notes: XmlNote[];
}

/** The text between the blobs, with a placeholder for each of them. */
function decodeAround(
  bytes: Uint8Array,
  detected: DetectedEncoding,
  blobs: Blob64[],
): DecodedParts | XmlFault {
  let text = '';
  let repaired = 0;
  let from = detected.bom;
  for (const [index, blob] of [...blobs, { offset: bytes.length, length: 0 }].entries()) {
    // A UTF-8 or single-byte text has at most as many characters as bytes.
    if (text.length + blob.offset - from > constants.MAX_STRING_LENGTH) return { code: 'too-large' };
    const part = decode(bytes.subarray(from, blob.offset), detected.encoding);
    if (!part) return { code: 'encoding-invalid' };
    text += index < blobs.length ? part.text + placeholder(bytes, blob, index) : part.text;
    repaired += part.repaired;
    from = blob.offset + blob.length;
  }
  const notes = [...detected.notes];
  if (repaired > 0) notes.push({ code: 'encoding-repaired', count: repaired });
  return { text, notes };
}

function finish(decoded: DecodedParts, blobs: Blob64[]): OpenedXml {
  const placed = placeDeclaration(decoded.text);
  const { text, notes } = repairCharacters(placed);
  const moved: XmlNote[] = placed === decoded.text ? [] : [{ code: 'declaration-not-first' }];
  return { ok: true, text, blobs, notes: [...decoded.notes, ...moved, ...notes] };
}

/** White space before the XML declaration is no reason to lose a document: the declaration, read by now, gives way. */
function placeDeclaration(text: string): string {
  return text.replace(/^\s+<\?xml\s[^>]*\?>/, (declaration) => declaration.replace(/[^\r\n]/g, ' '));
}
