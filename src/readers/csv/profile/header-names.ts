import { formsOf } from './forms.ts';

/** What no column is called. */
const datalike: ReadonlySet<string> = new Set([
  'uuid',
  'phone',
  'email',
  'ssn',
  'pressure',
  'decimal',
  'integer',
]);
const longestName = 64;
const mostWords = 6;

/** Whether the cells of a first line are names of columns: short, no sentence, and nothing that only a row holds. */
export const looksLikeNames = (cells: readonly string[]): boolean => cells.every(looksLikeName);

function looksLikeName(cell: string): boolean {
  if (cell.length > longestName || cell.split(/\s+/).length > mostWords) return false;
  if (/[.!?;:]$/.test(cell) || /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(cell)) return false;
  return !formsOf(cell).some((form) => datalike.has(form));
}
