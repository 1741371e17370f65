import { type Kind, kindNames } from '../../record/index.ts';
import { countSubjectOf } from './codes.ts';
import { keyOf, pairOf } from './counts.ts';
import { countOddities, countYears, precisionOf } from './dates.ts';
import { contributionsOf, type TalliedGroup } from './group.ts';
import { countPatientFields } from './patient-fields.ts';
import { countResources } from './resources.ts';
import { countStatuses } from './statuses.ts';
import { countSums } from './sums.ts';
import type { Counter } from './tally.ts';
import { countTranslation } from './translations.ts';
import { countValues } from './values.ts';
import { visitsOf } from './visits.ts';
import { type Sought, walk } from './walk.ts';
import { writtenStatements } from './written-statements.ts';

/** Counts everything that the report tells of one chart, straight into the sum over many. */
export function tallyGroup(group: TalliedGroup, sums: Counter): void {
  const { book, finish } = chartOf(sums);
  countCharts(group, book);
  countStatements(group, book);
  countPatientFields(group, book);
  countResources(group, book);
  countRecord(group, book);
  countValues(group, book);
  const statements = writtenStatements(group);
  countStatuses(statements, book);
  for (const one of statements) {
    countYears(one, book);
    countSums(one, book);
    countTranslation(one, book);
  }
  finish();
}

/** What is told of a source's own words only where several charts have them: charts are counted beside. */
const byChart = { localCodes: 'localCodeCharts', units: 'unitCharts' } as const;

/** Counts into the sums, and keeps the words of this chart until it is done. */
function chartOf(sums: Counter): { book: Counter; finish(): void } {
  const own = { localCodes: new Set<string>(), units: new Set<string>() };
  return {
    book: {
      count(what, key, times) {
        sums.count(what, key, times);
        if (what === 'localCodes' || what === 'units') own[what].add(key);
      },
    },
    finish() {
      for (const key of own.localCodes) sums.count(byChart.localCodes, key);
      for (const key of own.units) sums.count(byChart.units, key);
    },
  };
}

function countCharts({ record, documents, rows, rendered }: TalliedGroup, book: Counter): void {
  book.count('charts', 'chart', record ? 1 : 0);
  book.count('charts', 'document', documents.length);
  book.count('charts', 'with-rows', rows.length > 0 ? 1 : 0);
  book.count('charts', 'document-bytes', sum(documents.map(({ file }) => file.size)));
  const printed = rendered?.files.filter(({ file }) => file.startsWith('pdf/')) ?? [];
  book.count('charts', 'printed', printed.length);
  for (const { contribution } of [...documents, ...rows]) {
    for (const { mediaType } of contribution.embedded ?? []) book.count('embedded', mediaType ?? '');
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

type Fields = Readonly<Record<string, unknown>>;

/** What stands in the statements of a record: codes and times. */
function countRecord({ record }: TalliedGroup, book: Counter): void {
  if (!record) return;
  const { patient } = record;
  const visits = visitsOf(record);
  for (const [kind, items] of Object.entries(record.statements)) {
    const sought: Sought = {
      codings: (codings) => {
        for (const { system } of codings) book.count('systems', system ?? '');
      },
      when: (when) => book.count('precisions', pairOf(kind, precisionOf(when))),
    };
    for (const item of items) {
      countSubjectOf(kind, item, book);
      countOddities({ kind, item: item as unknown as Fields, patient, visits }, book);
      walk(item, sought);
    }
  }
}

/** What the sources state and what of it stands in the record and in what was written. */
function countStatements(group: TalliedGroup, book: Counter): void {
  const contributions = contributionsOf(group);
  for (const kind of kindNames) {
    const read = sum(contributions.map(({ statements }) => statements[kind]?.length ?? 0));
    book.count('statements', keyOf(kind, 'read'), read);
    book.count('having', keyOf(kind, 'source'), read > 0 ? 1 : 0);
    countKept(kind, group, book);
  }
}

function countKept(kind: Kind, { record, rendered }: TalliedGroup, book: Counter): void {
  const kept = record?.statements[kind] ?? [];
  const types = kept.map(({ id }) => (rendered?.index.get(`${kind}/${id}`) ?? []).map(typeOf));
  book.count('statements', keyOf(kind, 'kept'), kept.length);
  book.count('having', keyOf(kind, 'target'), types.some((own) => own.length > 0) ? 1 : 0);
  for (const own of types) {
    for (const type of own.length > 0 ? own : ['']) book.count('written', pairOf(kind, type));
  }
}

const typeOf = (address: string): string => address.slice(0, address.indexOf('/'));
