import type { TableEvidence } from './evidence.ts';
import { wordsOf } from './header-words.ts';
import type { TableKind } from './kind.ts';
import type { ExportPlan, PlannedTable } from './plan.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a link to a table of words says: the code that a row has, and its words. */
export interface DictionaryGuess {
  readonly path: 'code.code' | 'code.display';
  readonly value: string;
  readonly column: string;
  readonly confidence: number;
  readonly from: 'values';
}

/** Of which kind of rows a table of words may be the dictionary. */
const dictionaries: Readonly<Partial<Record<TableKind, readonly TableKind[]>>> = {
  problem: ['problem'],
  medication: ['medication'],
  dispense: ['medication'],
  procedure: ['procedure', 'order'],
  order: ['procedure', 'order'],
  immunization: ['immunization'],
  observation: ['observation'],
  allergy: ['allergy'],
};

/** A code that stands as a key in the row, and as words in a table that the key leads to. */
export function dictionaryCode({ table, kind }: PlannedTable, plan: ExportPlan): readonly DictionaryGuess[] {
  for (const { column, table: name, share } of table.links) {
    const other = plan.find(name);
    const fits = other && (dictionaries[kind] ?? []).includes(other.kind) && isDictionary(other.table, plan);
    const label = fits ? labelOf(other.table, plan.vocabulary) : undefined;
    if (label === undefined) continue;
    const guess = { column, confidence: Math.round(share * 85) / 100, from: 'values' } as const;
    return [
      { ...guess, path: 'code.code', value: `$${column}` },
      { ...guess, path: 'code.display', value: `$${column}.${label}` },
    ];
  }
  return [];
}

/** A table of words: a key, names, and no dates; it belongs to nobody. */
export const isDictionary = (table: TableEvidence, plan: ExportPlan): boolean =>
  table.key.length === 1 &&
  table.columns.every(({ dates }) => dates.length === 0) &&
  !plan.reachesPatients(table);

/** The column that holds the words. */
function labelOf({ columns }: TableEvidence, vocabulary: Vocabulary): string | undefined {
  const worded = columns.filter(({ forms }) => (forms.words ?? 0) >= 0.5);
  const named = worded.find(({ name }) => {
    const words = wordsOf(name, vocabulary);
    return words.includes('name') || words.includes('description');
  });
  return (named ?? worded[0])?.name;
}
