import type { Kind } from '../../record/index.ts';
import { keyOf } from './counts.ts';
import { wordAt } from './source-words.ts';
import type { Counter } from './tally.ts';
import type { WrittenStatement } from './written-statements.ts';

/** The field that says what a statement is about, where a lookup of a mapping may give it another code. */
const fields: Partial<Record<Kind, string>> = {
  problem: 'code',
  allergy: 'code',
  medication: 'code',
  immunization: 'code',
  procedure: 'code',
  observation: 'code',
  report: 'code',
  order: 'code',
  encounter: 'types',
};

interface Concept {
  readonly coding?: readonly { readonly system?: string; readonly code?: string }[];
}

/** The concept that a resource has in one of these places. */
function subjectOf(resource: object): Concept | undefined {
  const { code, vaccineCode, medicationCodeableConcept, type } = resource as Readonly<
    Record<string, Concept | readonly Concept[]>
  >;
  const found = code ?? vaccineCode ?? medicationCodeableConcept ?? type;
  return Array.isArray(found) ? found[0] : (found as Concept | undefined);
}

/** Where the source's own word for what a statement is about became a code of another name: both. */
export function countTranslation({ kind, first, resource }: WrittenStatement, book: Counter): void {
  const field = fields[kind as Kind];
  const points = field === undefined ? undefined : first.from.trace.get(first.ref)?.[field];
  if (points?.length !== 1 || points[0] === undefined) return;
  // An element without a code has it further inside; the text of a cell is its word.
  if (points[0].name !== undefined && points[0].attributes?.['code'] === undefined) return;
  const codings = subjectOf(resource)?.coding ?? [];
  const [target] = codings;
  const word = wordAt(points[0]);
  if (target?.code === undefined || word === undefined) return;
  if (codings.some(({ code }) => code === word || `“${code}”` === word)) return;
  book.count('translations', keyOf(kind, word, `${target.system ?? ''} ${target.code}`));
}
