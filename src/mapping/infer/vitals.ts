import type { ColumnEvidence, TableEvidence } from './evidence.ts';
import { wordsOf } from './header-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A measurement that has a column of its own. */
export interface Sign {
  readonly column: string;
  readonly code: string;
  readonly display: string;
  /** The unit that is usual; the column does not say it. */
  readonly unit: string;
}

interface KnownSign extends Omit<Sign, 'column'> {
  readonly words: readonly string[];
}

const sign = (words: string, code: string, display: string, unit: string): KnownSign => ({
  words: words.split(' '),
  code,
  display,
  unit,
});

/** The vital signs of FHIR, with their codes and the units that the United States write. */
const known: readonly KnownSign[] = [
  sign('heart rate', '8867-4', 'Heart rate', '/min'),
  sign('pulse', '8867-4', 'Heart rate', '/min'),
  sign('respiratory rate', '9279-1', 'Respiratory rate', '/min'),
  sign('respiratory', '9279-1', 'Respiratory rate', '/min'),
  sign('temperature', '8310-5', 'Body temperature', 'Cel'),
  sign('weight', '29463-7', 'Body weight', 'kg'),
  sign('height', '8302-2', 'Body height', 'cm'),
  sign('bmi', '39156-5', 'Body mass index (BMI) [Ratio]', 'kg/m2'),
  sign('systolic', '8480-6', 'Systolic blood pressure', 'mm[Hg]'),
  sign('diastolic', '8462-4', 'Diastolic blood pressure', 'mm[Hg]'),
  sign('oxygen saturation', '2708-6', 'Oxygen saturation in Arterial blood', '%'),
  sign('saturation', '2708-6', 'Oxygen saturation in Arterial blood', '%'),
  sign('head circumference', '9843-4', 'Head Occipital-frontal circumference', 'cm'),
];

/** The columns of a table that are a vital sign each; none where fewer than three are. */
export function signsOf({ columns }: TableEvidence, vocabulary: Vocabulary): readonly Sign[] {
  const signs = columns.flatMap((column) => {
    const found = signFor(column, vocabulary);
    return found ? [{ ...found, column: column.name }] : [];
  });
  return signs.length >= 3 ? signs : [];
}

function signFor({ name, filled, forms }: ColumnEvidence, vocabulary: Vocabulary): KnownSign | undefined {
  if (filled === 0 || (forms.decimal ?? 0) < 0.5) return undefined;
  const words = wordsOf(name, vocabulary);
  return known.find((one) => one.words.every((word) => words.includes(word)));
}
