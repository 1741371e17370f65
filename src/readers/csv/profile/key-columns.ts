import type { ColumnEvidence } from '../../../mapping/index.ts';
import type { KeyFinder } from './keys.ts';

/** The columns that tell the rows of a table apart: an id of its own; else what it belongs to and a line; else the fewest that do. */
export function keyOf(
  columns: readonly ColumnEvidence[],
  rows: number,
  finder: Pick<KeyFinder, 'find' | 'isKey'>,
): readonly string[] {
  const whole = columns.filter((column) => column.filled === rows && isPointing(column));
  const ids = whole.filter((column) => !isLine(column));
  const line = whole.find(isLine);
  const names = (at: readonly number[]) => at.flatMap((one) => columns[one]?.name ?? []);
  if (line) {
    const owner = ids.find((id) => finder.isKey([columns.indexOf(id), columns.indexOf(line)]));
    if (owner) return [owner.name, line.name];
  }
  const single = ids.find(({ unique }) => unique);
  if (single) return [single.name];
  const parts = columns
    .map((column, at) => ({ at, worth: worthOf(column, rows) }))
    .filter(({ worth }) => worth > 0)
    .toSorted((a, b) => a.worth - b.worth);
  // What the rows belong to stays, even where the rest does without.
  const [first] = ids;
  const owner = first ? columns.indexOf(first) : -1;
  if (owner === -1) return [];
  return names(
    finder.find(
      parts.map(({ at }) => at),
      owner,
    ),
  );
}

/** How good a part of a key a column is: what always holds something before what does not, codes and ids before dates. */
function worthOf(column: ColumnEvidence, rows: number): number {
  const { codes, forms, dates, filled } = column;
  const id = forms.uuid === 1 ? 3 : isPointing(column) ? 2 : dates.length;
  const rank = codes.some(({ by }) => by !== 'number') ? 4 : id;
  if (rank === 0 || filled === 0) return 0;
  return filled === rows ? rank + 4 : rank;
}

const idName = /(id|no|num|nbr|nr|key|mrn|code|number|line|seq|#)([^a-z]|\d|$)/i;

/** What may be a key, or point at one: short, no date, no measure, no word of a list. */
export function isPointing({ name, forms, dates, longest, filled }: ColumnEvidence): boolean {
  if (filled === 0 || dates.length > 0 || longest > 64) return false;
  if (forms.uuid === 1) return true;
  const isNumber = forms.integer === 1;
  const isMeasure = (forms.decimal ?? 0) - (forms.integer ?? 0) > 0.05;
  return idName.test(name) && !isMeasure && (isNumber || (forms.words ?? 0) < 0.5);
}

/** What may lead to a row of another table, whatever it is called: short texts that are neither words nor numbers. */
export function mayLead(column: ColumnEvidence): boolean {
  const { forms, dates, longest, filled } = column;
  if (isPointing(column)) return true;
  const isPlain = (forms.decimal ?? 0) < 0.5 && (forms.words ?? 0) < 0.5;
  return filled > 0 && dates.length === 0 && longest <= 40 && longest >= 4 && isPlain;
}

/** Numbers that fill a range: 1, 2, 3 … */
export const isCounting = ({ forms, longest }: ColumnEvidence): boolean =>
  forms.integer === 1 && longest <= 6;

/** The place of a row among those of its owner. */
export const isLine = ({ name, forms }: ColumnEvidence): boolean =>
  forms.integer === 1 &&
  /^(line|seq|sequence|ordinal|position|row|item)([ _-]?(no|num|nbr|number))?$/i.test(name);
