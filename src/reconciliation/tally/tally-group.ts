import { type Kind, kindNames } from '../../record/index.ts';
import { countSubjectOf } from './codes.ts';
import { keyOf } from './counts.ts';
import { countOddities, countYears, precisionOf } from './dates.ts';
import { contributionsOf, type TalliedGroup } from './group.ts';
import { countPatientFields } from './patient-fields.ts';
import { countResources } from './resources.ts';
import { countStatuses } from './statuses.ts';
import { openTally, type Tally, type TallyBook } from './tally.ts';
import { countValues } from './values.ts';
import { type Sought, walk } from './walk.ts';
import { writtenStatements } from './written-statements.ts';

/** Everything that the report counts of one chart. */
export function tallyGroup(group: TalliedGroup): Tally {
  const book = openTally();
  countCharts(group, book);
  countStatements(group, book);
  countPatientFields(group, book);
  countResources(group, book);
  countRecord(group, book);
  countValues(group, book);
  const statements = writtenStatements(group);
  countStatuses(statements, book);
  for (const one of statements) countYears(one, book);
  // What is told of a source's own words only where several charts have them.
  for (const key of book.keys('localCodes')) book.count('localCodeCharts', key);
  for (const key of book.keys('units')) book.count('unitCharts', key);
  return book.tally();
}

function countCharts({ record, documents, rows, rendered }: TalliedGroup, book: TallyBook): void {
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

/** What stands in the statements of a record: codes and times. */
function countRecord({ record }: TalliedGroup, book: TallyBook): void {
  if (!record) return;
  const { patient } = record;
  for (const [kind, items] of Object.entries(record.statements)) {
    const sought: Sought = {
      codings: (codings) => {
        for (const { system } of codings) book.count('systems', system ?? '');
      },
      when: (when) => book.count('precisions', keyOf(kind, precisionOf(when))),
    };
    for (const item of items) {
      countSubjectOf(kind, item, book);
      countOddities({ kind, item: item as unknown as Readonly<Record<string, unknown>>, patient }, book);
      walk(item, sought);
    }
  }
}

/** What the sources state and what of it stands in the record and in what was written. */
function countStatements(group: TalliedGroup, book: TallyBook): void {
  const contributions = contributionsOf(group);
  for (const kind of kindNames) {
    const read = sum(contributions.map(({ statements }) => statements[kind]?.length ?? 0));
    book.count('statements', keyOf(kind, 'read'), read);
    book.count('having', keyOf(kind, 'source'), read > 0 ? 1 : 0);
    countKept(kind, group, book);
  }
}

function countKept(kind: Kind, { record, rendered }: TalliedGroup, book: TallyBook): void {
  const kept = record?.statements[kind] ?? [];
  const types = kept.map(({ id }) => (rendered?.index.get(`${kind}/${id}`) ?? []).map(typeOf));
  book.count('statements', keyOf(kind, 'kept'), kept.length);
  book.count('having', keyOf(kind, 'target'), types.some((own) => own.length > 0) ? 1 : 0);
  for (const own of types) {
    for (const type of own.length > 0 ? own : ['']) book.count('written', keyOf(kind, type));
  }
}

const typeOf = (address: string): string => address.slice(0, address.indexOf('/'));
