import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { type AddressBook, type Found, openAddressBook } from './address-book.ts';
import { addressesIn } from './addresses.ts';
import type { RunManifest } from './run-manifest.ts';

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
  const books = new Map<Form, AddressBook>();
  const absent = outputs.filter((output) => {
    const form = forms.find((one) => output.file.startsWith(`${one}/`));
    return !isWhole(join(folder, output.file), output, form && bookOf(form, books, folder));
  });
  return {
    absent: absent.map(({ file }) => file),
    found: Object.fromEntries([...books].map(([form, book]) => [form, book.close()])),
  };
}

function bookOf(form: Form, books: Map<Form, AddressBook>, folder: string): AddressBook {
  const book = books.get(form) ?? openAddressBook(folder, `${form}.ids.tmp`);
  books.set(form, book);
  return book;
}

/** Whether a file has the bytes that were written; the resources in it go into the book. */
function isWhole(path: string, { sha256, file }: Output, book: AddressBook | undefined): boolean {
  const digest = createHash('sha256');
  const addresses = addressesIn(file);
  try {
    for (const bytes of blocksOf(path)) {
      digest.update(bytes);
      if (book) addresses(bytes).forEach(book.note);
    }
  } catch {
    return false;
  }
  if (book) addresses().forEach(book.note);
  return digest.digest('hex') === sha256;
}

/** Larger blocks would make texts that the collector looks for late. */
const block = Buffer.alloc(1 << 16);

/** The bytes of a file of any size; each block is good until the next one is asked for. */
function* blocksOf(path: string): Generator<Buffer> {
  const fd = openSync(path, 'r');
  try {
    for (let read = readSync(fd, block); read > 0; read = readSync(fd, block)) yield block.subarray(0, read);
  } finally {
    closeSync(fd);
  }
}
