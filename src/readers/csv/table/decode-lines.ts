import { isAscii } from 'node:buffer';
import { decode } from '../../xml/decode.ts';
import { latin1 } from '../../xml/windows-1252.ts';
import type { TableEncoding } from './dialect.ts';

/** Whole lines of a file as text. */
export interface DecodedBlock {
  readonly text: string;
  /** Which of the lines, counted from 0, hold bytes that mean nothing in the encoding. */
  readonly bad?: ReadonlySet<number> | undefined;
}

/** A block, and how many of its bytes were no UTF-8 and were read as Windows-1252. */
export interface DecodedLines extends DecodedBlock {
  readonly repaired: number;
}

/** Lines as text; none of them is lost because another one cannot be decoded. */
export function decodeLines(bytes: Uint8Array, encoding: TableEncoding, lineBreak: string): DecodedLines {
  if (encoding.startsWith('utf-16')) return decodeUtf16(bytes, encoding, lineBreak);
  if (isAscii(bytes)) return { text: latin1(bytes), repaired: 0 };
  if (encoding === 'utf-8') return decodeUtf8(bytes, lineBreak);
  // ISO-8859-1 has nothing but control characters where Windows-1252 has more, so that nothing is lost.
  const text = decode(bytes, 'windows-1252')?.text ?? '';
  return { text, bad: linesWith(meaningless, text, lineBreak), repaired: 0 };
}

/** Codes that Windows-1252 gives no character to. */
const meaningless = /[\x80-\x9f]/;

function linesWith(pattern: RegExp, text: string, lineBreak: string): ReadonlySet<number> | undefined {
  if (!pattern.test(text)) return undefined;
  const lines = text.split(lineBreak);
  return new Set(lines.flatMap((line, index) => (pattern.test(line) ? [index] : [])));
}

function decodeUtf8(bytes: Uint8Array, lineBreak: string): DecodedLines {
  const whole = decode(bytes, 'utf-8');
  if (!whole) return { text: latin1(bytes), repaired: 0 };
  if (whole.repaired === 0) return whole;
  const bad = new Set<number>();
  for (const [index, line] of linesOf(bytes, lineBreak).entries()) {
    const decoded = decode(line, 'utf-8');
    if (decoded && decoded.repaired > 0 && meaningless.test(decoded.text)) bad.add(index);
  }
  return { ...whole, bad: bad.size > 0 ? bad : undefined };
}

function linesOf(bytes: Uint8Array, lineBreak: string): Uint8Array[] {
  const code = lineBreak.charCodeAt(0);
  const lines: Uint8Array[] = [];
  let from = 0;
  for (let at = bytes.indexOf(code); at !== -1; at = bytes.indexOf(code, from)) {
    lines.push(bytes.subarray(from, at));
    from = at + 1;
  }
  return [...lines, bytes.subarray(from)];
}

function decodeUtf16(bytes: Uint8Array, encoding: string, lineBreak: string): DecodedLines {
  try {
    return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes), repaired: 0 };
  } catch {
    // Halves of a pair that stand alone become U+FFFD.
    const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
    return { text, bad: linesWith(/\ufffd/, text, lineBreak), repaired: 0 };
  }
}
