import type { ColumnEvidence, TableEvidence } from './evidence.ts';
import { wordsOf } from './header-words.ts';
import type { TableKind } from './kind.ts';
import type { Vocabulary } from './vocabulary.ts';
import { aDate, type Wish } from './wish.ts';

/** A column that is thought to hold a field, and why. */
export interface Guess {
  readonly wish: Wish;
  readonly column: string;
  readonly confidence: number;
  readonly from: 'header' | 'values';
}

const sureEnough = 0.55;
/** A column without texts is only taken for what its name says to the letter. */
const sureWithoutTexts = 0.77;

/** What a table's columns are guessed with: what names mean, and what the tables are about that columns lead to. */
export interface Knowledge {
  readonly vocabulary: Vocabulary;
  /** The kind of the table that a column leads to. */
  linked(table: TableEvidence, column: string): TableKind | undefined;
}

/** The columns that hold the fields of a table: each column at most one, each field at most one, the surest first. */
export function guessFields(
  table: TableEvidence,
  wishes: readonly Wish[],
  knowledge: Knowledge,
): readonly Guess[] {
  const about = new Set(wordsOf(table.name, knowledge.vocabulary));
  const all = table.columns.flatMap((column) => {
    const words = wordsOf(column.name, knowledge.vocabulary);
    const linked = knowledge.linked(table, column.name);
    const filled = table.rows === 0 ? 0 : column.filled / table.rows;
    return wishes.flatMap((wish) => guessesFor(wish, column, { words, about, linked, filled }));
  });
  const guesses: Guess[] = [];
  for (const guess of all.toSorted((a, b) => b.confidence - a.confidence)) {
    const isTaken = guesses.some(
      ({ column, wish }) => column === guess.column || (wish === guess.wish && !isFurther(guess)),
    );
    if (!isTaken) guesses.push(guess);
  }
  return guesses.toSorted((a, b) => wishes.indexOf(a.wish) - wishes.indexOf(b.wish));
}

/** Whether a column may say a field after another one. */
const isFurther = ({ wish, confidence, from }: Guess): boolean =>
  wish.several === true && from === 'header' && confidence >= 0.75;

interface Named {
  readonly words: readonly string[];
  readonly about: ReadonlySet<string>;
  readonly linked: TableKind | undefined;
  /** The share of rows in which the column holds something. */
  readonly filled: number;
}

function guessesFor(wish: Wish, column: ColumnEvidence, named: Named): Guess[] {
  // Only what leads to a row of the right kind refers to it, and it is nothing else.
  if (wish.refersTo !== named.linked && (wish.refersTo || named.linked)) return [];
  const byHeader = headerFit(wish, column, named);
  const byValues = Math.max(wish.byTexts?.(column) ?? 0, wish.usual ? 0.7 : 0);
  const from = byValues > byHeader ? 'values' : 'header';
  const confidence = Math.max(byValues, byHeader);
  const needed = column.filled > 0 ? sureEnough : sureWithoutTexts;
  return confidence >= needed ? [{ wish, column: column.name, confidence: round(confidence), from }] : [];
}

/** How well the name of a column fits, with what its texts have for or against it. */
function headerFit(wish: Wish, column: ColumnEvidence, named: Named): number {
  const words = wish.refersTo ? named.words.filter((word) => word !== 'id' && word !== '?') : named.words;
  // Of two columns that are called alike the one that holds more is meant.
  const fullness = (column.filled > 0 ? 1 : 0.9) * (0.95 + named.filled * 0.05);
  const fit = fullness * nameFit(wish, { ...named, words }) * wish.proof(column);
  const agrees = fit >= sureEnough && (wish.byTexts?.(column) ?? 0) > 0;
  return agrees ? Math.min(fit + 0.15, 1) : fit;
}

const round = (confidence: number): number => Math.round(confidence * 100) / 100;

/** How well a name fits: all words of one of the usual names are in it, and little else; what the table is about goes without saying. */
function nameFit({ names, proof }: Wish, named: Named): number {
  return Math.max(...names.map((name, rank) => fitOf(name, proof === aDate, named) - rank * 0.02));
}

function fitOf(name: readonly string[], isDate: boolean, { words, about }: Named): number {
  const said = words.filter((word) => !about.has(word));
  const wanted = name.filter((word) => !about.has(word));
  const [left, needed] = said.length > 0 && wanted.length > 0 ? [said, wanted] : [words, name];
  const extra = [...left];
  for (const word of needed) {
    const at = extra.indexOf(word);
    if (at === -1) return 0;
    extra.splice(at, 1);
  }
  const cost = extra.reduce((sum, word) => sum + costOf(word, needed, isDate), 0);
  // A name that says what the table says already is a little less sure than one that does not.
  return 1 - cost - (words.length - left.length) * 0.02;
}

/** What a word that is not looked for costs. */
function costOf(word: string, needed: readonly string[], isDate: boolean): number {
  if (word === 'date') return isDate ? 0.01 : 0.5;
  if (word === '.') return 0.03;
  // At which house something was done says nothing of what its date is.
  if (word === 'organization' && isDate) return 0.05;
  if (word === '?') return 0.2;
  if (word === 'name') return 0.04;
  // The name of something else is not the name that is looked for.
  return needed.length === 1 && needed[0] === 'name' ? 0.5 : 0.2;
}
