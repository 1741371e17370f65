import type { Block, Cell, Column, Trend } from '../../../document/index.ts';
import type { Observation, Report, Specimen } from '../../../record/index.ts';
import type { Context } from '../context.ts';
import { details, said, takeApart } from '../details.ts';
import { everyField } from '../every-field.ts';
import { group } from '../group.ts';
import { below, cell, codeSaid, main, type Row, sectionTable, term } from '../section-table.ts';
import { codesWords, conceptsWords, conceptWords } from '../values/concept.ts';
import { mainWords } from '../values/main-words.ts';
import { attachmentWords } from '../values/observed.ts';
import { participationsWords, participationWords, refsWords } from '../values/person.ts';
import { quantityWords } from '../values/quantity.ts';
import { periodWords, timeKey, whenWords } from '../values/when.ts';
import { earlierResults } from './earlier-results.ts';
import { imagingStudies } from './imaging-studies.ts';
import { inPlace, type Movable } from './later.ts';
import { byTime, flagCell, keyOf, observationColumns, observationRow, observed } from './observation-row.ts';

/** Results: the latest of each test by panel, those before or their page, and the reports that they came with. */
export function results(context: Context, items: readonly Observation[]): Block[] {
  const { record, words } = context;
  const panels = panelsOf(context, items);
  const latest = panels.flatMap(({ name, tests }) => panelRows(name, tests, context));
  const { label, say } = words;
  const columns = [
    { title: label.test, share: 5 },
    { title: label.result, share: 3 },
    { title: label.flag, share: 2.2 },
    { title: label.reference, share: 2.6 },
    { title: label.date, share: 2.7 },
    { title: label.trend, share: 2.4 },
  ];
  const reportColumns = [
    { title: label.result, share: 6 },
    { title: label.date, share: 3 },
    { title: label.status, share: 2 },
  ];
  const reports = record.statements.report.toSorted((a, b) =>
    timeKey(a.effective) < timeKey(b.effective) ? 1 : -1,
  );
  return [
    ...latestTable(latest, columns),
    ...inPlace(earlierResults(testsOf(panels), context)),
    ...group(
      { title: say.reports, columns: reportColumns, rows: reports.map((one) => reportRow(one, context)) },
      context,
    ),
    ...group(
      {
        title: say.specimens,
        columns: reportColumns,
        rows: record.statements.specimen.map((one) => specimenRow(one, context)),
      },
      context,
    ),
    ...imagingStudies(context),
  ];
}

const testsOf = (panels: readonly Panel[]) => panels.flatMap(({ tests }) => tests);

/** What was found before. */
export const resultsBefore = (context: Context, items: readonly Observation[]): Movable =>
  earlierResults(testsOf(panelsOf(context, items)), context);

/** Columns in which no test says anything are left away. */
function latestTable(rows: readonly (readonly Cell[])[], columns: readonly Column[]): Block[] {
  if (rows.length === 0) return [];
  const used = columns.map((_, index) =>
    rows.some(({ length, [index]: one }) => length > 1 && one && says(one)),
  );
  const kept = <T>(all: readonly T[]): T[] => all.filter((_, index) => index === 0 || used[index]);
  const fewer = rows.map((cells) => {
    const [first] = cells;
    return cells.length === 1 && first ? [{ ...first, span: kept(columns).length }] : kept(cells);
  });
  return [{ block: 'table', columns: kept(columns), rows: fewer }];
}

const says = ({ text, trend }: Cell): boolean => text.length > 0 || trend !== undefined;

/** The tests of one panel, each with its results, the latest first. */
interface Panel {
  readonly name: string;
  readonly tests: readonly (readonly Observation[])[];
}

/** Tests by the panel of their report, in the order in which the report lists them; those of no report by name. */
function panelsOf({ record, words }: Context, items: readonly Observation[]): Panel[] {
  const names = new Map<string, string>();
  const places = new Map<string, number>();
  for (const { code, results = [] } of record.statements.report) {
    for (const [place, { ref }] of results.entries()) {
      names.set(ref, conceptWords(code, words) ?? '');
      places.set(ref, place);
    }
  }
  const placeOf = ({ id }: Observation) => places.get(`observation/${id}`) ?? 0;
  const panels = Map.groupBy(items, ({ id }) => names.get(`observation/${id}`) ?? words.say.otherResults);
  return [...panels].map(([name, held]) => {
    const tests = [...Map.groupBy(held.toSorted(byTime), (one) => testKey(one)).values()];
    const first = (test: readonly Observation[]) => (test[0] ? placeOf(test[0]) : 0);
    const called = ([test]: readonly Observation[]) => (test && mainWords(test, words)?.toLowerCase()) ?? '';
    return {
      name,
      tests: tests.toSorted((a, b) => first(a) - first(b) || (called(a) < called(b) ? -1 : 1)),
    };
  });
}

const testKey = ({ code, specimen }: Observation): string =>
  `${code.codings[0]?.system ?? ''}|${code.codings[0]?.code ?? code.text ?? ''}|${specimen?.ref ?? ''}`;

function panelRows(
  name: string,
  tests: readonly (readonly Observation[])[],
  context: Context,
): (readonly Cell[])[] {
  const head: Cell = { text: [[term(name)]], span: 6, header: true };
  return [[head], ...tests.map((test) => testRow(test, context))];
}

function testRow(test: readonly Observation[], context: Context): readonly Cell[] {
  const [latest] = test;
  if (!latest) return [];
  const said = observed(latest, context, 'laboratory');
  const { value, flag, reference, date, details } = said;
  const trend = trendOf(test, context);
  const { cells, codes } = codeSaid({ cells: [cell(said.name)], codes: said.codes }, context);
  return [
    { text: cells[0]?.text ?? [], below: below(details, codes) },
    cell(value === undefined ? undefined : [term(value)]),
    flagCell(flag),
    cell(reference),
    cell(date),
    { ...cell(), trend },
  ];
}

const day = 86_400_000;

/** Values of one unit over time; two points are no trend. */
function trendOf(test: readonly Observation[], { words }: Context): Trend | undefined {
  const values = test.toReversed().flatMap((item) => {
    const { value, unit, code, comparator } = item.value?.quantity ?? {};
    const at = Date.parse(keyOf(item)) / day;
    const isNumber = value !== undefined && comparator === undefined && Number.isFinite(Number(value));
    return isNumber && Number.isFinite(at)
      ? [{ at, value, number: Number(value), unit: unit ?? code ?? '' }]
      : [];
  });
  if (values.length < 3 || new Set(values.map(({ unit }) => unit)).size > 1) return undefined;
  const sorted = values.toSorted((a, b) => a.number - b.number);
  return {
    points: values.map(({ at, number }) => [at, number]),
    words: words.say.trend(
      values.length,
      sorted[0]?.value ?? '',
      sorted.at(-1)?.value ?? '',
      values.at(-1)?.value ?? '',
    ),
  };
}

function reportRow(item: Report, context: Context): Row {
  const { told, own } = takeApart(item);
  const { status, categories, code, ...more } = own;
  const {
    encounter,
    effective,
    effectivePeriod,
    issued,
    performers,
    interpreters,
    specimens,
    results: _under,
    ...late
  } = more;
  const { presentedForms, ...rest } = late;
  everyField(rest);
  const { words } = context;
  return {
    cells: [
      main(conceptWords(code, words) ?? words.absent.unknown),
      cell(whenWords(effective, words), periodWords(effectivePeriod, words)),
      cell(words.status[status]),
    ],
    codes: codesWords(code),
    details: [
      ...details(context, [
        ['category', conceptsWords(categories, words)],
        ['issued', whenWords(issued, words)],
        ['performer', participationsWords(performers, context)],
        ['interpreter', participationsWords(interpreters, context)],
        ['specimen', refsWords(specimens, context)],
        ['content', presentedForms?.map((one) => attachmentWords(one, words)).join('; ')],
      ]),
      ...said({ ...told, encounter }, context),
    ],
  };
}

function specimenRow(item: Specimen, context: Context): Row {
  const { told, own } = takeApart(item);
  const { type, collected, ...more } = own;
  const { collectedPeriod, collector, quantity, method, bodySites, conditions, ...rest } = more;
  everyField(rest);
  const { words } = context;
  return {
    cells: [
      main(conceptWords(type, words) ?? words.label.specimen),
      cell(whenWords(collected, words), periodWords(collectedPeriod, words)),
      cell(),
    ],
    details: [
      ...details(context, [
        ['collector', participationWords(collector, context)],
        ['quantity', quantityWords(quantity, words)],
        ['method', conceptWords(method, words)],
        ['bodySite', conceptsWords(bodySites, words)],
        ['specimenCondition', conceptsWords(conditions, words)],
      ]),
      ...said(told, context),
    ],
  };
}

/** Observations that are no results: a table. */
export const observations = (context: Context, items: readonly Observation[], category?: string): Block[] =>
  sectionTable(
    observationColumns(context),
    items.toSorted(byTime).map((one) => observationRow(one, context, category)),
    context,
  );
