import type { Blob64 } from './notes.ts';

/** How many bytes of a base64 body are looked at at once: texts of more than this outlive their use, as the collector waits. */
const windowSize = 1 << 16;

/**
 * The bytes that a base64 body in a file stands for, in parts, so that a large one is never held as text or whole.
 * What it returns at the end is whether the body was base64 to the last character.
 */
export function* base64Parts(
  bytes: Uint8Array,
  { offset, length }: Blob64,
  size = windowSize,
): Generator<Uint8Array, boolean> {
  const end = Math.min(offset + length, bytes.length);
  let rest = '';
  let padded = false;
  for (let at = offset; at < end; at += size) {
    const window = Buffer.from(bytes.buffer, bytes.byteOffset + at, Math.min(size, end - at));
    const text = rest + window.toString('latin1').replace(/[\t\n\r ]+/g, '');
    const whole = text.length - (text.length % 4);
    if (!mayFollow(text, padded)) return false;
    padded ||= text.slice(0, whole).endsWith('=');
    if (whole > 0) yield Buffer.from(text.slice(0, whole), 'base64');
    rest = text.slice(whole);
  }
  if (rest === '') return true;
  if (rest.length === 1 || rest.includes('=')) return false;
  yield Buffer.from(rest, 'base64');
  return true;
}

/** Padding ends a body: nothing may follow it. */
const mayFollow = (text: string, padded: boolean): boolean =>
  /^[A-Za-z0-9+/]*={0,2}$/.test(text) && !(padded && text !== '');
