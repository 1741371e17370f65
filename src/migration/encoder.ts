/** Gives the bytes of a text; they stand in a buffer that the next text overwrites. */
export type Encoder = (content: string | Uint8Array) => Uint8Array;

/** Above this a text gets a buffer of its own. */
const largest = 1 << 24;

/**
 * Opens an encoder for texts that are written at once: a run writes more than it may hold, and buffers that are only
 * dropped stay for a long time.
 */
export function openEncoder(): Encoder {
  let buffer = Buffer.allocUnsafe(1 << 16);
  return (content) => {
    if (typeof content !== 'string') return content;
    const length = Buffer.byteLength(content);
    if (length > largest) return Buffer.from(content);
    if (length > buffer.length) buffer = Buffer.allocUnsafe(2 ** Math.ceil(Math.log2(length)));
    return buffer.subarray(0, buffer.write(content));
  };
}
