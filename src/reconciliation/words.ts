import type { LedgerState } from '../record/index.ts';
import type { Tone } from './model.ts';

/** A number as people write it. */
export const number = (value: number): string => value.toLocaleString('en-US');

/** A number of things: `1 row`, `2 rows`. */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${number(value)} ${value === 1 ? one : many}`;

/** A part of a whole in per cent; what is not quite all is never rounded to all. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return '–';
  const value = (100 * part) / whole;
  if (part === whole) return '100 %';
  if (part === 0) return '0 %';
  return `${Math.min(99.9, Math.max(0.1, value)).toFixed(1)} %`;
}

/** The states of the ledger, in their order, in words and in the tones of a chart. */
export const states: readonly { readonly state: LedgerState; readonly words: string; readonly tone: Tone }[] =
  [
    { state: 'converted', words: 'converted', tone: 'good' },
    { state: 'merged', words: 'merged', tone: 'quiet' },
    { state: 'superseded', words: 'superseded', tone: 'superseded' },
    { state: 'kept-as-text', words: 'kept as text', tone: 'text' },
    { state: 'left-out', words: 'left out by a rule', tone: 'out' },
    { state: 'quarantined', words: 'set aside', tone: 'bad' },
  ];

/** What the ledger counts, in their order. */
export const units: readonly { readonly unit: string; readonly words: string; readonly one: string }[] = [
  { unit: 'file', words: 'Files', one: 'file' },
  { unit: 'document', words: 'Documents', one: 'document' },
  { unit: 'header', words: 'Header participants', one: 'header participant' },
  { unit: 'narrative', words: 'Narrative texts', one: 'narrative text' },
  { unit: 'embedded', words: 'Embedded contents', one: 'embedded content' },
  { unit: 'entry', words: 'Entries', one: 'entry' },
  { unit: 'row', words: 'Rows', one: 'row' },
  { unit: 'column', words: 'Columns', one: 'column' },
];

/** A kind of statement as people write it: `familyMember` → `Family member`. */
export const kindWords = (kind: string): string => {
  const words = kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
};
