import type { ColumnEvidence, TableEvidence } from './evidence.ts';
import { wordsOf } from './header-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A measurement that has a column of its own. */
export interface Sign {
  readonly column: string;
  readonly code: string;
  readonly display: string;
  /** Where the name of the column says it, or nobody uses another one. */
  readonly unit?: string;
  /** Units that it may be in, where nothing says it. */
  readonly either?: string;
}

interface KnownSign {
  readonly words: readonly string[];
  readonly code: string;
  readonly display: string;
  readonly units: readonly string[];
}

const sign = (words: string, code: string, display: string, ...units: string[]): KnownSign => ({
  words: words.split(' '),
  code,
  display,
  units,
});

export const systolic = sign('systolic', '8480-6', 'Systolic blood pressure', 'mm[Hg]');
export const diastolic = sign('diastolic', '8462-4', 'Diastolic blood pressure', 'mm[Hg]');

/** The vital signs of FHIR, with their codes and the units that they are in. */
const known: readonly KnownSign[] = [
  sign('heart rate', '8867-4', 'Heart rate', '/min'),
  sign('pulse', '8867-4', 'Heart rate', '/min'),
  sign('respiratory rate', '9279-1', 'Respiratory rate', '/min'),
  sign('respiratory', '9279-1', 'Respiratory rate', '/min'),
  sign('temperature', '8310-5', 'Body temperature', 'Cel', '[degF]'),
  sign('weight', '29463-7', 'Body weight', 'kg', '[lb_av]'),
  sign('height', '8302-2', 'Body height', 'cm', '[in_i]'),
  sign('bmi', '39156-5', 'Body mass index (BMI) [Ratio]', 'kg/m2'),
  sign('bsa', '3140-1', 'Body surface area Derived from formula', 'm2'),
  systolic,
  diastolic,
  sign('oxygen saturation', '2708-6', 'Oxygen saturation in Arterial blood', '%'),
  sign('saturation', '2708-6', 'Oxygen saturation in Arterial blood', '%'),
  sign('head circumference', '9843-4', 'Head Occipital-frontal circumference', 'cm', '[in_i]'),
];
/** Units as names of columns end with them. */
const unitNames: Readonly<Record<string, string>> = {
  cm: 'cm',
  in: '[in_i]',
  inches: '[in_i]',
  kg: 'kg',
  lb: '[lb_av]',
  lbs: '[lb_av]',
  c: 'Cel',
  f: '[degF]',
};

/** The columns of a table that are a vital sign each; none where fewer than three are. */
export function signsOf({ columns }: TableEvidence, vocabulary: Vocabulary): readonly Sign[] {
  const signs = columns.flatMap((column) => signIn(column, vocabulary, false));
  return signs.length >= 3 ? signs : [];
}

/** The columns of any table that are called as a vital sign and nothing else. */
export const exactSigns = ({ columns }: TableEvidence, vocabulary: Vocabulary): readonly Sign[] =>
  columns.flatMap((column) => signIn(column, vocabulary, true));

/** The column that holds both pressures, as 120/80. */
export const pressureColumn = ({ columns }: TableEvidence): string | undefined =>
  columns.find(({ forms }) => (forms.pressure ?? 0) >= 0.5)?.name;

function signIn({ name, filled, forms }: ColumnEvidence, vocabulary: Vocabulary, isExact: boolean): Sign[] {
  if (filled === 0 || (forms.decimal ?? 0) < 0.5) return [];
  const words = wordsOf(name, vocabulary);
  const found = known.find((one) => one.words.every((word) => words.includes(word)));
  if (!found || (isExact && words.length > found.words.length)) return [];
  const { code, display, units } = found;
  const unit = unitIn(name) ?? (units.length === 1 ? units[0] : undefined);
  const told = unit === undefined ? { either: units.join(' or ') } : { unit };
  return [{ column: name, code, display, ...told }];
}

const unitIn = (name: string): string | undefined => {
  const last =
    name
      .toLowerCase()
      .split(/[^a-z]+/)
      .filter((part) => part !== '')
      .pop() ?? '';
  return Object.hasOwn(unitNames, last) ? unitNames[last] : undefined;
};
