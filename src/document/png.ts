import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** What a PNG says of itself before its points. */
interface Header {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  /** 0 grey, 2 colours, 3 a palette, 4 grey and 6 colours with opacity. */
  readonly kind: number;
  readonly isInterlaced: boolean;
}

interface Png extends Header {
  readonly palette: Buffer;
  /** Opacity by place in the palette; for grey and colours the one that is transparent. */
  readonly transparency: Buffer | undefined;
  readonly data: Buffer;
}

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const samplesOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** A scanned page at 600 dots an inch has 34 million points. */
const maxPoints = 40_000_000;

/**
 * A PNG without transparency and not interlaced, on white: pdfkit unpacks the others after the document has ended, and
 * throws where nobody can catch it. Other pictures as they are; undefined where it cannot be read.
 */
export function plainPng(bytes: Uint8Array): Uint8Array | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!buffer.subarray(0, 8).equals(signature)) return bytes;
  try {
    const png = read(buffer);
    return png.transparency || png.kind > 3 || png.isInterlaced ? written(png, pointsOf(png)) : bytes;
  } catch {
    return undefined;
  }
}

function read(bytes: Buffer): Png {
  const chunks = [...chunksOf(bytes)];
  const first = (name: string): Buffer | undefined => chunks.find((one) => one.name === name)?.data;
  const head = first('IHDR');
  if (!head) throw new Error('no header');
  const header = {
    width: head.readUInt32BE(0),
    height: head.readUInt32BE(4),
    bits: head.readUInt8(8),
    kind: head.readUInt8(9),
    isInterlaced: head.readUInt8(12) === 1,
  };
  if (samplesOf[header.kind] === undefined || header.width * header.height > maxPoints)
    throw new Error('no such picture');
  const data = Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map((one) => one.data));
  return { ...header, palette: first('PLTE') ?? Buffer.alloc(0), transparency: first('tRNS'), data };
}

function* chunksOf(bytes: Buffer): Generator<{ name: string; data: Buffer }> {
  for (let at = 8; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    yield {
      name: bytes.toString('latin1', at + 4, at + 8),
      data: bytes.subarray(at + 8, at + 8 + length),
    };
    at += length + 12;
  }
}

/** Adam7: where the points of each pass begin, and how far apart they are. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Red, green and blue of each point, on white. */
function pointsOf(png: Png): Buffer {
  const { width, height, isInterlaced } = png;
  const limit = { maxOutputLength: width * height * 8 + height * 16 + 1024 };
  const lines = { bytes: inflateSync(png.data, limit), at: 0 };
  const points = Buffer.alloc(width * height * 3, 255);
  for (const [left, top, across, down] of isInterlaced ? passes : [[0, 0, 1, 1] as const]) {
    const columns = Math.ceil((width - left) / across);
    let before: Buffer | undefined;
    for (let y = top; y < height && columns > 0; y += down) {
      const line = nextLine(png, { lines, columns, before });
      for (let column = 0; column < columns; column++)
        colour(png, line, column).copy(points, (y * width + left + column * across) * 3);
      before = line;
    }
  }
  return points;
}

interface Reading {
  readonly lines: { readonly bytes: Buffer; at: number };
  readonly columns: number;
  readonly before: Buffer | undefined;
}

/** A line of points, its filter undone. */
function nextLine({ bits, kind }: Png, { lines, columns, before }: Reading): Buffer {
  const perPoint = bits * (samplesOf[kind] ?? 1);
  const length = Math.ceil((perPoint * columns) / 8);
  const step = Math.max(1, perPoint >> 3);
  const filter = lines.bytes[lines.at];
  const line = Buffer.from(lines.bytes.subarray(lines.at + 1, lines.at + 1 + length));
  if (line.length < length || filter === undefined || filter > 4) throw new Error('a line is cut');
  lines.at += 1 + length;
  unfilter(line, { filter, step, before });
  return line;
}

interface Filtered {
  readonly filter: number;
  readonly step: number;
  readonly before: Buffer | undefined;
}

function unfilter(line: Buffer, { filter, step, before = Buffer.alloc(line.length) }: Filtered): void {
  // Before the first point there is none, which counts as nothing.
  const padded = Buffer.concat([Buffer.alloc(step), before]);
  for (const [at, value] of line.entries()) {
    const left = at < step ? 0 : line.readUInt8(at - step);
    line[at] = value + predicted(filter, { left, up: before.readUInt8(at), corner: padded.readUInt8(at) });
  }
}

interface Neighbours {
  readonly left: number;
  readonly up: number;
  readonly corner: number;
}

function predicted(filter: number, { left, up, corner }: Neighbours): number {
  if (filter < 3) return [0, left, up][filter] ?? 0;
  if (filter === 3) return (left + up) >> 1;
  const [a, b, c] = [left, up, corner].map((one) => Math.abs(left + up - corner - one)) as [
    number,
    number,
    number,
  ];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** One point of a line: its samples, by the palette where there is one, laid on white. */
function colour({ bits, kind, palette, transparency }: Png, line: Buffer, column: number): Buffer {
  const count = samplesOf[kind] ?? 1;
  const raw = Array.from({ length: count }, (_, at) => sample(line, bits, column * count + at));
  if (kind === 3) {
    const [place = 0] = raw;
    return onWhite([...palette.subarray(place * 3, place * 3 + 3)], transparency?.[place] ?? 255);
  }
  const colours = kind === 4 || kind === 6 ? raw.slice(0, -1) : raw;
  const isTransparent =
    transparency !== undefined && colours.every((one, at) => transparency.readUInt16BE(at * 2) === one);
  const scaled = raw.map((one) => Math.round((one * 255) / (2 ** bits - 1)));
  const opacity = isTransparent ? 0 : kind > 3 ? (scaled.at(-1) ?? 255) : 255;
  const [red = 0, green = red, blue = red] = scaled.slice(0, colours.length);
  return onWhite([red, green, blue], opacity);
}

function sample(line: Buffer, bits: number, at: number): number {
  if (bits === 16) return line.readUInt16BE(at * 2);
  if (bits === 8) return line[at] ?? 0;
  const perByte = 8 / bits;
  const shift = 8 - bits * ((at % perByte) + 1);
  return ((line[Math.floor(at / perByte)] ?? 0) >> shift) & (2 ** bits - 1);
}

const onWhite = (colours: readonly number[], opacity: number): Buffer =>
  Buffer.from(colours.map((one) => Math.round((one * opacity + 255 * (255 - opacity)) / 255)));

/** A PNG of these points, eight bits a colour. */
function written({ width, height }: Header, points: Buffer): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  const lines = Array.from({ length: height }, (_, y) => [
    Buffer.alloc(1),
    points.subarray(y * width * 3, (y + 1) * width * 3),
  ]);
  const data = deflateSync(Buffer.concat(lines.flat()));
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
