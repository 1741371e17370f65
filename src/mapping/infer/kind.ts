import type { TableEvidence } from './evidence.ts';
import { wordsOf } from './header-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What the rows of a table are about. */
export type TableKind =
  | 'patient'
  | 'encounter'
  | 'problem'
  | 'medication'
  | 'dispense'
  | 'observation'
  | 'allergy'
  | 'immunization'
  | 'procedure'
  | 'order'
  | 'note'
  | 'practitioner'
  | 'organization'
  | 'location'
  | 'other';

/** What words of a table's name say of it. */
const kinds: Readonly<Record<string, TableKind>> = {
  patient: 'patient',
  encounter: 'encounter',
  appointment: 'encounter',
  diagnosis: 'problem',
  medication: 'medication',
  dispense: 'dispense',
  refill: 'dispense',
  observation: 'observation',
  result: 'observation',
  vital: 'observation',
  sign: 'observation',
  allergy: 'allergy',
  immunization: 'immunization',
  procedure: 'procedure',
  order: 'order',
  note: 'note',
  provider: 'practitioner',
  organization: 'organization',
  department: 'location',
  location: 'location',
};
/** Words that make another thing of a table, whatever else it is called. */
const others: ReadonlySet<string> = new Set([
  'family',
  'social',
  'claim',
  'coverage',
  'plan',
  'goal',
  'device',
  'supply',
  'imaging',
  'study',
  'referral',
  'message',
  'reaction',
  'document',
  'report',
  'cost',
  'race',
  'address',
]);
/** Words that say less than those beside them. */
const weak: readonly string[] = ['patient', 'order', 'encounter'];

/** What a table is about, by its name; by its columns where the name says nothing. */
export function kindOf(table: TableEvidence, vocabulary: Vocabulary): TableKind {
  const words = wordsOf(table.name, vocabulary);
  if (words.some((word) => others.has(word))) return 'other';
  return kindBy(words) ?? kindByColumns(table, vocabulary) ?? 'other';
}

function kindBy(words: readonly string[]): TableKind | undefined {
  if (words.includes('medical') && words.includes('history')) return 'problem';
  const telling = words.filter((word) => word in kinds);
  const strong = telling.filter((word) => !weak.includes(word));
  // What is ordered was not done.
  const [last] = strong.slice(-1);
  if (last === 'procedure' && telling.includes('order')) return 'order';
  const word = last ?? (telling.includes('encounter') ? 'encounter' : telling[0]);
  return word === undefined ? undefined : kinds[word];
}

/** What most of the columns that say something speak of; its own id first of all. */
function kindByColumns({ columns, key }: TableEvidence, vocabulary: Vocabulary): TableKind | undefined {
  const ids = key.flatMap((name) => wordsOf(name, vocabulary));
  const byKey = kindBy(ids.filter((word) => !weak.includes(word)));
  if (byKey) return byKey;
  const words = columns.flatMap(({ name }) => wordsOf(name, vocabulary));
  if (words.includes('birth') && words.includes('sex')) return 'patient';
  const counts = new Map<string, number>();
  for (const word of words) {
    if (word in kinds && !weak.includes(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return most && most[1] * 3 >= columns.length ? kinds[most[0]] : undefined;
}
