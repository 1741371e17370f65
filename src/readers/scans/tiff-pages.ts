import type { ScanBytes } from './media.ts';

/** What a TIFF says of itself: its pages, and whether all that they name is in the file. */
export interface TiffFacts {
  readonly pages?: number;
  readonly isCut: boolean;
}

/** More pages than any scanner puts into one file: a chain that goes in a circle ends here. */
const mostPages = 100_000;

/** Follows the chain of directories of a TIFF: each is a page. */
export function tiffFacts(file: ScanBytes): TiffFacts {
  const head = viewOf(file, 0, 8);
  if (!head) return { isCut: true };
  const little = head.getUint8(0) === 0x49;
  // BigTIFF has addresses of eight bytes; nobody scans into it.
  if (head.getUint16(2, little) === 43) return { isCut: false };
  let pages = 0;
  for (let at = head.getUint32(4, little); at !== 0 && pages < mostPages; ) {
    const page = pageAt(file, at, little);
    if (!page || page.end > file.size) return { pages, isCut: true };
    pages += 1;
    at = page.next;
  }
  return { pages, isCut: pages === 0 };
}

interface Page {
  readonly next: number;
  /** Where the last of its bytes ends. */
  readonly end: number;
}

function pageAt(file: ScanBytes, at: number, little: boolean): Page | undefined {
  const count = viewOf(file, at, 2)?.getUint16(0, little);
  const view = count === undefined ? undefined : viewOf(file, at + 2, count * 12 + 4);
  if (count === undefined || !view) return undefined;
  const values = new Map<number, number[]>();
  for (let entry = 0; entry < count; entry += 1) {
    const tag = view.getUint16(entry * 12, little);
    if (located.has(tag)) values.set(tag, valuesAt(file, { view, entry, little }));
  }
  const ends = [
    [273, 279],
    [324, 325],
  ].flatMap(([starts = 0, sizes = 0]) =>
    (values.get(starts) ?? []).map((start, part) => start + (values.get(sizes)?.[part] ?? 0)),
  );
  return { next: view.getUint32(count * 12, little), end: Math.max(0, ...ends) };
}

/** StripOffsets, StripByteCounts, TileOffsets, TileByteCounts. */
const located = new Set([273, 279, 324, 325]);

interface Entry {
  readonly view: DataView;
  readonly entry: number;
  readonly little: boolean;
}

/** The numbers of an entry: in it where they fit, else where it points. */
function valuesAt(file: ScanBytes, { view, entry, little }: Entry): number[] {
  const at = entry * 12;
  const width = view.getUint16(at + 2, little) === 3 ? 2 : 4;
  const count = Math.min(view.getUint32(at + 4, little), 100_000);
  const inside = count * width <= 4;
  const values = inside
    ? new DataView(view.buffer, view.byteOffset + at + 8, 4)
    : viewOf(file, view.getUint32(at + 8, little), count * width);
  // What lies behind the end is told by an end that the file does not have.
  if (!values) return [Number.MAX_SAFE_INTEGER];
  return Array.from({ length: count }, (_, part) =>
    width === 2 ? values.getUint16(part * 2, little) : values.getUint32(part * 4, little),
  );
}

function viewOf(file: ScanBytes, start: number, length: number): DataView | undefined {
  const bytes = file.read(start, length);
  return bytes.length < length ? undefined : new DataView(bytes.buffer, bytes.byteOffset, length);
}
