/** What Windows-1252 has at 128 to 159, where ISO-8859-1 has control characters; a blank is a code without a meaning. */
const upper = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** The character that Windows-1252 means by a code of 128 to 159, if it means one. */
export function windows1252(code: number): string | undefined {
  const character = upper[code - 128];
  return character === ' ' ? undefined : character;
}

/** Bytes read as Windows-1252. Not by TextDecoder: several releases of Node decode 128 to 159 as ISO-8859-1. */
export function decodeWindows1252(bytes: Uint8Array): string {
  return latin1(bytes).replace(/[\x80-\x9f]/g, (c) => windows1252(c.charCodeAt(0)) ?? c);
}

/** Bytes as characters of the same code. */
export const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
