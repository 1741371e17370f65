import type { PatientRecord } from '../../src/record/index.ts';
import { expectedOf, narrativeWords } from './expected.ts';

/** Without spaces, and the marks of direction that a reader of PDF puts in. */
const squeezed = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s\u200e\u200f\u202a-\u202e]+/g, '')
    .toLowerCase();
const bare = (text: string): string => squeezed(text).replace(/[^\p{L}\p{M}\p{N}]/gu, '');

/** What of a record is not to be found in the text that one sees: path and forms of each value. */
export function missingFrom(record: PatientRecord, visible: string): string[] {
  const text = squeezed(visible);
  const bareText = bare(visible);
  const words = new Set(
    [
      ...visible
        .normalize('NFC')
        .toLowerCase()
        .matchAll(/[\p{L}\p{M}\p{N}]+/gu),
    ].map(([one]) => one),
  );
  const isThere = (form: string): boolean => {
    if (text.includes(squeezed(form))) return true;
    // "PH URINE" beside "pH, urine": one name.
    if (bare(form).length > 5 && bareText.includes(bare(form))) return true;
    // A long text goes on over pages, with our own head and foot between.
    const parts =
      form
        .normalize('NFC')
        .toLowerCase()
        .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
    return parts.length > 6 && parts.every((one) => words.has(one) || text.includes(one));
  };
  const values = [...expectedOf(record)]
    .filter(({ anyOf }) => !anyOf.some(isThere))
    .map(({ path, anyOf }) => `${path}: ${anyOf[0]}`);
  const narrative = [...narrativeWords(record)]
    .filter((one) => !text.includes(one))
    .map((one) => `narrative: ${one}`);
  return [...new Set([...values, ...narrative])];
}
