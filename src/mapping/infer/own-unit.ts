import type { TableEvidence } from './evidence.ts';
import type { Guess } from './guess.ts';
import { wordsOf } from './header-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Of several columns with units an amount takes the one whose name begins as its own does: HV_DOSE goes with HV_DOSE_UNIT, not with DOSE_UNIT. */
export function withOwnUnits(
  guesses: readonly Guess[],
  table: TableEvidence,
  vocabulary: Vocabulary,
): readonly Guess[] {
  return guesses.map((guess) => {
    const amount = guesses.find(
      ({ wish }) =>
        guess.wish.path.endsWith('.unit') && wish.path === guess.wish.path.replace(/unit$/, 'value'),
    );
    const start = amount && startOf(amount.column);
    if (start === undefined || guess.column.startsWith(start)) return guess;
    const own = table.columns.find(
      ({ name, filled }) =>
        filled > 0 &&
        name.startsWith(start) &&
        wordsOf(name, vocabulary).includes('unit') &&
        guesses.every(({ column }) => column !== name),
    );
    return own ? { ...guess, column: own.name } : guess;
  });
}

/** The first word of a name that has several, with what stands after it. */
const startOf = (name: string): string | undefined => /^[A-Za-z\d]+[_ ]/.exec(name)?.[0];
