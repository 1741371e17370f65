import type { Kind, PatientRecord, People, Reference, Statements } from '../../record/index.ts';
import type { PdfOptions } from './options.ts';
import type { Words } from './words/words.ts';

export type Entry =
  | { readonly [K in Kind]: { readonly kind: K; readonly item: Statements[K] } }[Kind]
  | { readonly [K in keyof People]: { readonly kind: K; readonly item: People[K] } }[keyof People];

/** What the sections share. */
export interface Context {
  readonly words: Words;
  readonly options: PdfOptions;
  readonly record: PatientRecord;
  /** The part of the record that a reference names. */
  entry(reference: Reference | undefined): Entry | undefined;
}

/** The context of a record. */
export function contextOf(record: PatientRecord, options: PdfOptions, words: Words): Context {
  const entries = new Map<string, Entry>();
  for (const [kind, items] of Object.entries({ ...record.statements, ...record.people })) {
    for (const item of items) entries.set(`${kind}/${item.id}`, { kind, item } as Entry);
  }
  return { words, options, record, entry: (reference) => reference && entries.get(reference.ref) };
}
