import type { Block, Chart, Column, Series } from '../../../document/index.ts';
import type { Observation } from '../../../record/index.ts';
import type { Context } from '../context.ts';
import { group } from '../group.ts';
import { alert, cell, main, type Row } from '../section-table.ts';
import { conceptWords } from '../values/concept.ts';
import { isAlarming, observedWords } from '../values/observed.ts';
import { unitWords } from '../values/quantity.ts';
import { dateWords } from '../values/when.ts';
import { keyOf, type Observed, observed } from './observation-row.ts';

/** The columns of a table of vital signs: their LOINC codes. */
const signs = [
  { codes: ['85354-9', '8480-6', '8462-4'], name: 'bloodPressure' },
  { codes: ['8867-4'], name: 'heartRate' },
  { codes: ['9279-1'], name: 'respiratoryRate' },
  { codes: ['8310-5'], name: 'temperature' },
  { codes: ['59408-5', '2708-6'], name: 'saturation' },
  { codes: ['29463-7', '3141-9'], name: 'weight' },
  { codes: ['8302-2', '8306-3'], name: 'height' },
  { codes: ['39156-5'], name: 'bmi' },
] as const;

/** Vital signs: charts of what was measured often, a table by date, and what else is said of each. */
export function vitals(context: Context, items: readonly Observation[]): Block[] {
  const placed = items.map((item) => ({
    item,
    column: columnOf(item),
    said: observed(item, context, 'vital-signs'),
  }));
  const inTable = placed.filter(({ item, column }) => column >= 0 && !item.members?.length);
  const others = placed.filter((one) => !inTable.includes(one) && !isEmptyPanel(one));
  const { say, label } = context.words;
  const columns = [
    { title: label.sign, share: 5 },
    { title: label.value, share: 4 },
    { title: label.flag, share: 2 },
    { title: label.date, share: 2.2 },
  ];
  return [
    ...charts(items, context),
    ...dateTable(inTable, context),
    ...group({ title: say.vitalDetails, columns, rows: detailRows(inTable, others) }, context),
  ];
}

interface Placed {
  readonly item: Observation;
  readonly column: number;
  readonly said: Observed;
}

const columnOf = ({ code }: Observation): number =>
  signs.findIndex(({ codes }) =>
    code.codings.some((one) => (codes as readonly string[]).includes(one.code ?? '')),
  );

/** A panel that holds nothing but its members, which stand in the table. */
const isEmptyPanel = ({ item, said }: Placed): boolean =>
  item.members !== undefined && said.value === undefined && said.details.length <= 1;

const hasMore = ({ said }: Placed): boolean => said.details.length > 0 || said.reference !== undefined;

/** One row a time of measuring, the latest first. */
function dateTable(placed: readonly Placed[], context: Context): Block[] {
  if (placed.length === 0) return [];
  const { words } = context;
  const inUse = signs.map((_, index) => placed.some(({ column }) => column === index));
  const times = [...Map.groupBy(placed, ({ item }) => keyOf(item))].toSorted(([a], [b]) => (a < b ? 1 : -1));
  const columns: Column[] = [
    { title: words.label.date, share: 2.2 },
    ...signs.flatMap((sign, index) => (inUse[index] ? [{ title: words.sign[sign.name], share: 2 }] : [])),
  ];
  const rows = times.map(([, held]) => [
    main(held[0] && observedWords(held[0].item, context)),
    ...signs.flatMap((_, index) =>
      inUse[index]
        ? [cell(...held.filter(({ column }) => column === index).map((one) => valueText(one)))]
        : [],
    ),
  ]);
  return [{ block: 'table', columns, rows }];
}

/** Blood pressure as 120/80; all else as it is. */
function valueText({ item, said }: Placed) {
  const pressure = pressureOf(item);
  const text = pressure ?? said.value ?? '';
  const flag = said.flag;
  if (!flag) return text;
  return [
    { text: `${text} `, tone: 'normal' as const },
    isAlarming(flag) ? alert(flag) : { text: flag, tone: 'quiet' as const },
  ];
}

function pressureOf({ components = [] }: Observation): string | undefined {
  const value = (loinc: string) =>
    components.find(({ code }) => code.codings.some(({ code }) => code === loinc))?.value?.quantity;
  const [over, under] = [value('8480-6'), value('8462-4')];
  const isPlain = components.every(
    ({ interpretations, referenceRanges }) => !interpretations && !referenceRanges,
  );
  if (!over?.value || !under?.value || components.length !== 2 || !isPlain) return undefined;
  return `${over.value}/${under.value} mmHg`;
}

/** What is said of several signs alike stands once for all of them; values of the table are not said again. */
function detailRows(inTable: readonly Placed[], others: readonly Placed[]): Row[] {
  const latest = (a: Placed, b: Placed) => (keyOf(a.item) < keyOf(b.item) ? 1 : -1);
  const alike = Map.groupBy(
    inTable.filter(hasMore).toSorted(latest),
    ({ said: { details, date, reference } }) => JSON.stringify([details, date, reference]),
  );
  const together = [...alike.values()].map((held): Row => {
    const names = [...new Set(held.map(({ said }) => said.name))].join(', ');
    const { reference, date, details = [] } = held[0]?.said ?? {};
    return { cells: [main(names), cell(reference), cell(), cell(date)], details };
  });
  const single = others
    .toSorted(latest)
    .map(({ said: { name, codes, value, flag, reference, date, details } }): Row => {
      return { cells: [main(name), cell(value, reference), cell(flag), cell(date)], codes, details };
    });
  return [...together, ...single];
}

const day = 86_400_000;

/** What was measured three times or more: blood pressure and weight. */
function charts(items: readonly Observation[], context: Context): Block[] {
  const found = [pressureChart(items, context), weightChart(items, context)].filter(
    (one) => one !== undefined,
  );
  return found.length > 0 ? [{ block: 'charts', charts: found }] : [];
}

type Point = readonly [x: number, y: number];

function pressureChart(items: readonly Observation[], context: Context): Chart | undefined {
  const part = (loinc: string): Point[] =>
    items.flatMap((item) => {
      const parts = [item, ...(item.components ?? [])];
      return parts
        .filter(({ code }) => code.codings.some((one) => one.code === loinc))
        .flatMap(({ value }) => pointOf(item, value?.quantity?.value));
    });
  const series = [
    { label: context.words.sign.systolic, points: part('8480-6') },
    { label: context.words.sign.diastolic, points: part('8462-4') },
  ];
  return chartOf(`${context.words.sign.bloodPressure} (mmHg)`, series, context);
}

function weightChart(items: readonly Observation[], context: Context): Chart | undefined {
  const weights = items.filter((item) => columnOf(item) === 5);
  const units = new Set(weights.map(({ value }) => value?.quantity && unitWords(value.quantity)));
  const [first] = weights;
  if (!first || units.size !== 1) return undefined;
  const label = conceptWords(first.code, context.words) ?? '';
  const points = weights.flatMap((item) => pointOf(item, item.value?.quantity?.value));
  return chartOf(`${label} (${[...units][0] ?? ''})`, [{ label: '', points }], context);
}

function pointOf(item: Observation, value: string | undefined): Point[] {
  const at = Date.parse(keyOf(item)) / day;
  return value !== undefined && Number.isFinite(at) && Number.isFinite(Number(value))
    ? [[at, Number(value)]]
    : [];
}

function chartOf(title: string, series: readonly Series[], { words }: Context): Chart | undefined {
  const drawn = series
    .map(({ label, points }) => ({ label, points: points.toSorted(([a], [b]) => a - b) }))
    .filter(({ points }) => points.length >= 3);
  const days = drawn.flatMap(({ points }) => points.map(([at]) => at));
  if (drawn.length === 0 || new Set(days).size < 3) return undefined;
  const date = (at: number) => dateWords(new Date(at * day).toISOString().slice(0, 10), words);
  const said = drawn.map(({ label, points }) => {
    const values = points.map(([, value]) => value);
    const [low, high, last] = [Math.min(...values), Math.max(...values), values.at(-1) ?? 0];
    return `${label} ${words.say.trend(values.length, String(low), String(high), String(last))}`.trim();
  });
  const [from, to] = [date(Math.min(...days)), date(Math.max(...days))];
  return { title, series: drawn, from, to, words: `${title}, ${from} – ${to}: ${said.join('; ')}` };
}
