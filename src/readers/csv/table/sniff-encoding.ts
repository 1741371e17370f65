import { decode } from '../../xml/decode.ts';
import { bomLength } from './decode.ts';
import type { TableEncoding } from './dialect.ts';

/** The encoding by byte order mark, by the zeros that UTF-16 has in every other place, by whether the bytes are UTF-8, but for a few. */
export function sniffEncoding(head: Uint8Array): TableEncoding {
  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
    if (bomLength(head, encoding) > 0) return encoding;
  }
  return utf16ByZeros(head) ?? (isMostlyUtf8(withoutCutCharacter(head)) ? 'utf-8' : 'windows-1252');
}

/**
 * Whether more characters are UTF-8 than bytes are none: in Western text hardly any two letters look like a character of
 * UTF-8, and one name that came from elsewhere must not turn all others into other letters.
 */
function isMostlyUtf8(head: Uint8Array): boolean {
  const { text, repaired } = decode(head, 'utf-8') ?? { text: '', repaired: 0 };
  return repaired === 0 || charactersBeyondAscii(text) - repaired > repaired;
}

const charactersBeyondAscii = (text: string): number => text.match(/[\u0080-\u{10ffff}]/gu)?.length ?? 0;

/** Western text in UTF-16 has zeros nearly everywhere that its other byte stands. */
function utf16ByZeros(head: Uint8Array): TableEncoding | undefined {
  const zeros = [0, 0];
  for (let at = 0; at < head.length; at++) if (head[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const most = head.length * 0.35;
  if (odd > most && even < odd / 10) return 'utf-16le';
  return even > most && odd < even / 10 ? 'utf-16be' : undefined;
}

/** The head may end within a character. */
function withoutCutCharacter(head: Uint8Array): Uint8Array {
  let end = head.length;
  while (end > 0 && head.length - end < 3 && ((head[end - 1] ?? 0) & 0xc0) === 0x80) end--;
  return ((head[end - 1] ?? 0) & 0xc0) === 0xc0 ? head.subarray(0, end - 1) : head;
}
