import { base64Parts } from './base64-parts.ts';
import type { XmlElement } from './element.ts';
import type { Blob64, XmlFault } from './notes.ts';

/** The processing instruction that stands where a base64 body stood. */
export const blobTarget = 'chartlift-blob';

/** Finds the bodies of elements with representation="B64" that can be cut out before decoding. */
export function findBlobs(bytes: Uint8Array): Blob64[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const blobs: Blob64[] = [];
  let at = buffer.indexOf('B64');
  // In a CDATA section a tag is text, and our own instruction in the input would be taken for a blob: then nothing is cut.
  if (at === -1 || buffer.includes('<![CDATA[') || buffer.includes(`<?${blobTarget}`)) return blobs;
  while (at !== -1) {
    const blob = blobBehind(buffer, at);
    if (blob) blobs.push(blob);
    at = buffer.indexOf('B64', blob ? blob.offset + blob.length : at + 3);
  }
  return blobs;
}

/** The body of the tag in which the attribute value at `at` stands: nothing but base64 up to an end tag. */
function blobBehind(buffer: Buffer, at: number): Blob64 | undefined {
  const before = buffer.toString('latin1', Math.max(0, at - 40), at);
  if (!/\srepresentation\s*=\s*["']$/.test(before)) return undefined;
  const tag = buffer.subarray(at + 4, at + 4 + longestTag);
  const end = tagEnd(tag);
  if (end === -1 || tag[end - 1] === 0x2f) return undefined;
  const offset = at + 4 + end + 1;
  let stop = offset;
  while (isBase64[buffer[stop] ?? 0]) stop++;
  const ended = buffer[stop] === 0x3c && buffer[stop + 1] === 0x2f;
  return ended && stop > offset ? { offset, length: stop - offset } : undefined;
}

/** What is looked at of a tag, so that an input of nothing but broken tags costs no quadratic time. */
const longestTag = 1024;

/** The index of the `>` of a tag whose rest begins behind an attribute value. */
function tagEnd(tag: Buffer): number {
  let at = 0;
  while (at < tag.length && tag[at] !== 0x3e) {
    const quoted = tag[at] === 0x22 || tag[at] === 0x27;
    const close = quoted ? tag.indexOf(tag[at] ?? 0, at + 1) : at;
    if (close === -1) return -1;
    at = close + 1;
  }
  return at < tag.length ? at : -1;
}

/** By byte: whether it may stand in a base64 body, white space included. */
const isBase64: readonly boolean[] = Array.from({ length: 256 }, (_, byte) =>
  /[A-Za-z0-9+/=\t\n\r ]/.test(String.fromCharCode(byte)),
);

/** What stands in the text for a blob: its number, and the line breaks of the body so that lines stay true. */
export function placeholder(bytes: Uint8Array, blob: Blob64, index: number): string {
  let breaks = '';
  for (let i = blob.offset; i < blob.offset + blob.length; i++) {
    if (bytes[i] === 0x0a) breaks += '\n';
    else if (bytes[i] === 0x0d && bytes[i + 1] !== 0x0a) breaks += '\n';
  }
  return `<?${blobTarget} ${index}${breaks}?>`;
}

/** The bytes that a base64 body stands for. White space is allowed, anything else that is not base64 is a fault. */
export function readBlob(bytes: Uint8Array, { offset, length }: Blob64): Uint8Array | XmlFault {
  if (offset < 0 || offset + length > bytes.length) return { code: 'base64-invalid' };
  const content = Buffer.allocUnsafe(Math.ceil(length / 4) * 3);
  let size = 0;
  const parts = base64Parts(bytes, { offset, length });
  for (;;) {
    const { done, value } = parts.next();
    if (done) return value ? content.subarray(0, size) : { code: 'base64-invalid' };
    content.set(value, size);
    size += value.length;
  }
}

/** The bytes of an element with representation="B64", whether its body was cut out or is still text. */
export function readBase64(element: XmlElement, bytes: Uint8Array): Uint8Array | XmlFault {
  return element.blob ? readBlob(bytes, element.blob) : decodeBase64(ownText(element));
}

/** The text of an element without that of a thumbnail or reference in it. */
export const ownText = ({ children }: XmlElement): string =>
  children.filter((child) => typeof child === 'string').join('');

function decodeBase64(text: string): Uint8Array | XmlFault {
  const compact = text.replace(/[\t\n\r ]+/g, '');
  const padding = compact.endsWith('==') ? 2 : compact.endsWith('=') ? 1 : 0;
  const length = compact.length - padding;
  const complete = padding === 0 ? length % 4 !== 1 : compact.length % 4 === 0;
  if (!complete || /[^A-Za-z0-9+/]/.test(compact.slice(0, length))) return { code: 'base64-invalid' };
  return Buffer.from(compact, 'base64');
}

/** The base64 body of an element without its white space, wherever it was left. */
export function bodyOf(element: XmlElement, bytes: Uint8Array): string {
  const { blob } = element;
  const body = blob
    ? Buffer.from(bytes.buffer, bytes.byteOffset + blob.offset, blob.length).toString('latin1')
    : ownText(element);
  return body.replace(/\s+/g, '');
}
