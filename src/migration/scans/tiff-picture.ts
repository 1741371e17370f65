import { crc32, deflateSync } from 'node:zlib';

type Utif = typeof import('utif2');

/** A page of a TIFF as a PNG, which is what PDF is drawn with; nothing where it cannot be decoded. */
export function tiffPicture(utif: Utif, bytes: Uint8Array, page: number): Uint8Array | undefined {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const whole = utif.decode(buffer)[page];
    if (!whole) return undefined;
    utif.decodeImage(buffer, whole);
    return pngOf(utif.toRGBA8(whole), whole.width, whole.height);
  } catch {
    // What it holds is told by its finding, and its bytes are handed on.
    return undefined;
  }
}

/** PNG of eight bits a colour without transparency, which PDF/A would have to mix. */
function pngOf(rgba: Uint8Array, width: number, height: number): Uint8Array {
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let row = 0, at = 0; row < height; row++) {
    at += 1;
    for (let column = 0; column < width; column++, at += 3) {
      rows.set(rgba.subarray((row * width + column) * 4, (row * width + column) * 4 + 3), at);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
