import { inflateSync } from 'node:zlib';
import { edge, latin1, type ScanBytes } from './media.ts';

/** Above this a PDF is not looked through: its text would stand in memory as a whole. */
const largest = 100_000_000;

/** What can be told of a PDF without drawing it. */
export interface PdfFacts {
  readonly pages?: number;
  readonly isEncrypted: boolean;
  /** Its end is not there. */
  readonly isCut: boolean;
}

/** Looks through a PDF: its page tree says how many pages there are. */
export function pdfFacts(file: ScanBytes): PdfFacts {
  const isCut = !latin1(file.read(Math.max(0, file.size - edge), edge)).includes('%%EOF');
  if (file.size > largest) return { isEncrypted: false, isCut };
  const bytes = file.read(0, file.size);
  const text = latin1(bytes);
  const isEncrypted = /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(text);
  const pages = countIn(text) ?? packedObjects(text, bytes).findLast((one) => countIn(one) !== undefined);
  const count = typeof pages === 'string' ? countIn(pages) : pages;
  return { ...(count !== undefined && { pages: count }), isEncrypted, isCut };
}

/** The count of the root of the page tree, which alone has no parent; of several versions the last one holds. */
function countIn(text: string): number | undefined {
  const dictionaries = [...text.matchAll(/\/Type\s*\/Pages\b/g)].map(({ index }) =>
    dictionaryAt(text, index),
  );
  const root = dictionaries.findLast((one) => !/\/Parent\b/.test(one) && /\/Count\s+\d/.test(one));
  const count = /\/Count\s+(\d+)(?!\s+\d+\s+R)/.exec(root ?? '')?.[1];
  return count === undefined ? undefined : Number(count);
}

/** A page tree of many pages names them all, and is still far smaller than this. */
const longest = 2_000_000;

/** The dictionary around a place. */
const dictionaryAt = (text: string, place: number): string =>
  text.slice(
    edgeOf(text, place, { step: -1, deeper: '>>', edge: '<<' }),
    edgeOf(text, place, { step: 1, deeper: '<<', edge: '>>' }),
  );

interface Walk {
  readonly step: 1 | -1;
  readonly deeper: string;
  readonly edge: string;
}

/** Where the dictionary around a place begins or ends: those inside it are passed over. */
function edgeOf(text: string, place: number, { step, deeper, edge: mark }: Walk): number {
  let depth = 0;
  for (let at = place; at >= 0 && at < text.length && Math.abs(at - place) < longest; at += step) {
    if (text.startsWith(mark, at) && depth-- === 0) return at;
    if (text.startsWith(deeper, at)) depth += 1;
  }
  return place;
}

/** What stands in streams of objects, where newer files keep theirs. */
function packedObjects(text: string, bytes: Uint8Array): string[] {
  return [...text.matchAll(/\/Type\s*\/ObjStm\b/g)].flatMap(({ index }) => {
    const start = /stream\r?\n/g;
    start.lastIndex = index;
    const found = start.exec(text);
    const end = found ? text.indexOf('endstream', found.index) : -1;
    if (!found || end < 0) return [];
    try {
      return [latin1(inflateSync(bytes.subarray(start.lastIndex, end), { maxOutputLength: 50_000_000 }))];
    } catch {
      return [];
    }
  });
}
