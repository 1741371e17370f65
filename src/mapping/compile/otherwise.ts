import type { Coding } from '../../record/index.ts';
import type { FieldType } from '../field-type.ts';
import type { Lookup, LookupRow } from '../lookup.ts';
import type { Otherwise } from '../record-rule.ts';
import { type At, isObject, part, type Scope, unknownWord } from './scope.ts';

const ways = ['keep', 'quarantine', 'omit', 'list'] as const;

/** What happens to a code that the lookup lacks: it is kept where nothing is said. */
export function otherwiseAt(at: At, type: FieldType, scope: Scope): Otherwise {
  if (at.value === undefined) return { do: 'keep' };
  const way = ways.find((one) => one === at.value);
  if (way) return { do: way };
  const row = isObject(at.value)
    ? {
        codings: [
          Object.fromEntries(Object.entries(at.value).map(([key, one]) => [key, String(one)])) as Coding,
        ],
      }
    : { word: String(at.value), codings: [] };
  checkWord(row, { type, at, scope });
  return { row };
}

/** Whether all words of a lookup may stand where it is used. */
export function checkLookup(lookup: Lookup, use: { type: FieldType; at: At; scope: Scope }): void {
  for (const row of lookup.rows.values()) checkWord(row, use);
}

function checkWord(
  { word }: LookupRow,
  { type, at, scope }: { type: FieldType; at: At; scope: Scope },
): void {
  if (type.is !== 'word' || word === undefined || type.words.includes(word)) return;
  unknownWord(scope, part({ ...at, value: at.holder }, at.key), 'unknown-word', {
    what: 'word for this field',
    word,
    known: type.words,
  });
}
