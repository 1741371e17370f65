import type { Block, Cell, Column, Span, Text } from '../../document/index.ts';
import type { Context } from './context.ts';
import { type Detail, withoutEchoes } from './details.ts';

/** An entry of the record as a row: its cells, and what stands in small letters under the first. */
export interface Row {
  readonly cells: readonly Cell[];
  readonly details: readonly Detail[];
  /** What the codes of its main concept are. */
  readonly codes?: string | undefined;
}

export const quiet = (text: string): Span => ({ text, tone: 'quiet' });
export const term = (text: string): Span => ({ text, tone: 'term' });
export const alert = (text: string): Span => ({ text, tone: 'alert' });

/** A cell of one text, or an empty one. */
export const cell = (...texts: readonly (Text | undefined)[]): Cell => ({
  text: texts.filter((one) => one !== undefined && one.length > 0) as Text[],
});

/** The main words of a row. */
export const main = (text: string | undefined): Cell => cell(text === undefined ? undefined : [term(text)]);

/** A table of rows; what all of them say alike stands once below it. */
export function sectionTable(columns: readonly Column[], given: readonly Row[], context: Context): Block[] {
  if (given.length === 0) return [];
  const rows = counted(given, context).map((row) => ({
    ...codeSaid(row, context),
    details: withoutEchoes(row.details, context.words),
  }));
  const common = commonOf(rows);
  const isCommon = (one: Detail) => common.some((other) => isSame(one, other));
  const table: Block = {
    block: 'table',
    columns: used(columns, rows),
    rows: rows.map(({ cells, details, codes }) => {
      const own = details.filter((one) => !isCommon(one));
      const [first, ...others] = keep(columns, rows, cells);
      return [{ ...first, text: first?.text ?? [], below: below(own, codes) }, ...others];
    }),
  };
  if (common.length === 0) return [table];
  const spans = common.flatMap((one): Span[] => [quiet(' · '), spanOf(one)]).slice(1);
  return [
    table,
    { block: 'paragraph', size: 'small', text: [quiet(`${context.words.say.all}: `), ...spans] },
  ];
}

/** What has codes alone is called by them, and that they are codes is said instead of their being repeated. */
export function codeSaid<R extends Pick<Row, 'cells' | 'codes'>>(row: R, { words }: Context): R {
  const [first, ...others] = row.cells;
  if (!first || !row.codes || wordsOf(first) !== row.codes) return row;
  // A word alone may be both code and name.
  const remark = row.codes.includes(' ') ? [quiet(` (${words.say.codeAlone})`)] : [];
  return { ...row, cells: [{ ...first, text: [[term(row.codes), ...remark]] }, ...others], codes: undefined };
}

const wordsOf = ({ text }: Cell): string =>
  text.map((one) => (typeof one === 'string' ? one : one.map(({ text }) => text).join(''))).join('\n');

/** Rows that say the same stand once, with their number. */
function counted(rows: readonly Row[], { words }: Context): Row[] {
  const alike = Map.groupBy(rows, (row) => JSON.stringify(row));
  return [...alike.values()].flatMap(([row, ...others]) => {
    if (!row) return [];
    const count = { label: words.label.entries, value: String(others.length + 1) };
    return [others.length === 0 ? row : { ...row, details: [...row.details, count] }];
  });
}

/** A detail as one piece of text. */
const spanOf = (one: Detail): Span => (one.isAlert ? alert : quiet)(saidOf(one));

/** Where the source writes our label itself, it stands once. */
const saidOf = ({ label, value }: Detail): string =>
  value.toLowerCase().startsWith(`${label.toLowerCase()}:`) ? value : `${label}: ${value}`;

/** Details as one small paragraph; long ones, and those that nobody may read past, each for itself. */
export function below(details: readonly Detail[], codes?: string): Text[] {
  const alerts = details.filter(({ isAlert }) => isAlert);
  const plain = details.filter(({ isAlert }) => !isAlert);
  const short = plain.filter(({ value }) => value.length <= longest);
  const long = plain.filter(({ value }) => value.length > longest);
  const line = [...(codes ? [codes] : []), ...short.map(saidOf)].join(' · ');
  return [
    ...alerts.map((one): Text => [spanOf(one)]),
    ...(line ? [[quiet(line)]] : []),
    ...long.map(({ label, value }): Text => [quiet(`${label}: `), { text: value, tone: 'small' }]),
  ];
}

const longest = 160;

const isSame = (one: Detail, other: Detail): boolean =>
  one.label === other.label && one.value === other.value;

function commonOf(rows: readonly Row[]): Detail[] {
  const [first, ...others] = rows;
  if (!first || others.length < 2) return [];
  return first.details.filter((one) =>
    others.every(({ details }) => details.some((other) => isSame(one, other))),
  );
}

/** Columns in which no row says anything are left away. */
const isUsed = (rows: readonly Row[], index: number): boolean =>
  index === 0 || rows.some(({ cells }) => (cells[index]?.text.length ?? 0) > 0 || cells[index]?.trend);

const used = (columns: readonly Column[], rows: readonly Row[]): Column[] =>
  columns.filter((_, index) => isUsed(rows, index));

const keep = (columns: readonly Column[], rows: readonly Row[], cells: readonly Cell[]): Cell[] =>
  cells.length < columns.length ? [...cells] : cells.filter((_, index) => isUsed(rows, index));
