import { type CodeForm, codeForms } from '../../terminology/index.ts';
import type { ColumnEvidence } from './evidence.ts';
import { wordsOf } from './header-words.ts';
import type { TableKind } from './kind.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A code system, and why it is thought to be that. */
export interface SystemGuess {
  readonly uri: string;
  readonly comment: string;
}

/** Systems of numbers, and the kinds of rows that numbers are of these. */
const usual: Readonly<Partial<Record<TableKind, CodeForm>>> = {
  medication: 'RxNorm',
  dispense: 'RxNorm',
  immunization: 'CVX',
};
const named: Readonly<Record<string, CodeForm>> = {
  loinc: 'LOINC',
  snomed: 'SNOMED CT',
  rxnorm: 'RxNorm',
  cvx: 'CVX',
  ndc: 'NDC',
  cpt: 'CPT',
};

/** The code system of a column: by its name, by check digits or the form of its codes, by what such rows usually have. */
export function systemFor(
  column: ColumnEvidence,
  kind: TableKind,
  vocabulary: Vocabulary,
): SystemGuess | undefined {
  const words = wordsOf(column.name, vocabulary);
  const [byName] = words.flatMap((word) => named[word] ?? []);
  if (byName) return guess(byName, 'header', 0.9);
  const sure = column.codes.find(({ by, share }) => by !== 'number' && share >= 0.6);
  if (sure)
    return guess(sure.system as CodeForm, sure.by === 'check digit' ? 'check digits' : 'form', sure.share);
  const likely = words.includes('reason') ? undefined : usual[kind];
  return likely && column.codes.some(({ system }) => system === likely)
    ? guess(likely, 'numbers', 0.6)
    : undefined;
}

const guess = (system: CodeForm, from: string, confidence: number): SystemGuess => ({
  uri: codeForms[system].uri,
  comment: `${system}, guessed from ${from}, ${confidence.toFixed(2)}`,
});
