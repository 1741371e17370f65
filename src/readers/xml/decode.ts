import { isUtf8 } from 'node:buffer';
import type { Encoding } from './encoding.ts';
import { decodeWindows1252, latin1, windows1252 } from './windows-1252.ts';

/** Text, and how many bytes had no place in the encoding; undefined where they cannot be told apart. */
export interface Decoded {
  readonly text: string;
  readonly repaired: number;
}

/** Bytes as text, without loss. Bytes that are not valid UTF-8 are read as the Windows-1252 they nearly always are. */
export function decode(bytes: Uint8Array, encoding: Encoding): Decoded | undefined {
  if (encoding === 'windows-1252') return { text: decodeWindows1252(bytes), repaired: 0 };
  if (encoding !== 'utf-8') return decodeUtf16(bytes, encoding);
  if (!isUtf8(bytes)) return repairUtf8(bytes);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  return { text, repaired: 0 };
}

function decodeUtf16(bytes: Uint8Array, encoding: Encoding): Decoded | undefined {
  try {
    return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes), repaired: 0 };
  } catch {
    return undefined;
  }
}

/** One valid UTF-8 sequence of several bytes (Unicode, table 3-7), or one byte that belongs to none. */
const sequence =
  /[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}|[\x80-\xff]/g;

/** Valid sequences stay what they are: such files are mostly UTF-8 with a paragraph pasted from elsewhere. */
function repairUtf8(bytes: Uint8Array): Decoded {
  let repaired = 0;
  const text = latin1(bytes).replace(sequence, (found) => {
    if (found.length > 1) return Buffer.from(found, 'latin1').toString('utf8');
    repaired++;
    return windows1252(found.charCodeAt(0)) ?? found;
  });
  return { text, repaired };
}
