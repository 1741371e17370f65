import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { type Known, openKnown } from '../record/index.ts';
import { type Address, addressesIn } from './addresses.ts';
import type { RunManifest } from './run-manifest.ts';
import { numberOf } from './tally/index.ts';

/** The resources of a type as they lie in the folder. */
export interface Found {
  count: number;
  /** The sum over their ids that the run made when it wrote them. */
  sum: number;
  /** How many have the id of another one. */
  repeated: number;
}

export const forms = ['bundles', 'ndjson'] as const;
export type Form = (typeof forms)[number];

/** The outputs of a run, read again after it: whether they are what was written, and which resources they hold. */
export interface ReadAgain {
  /** Files that are not there, or whose bytes are others than those that were written. */
  readonly absent: readonly string[];
  /** By form, then by type; a form that the run has no files of is left out. */
  readonly found: Readonly<Partial<Record<Form, Readonly<Record<string, Found>>>>>;
}

type Output = RunManifest['outputs'][number];

/** What there is to be read of a run that wrote nothing. */
export const nothingRead: ReadAgain = { absent: [], found: {} };

/** Reads every file of the manifest, a block at a time. */
export function readOutputs(folder: string, outputs: readonly Output[]): ReadAgain {
  const books = new Map<Form, Book>();
  const absent = outputs.filter(
    (output) => !isWhole(join(folder, output.file), output, bookOf(output, books)),
  );
  return {
    absent: absent.map(({ file }) => file),
    found: Object.fromEntries([...books].map(([form, { types }]) => [form, types])),
  };
}

/** What is counted of one form. */
interface Book {
  readonly types: Record<string, Found>;
  readonly known: Known;
}

function bookOf({ file }: Output, books: Map<Form, Book>): Book | undefined {
  const form = forms.find((one) => file.startsWith(`${one}/`));
  if (form === undefined) return undefined;
  const book = books.get(form) ?? { types: {}, known: openKnown() };
  books.set(form, book);
  return book;
}

function noteAll(addresses: readonly Address[], { types, known }: Book): void {
  for (const [type, id] of addresses) {
    const found = types[type] ?? { count: 0, sum: 0, repeated: 0 };
    types[type] = found;
    found.count += 1;
    found.sum += numberOf(id);
    if (!known.add(`${type}/${id}`)) found.repeated += 1;
  }
}

/** Whether a file has the bytes that were written; the resources in it go into the book. */
function isWhole(path: string, { sha256, file }: Output, book: Book | undefined): boolean {
  const digest = createHash('sha256');
  const addresses = addressesIn(file);
  try {
    for (const bytes of blocksOf(path)) {
      digest.update(bytes);
      if (book) noteAll(addresses(bytes), book);
    }
  } catch {
    return false;
  }
  if (book) noteAll(addresses(), book);
  return digest.digest('hex') === sha256;
}

const block = Buffer.alloc(1 << 20);

/** The bytes of a file of any size; each block is good until the next one is asked for. */
function* blocksOf(path: string): Generator<Buffer> {
  const fd = openSync(path, 'r');
  try {
    for (let read = readSync(fd, block); read > 0; read = readSync(fd, block)) yield block.subarray(0, read);
  } finally {
    closeSync(fd);
  }
}
