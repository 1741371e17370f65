import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { plainPng } from './png.ts';

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const chunk = (name: string, data: readonly number[]): Buffer => {
  const named = Buffer.concat([Buffer.from(name), Buffer.from(data)]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
};

interface Given {
  readonly size?: readonly [number, number];
  readonly bits?: number;
  readonly interlaced?: number;
  readonly more?: readonly Buffer[];
}

/** A PNG of some kind with these lines, each after its filter. */
const png = (
  kind: number,
  lines: readonly number[],
  { size = [2, 1], bits = 8, interlaced = 0, more = [] }: Given = {},
) =>
  Buffer.concat([
    signature,
    chunk('IHDR', [0, 0, 0, size[0], 0, 0, 0, size[1], bits, kind, 0, 0, interlaced]),
    ...more,
    chunk('IDAT', [...deflateSync(Buffer.from(lines))]),
    chunk('IEND', []),
  ]);

/** The lines of what comes out: a filter and red, green, blue. */
function linesOf(bytes: Uint8Array | undefined): number[] {
  const buffer = Buffer.from(bytes ?? []);
  const at = buffer.indexOf('IDAT');
  return [...inflateSync(buffer.subarray(at + 4, at + 4 + buffer.readUInt32BE(at - 4)))];
}

const palette = [chunk('PLTE', [255, 0, 0, 0, 255, 0]), chunk('tRNS', [255, 0])];

describe('plainPng', () => {
  it('leaves a picture without transparency as it is', () => {
    const plain = png(2, [0, 255, 0, 0, 0, 255, 0]);
    expect(plainPng(plain)).toBe(plain);
    const other = Buffer.from('JFIF');
    expect(plainPng(other)).toBe(other);
  });

  it.each([
    ['colours with opacity', png(6, [0, 255, 0, 0, 255, 0, 0, 0, 0]), [0, 255, 0, 0, 255, 255, 255]],
    ['grey with opacity', png(4, [0, 10, 255, 10, 0]), [0, 10, 10, 10, 255, 255, 255]],
    ['half opacity', png(4, [0, 0, 128, 255, 128]), [0, 127, 127, 127, 255, 255, 255]],
    [
      'sixteen bits',
      png(6, [0, 255, 255, 0, 0, 0, 0, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0], { bits: 16 }),
      [0, 255, 0, 0, 255, 255, 255],
    ],
    ['a palette with transparency', png(3, [0, 0, 1], { more: palette }), [0, 255, 0, 0, 255, 255, 255]],
    [
      'a palette of one bit',
      png(3, [0, 0b01000000], { bits: 1, more: palette }),
      [0, 255, 0, 0, 255, 255, 255],
    ],
    [
      'one grey that is transparent',
      png(0, [0, 9, 90], { more: [chunk('tRNS', [0, 9])] }),
      [0, 255, 255, 255, 90, 90, 90],
    ],
    [
      'interlaced lines',
      // Two by two: the first pass has the corner, the sixth the point beside it, the seventh the line below.
      png(0, [0, 1, 0, 2, 0, 3, 4], { size: [2, 2], interlaced: 1 }),
      [0, 1, 1, 1, 2, 2, 2, 0, 3, 3, 3, 4, 4, 4],
    ],
    [
      'every filter',
      // Sub, up, average and Paeth, each of a line of grey and opacity that reads 10, 20.
      png(4, [1, 10, 255, 10, 0, 2, 0, 0, 0, 0, 3, 5, 128, 5, 0, 4, 0, 0, 0, 0], { size: [2, 4] }),
      [0, 10, 10, 10, 20, 20, 20],
    ],
  ])('lays %s on white', (_, given, lines) => {
    expect(linesOf(plainPng(given)).slice(0, lines.length)).toEqual(lines);
  });

  it('undoes each filter by the points around', () => {
    const given = png(4, [1, 10, 255, 10, 0, 2, 0, 0, 0, 0, 3, 5, 128, 5, 0, 4, 0, 0, 0, 0], {
      size: [2, 4],
    });
    const [first, ...others] = [0, 7, 14, 21].map((at) => linesOf(plainPng(given)).slice(at, at + 7));
    for (const one of others) expect(one).toEqual(first);
  });

  it.each([
    ['a cut line', png(6, [0, 255, 0])],
    ['a filter that there is not', png(6, [9, 255, 0, 0, 255, 0, 0, 0, 0])],
    ['a kind that there is not', png(5, [0])],
    ['a picture too large', png(6, [0], { size: [255, 255], more: [] }).fill(255, 16, 20)],
    ['nothing', Buffer.concat([signature])],
  ])('gives up %s', (_, given) => expect(plainPng(given)).toBeUndefined());
});
