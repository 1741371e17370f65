import { type Kind, kindNames, type PatientRecord, type Statements } from '../../record/index.ts';
import { type Grouped, keyOfStatement } from './grouped.ts';
import type { PdfOptions } from './options.ts';
import { timeKey } from './values/when.ts';
import type { SectionKey } from './words/section-keys.ts';

/** How many entries of each section were left out on request. */
export type Left = ReadonlyMap<SectionKey, number>;

/** What stays whatever is asked for: what the next doctor must know, who the patient is, and where it comes from. */
const always: ReadonlySet<Kind> = new Set<Kind>([
  'allergy',
  'problem',
  'medication',
  'notTaken',
  'noneKnown',
  'productInstance',
  'deviceUse',
  'coverage',
  'account',
  'careTeam',
  'carePlan',
  'familyMember',
  'goal',
  'risk',
  'document',
  'relatedPerson',
]);

type Timed = Readonly<Record<string, unknown>>;

/** When a statement holds at the latest; one without a time is never too old. */
function lastDay(item: Timed): string {
  const points = [
    'effective',
    'performed',
    'occurrence',
    'handedOver',
    'date',
    'sent',
    'collected',
    'delivered',
    'authored',
    'started',
  ];
  const spans = ['effectivePeriod', 'performedPeriod', 'occurrencePeriod', 'period'];
  const found = [
    ...points.map((name) => timeKey(item[name] as never)),
    ...spans.flatMap((name) => {
      const span = item[name] as { start?: never; end?: never } | undefined;
      return [timeKey(span?.start), timeKey(span?.end)];
    }),
  ];
  return found.reduce((a, b) => (a > b ? a : b), '').slice(0, 10);
}

/** The record without what was not asked for. */
export function narrowed(
  record: PatientRecord,
  { since, encounter }: PdfOptions,
  grouped: Grouped,
): { record: PatientRecord; left: Left } {
  const left = new Map<SectionKey, number>();
  if (since === undefined && encounter === undefined) return { record, left };
  const meant = encounter === undefined ? undefined : encounterOf(record, encounter);
  const keep = (kind: Kind, item: Timed): boolean => {
    if (always.has(kind)) return true;
    const day = lastDay(item);
    if (since !== undefined && day !== '' && day < since) return false;
    return meant === undefined || isOf(kind, item, meant);
  };
  const filter = <K extends Kind>(kind: K): Statements[K][] => {
    const items: readonly Statements[K][] = (record.statements as { [P in Kind]: Statements[P][] })[kind];
    return items.filter((item) => {
      const kept = keep(kind, item as unknown as Timed);
      const key = kept ? undefined : keyOfStatement(kind, item.id, grouped);
      if (key) left.set(key, (left.get(key) ?? 0) + 1);
      return kept;
    });
  };
  const statements = Object.fromEntries(kindNames.map((kind) => [kind, filter(kind)]));
  return { record: { ...record, statements: statements as unknown as PatientRecord['statements'] }, left };
}

interface Meant {
  readonly ref: string;
  readonly start: string;
  readonly end: string;
}

/** The encounter of an id or of one of its numbers; of one that is not there nothing is. */
function encounterOf({ statements }: PatientRecord, asked: string): Meant {
  const found = statements.encounter.find(
    ({ id, identifiers }) => id === asked || identifiers?.some(({ value }) => value === asked),
  );
  const [start, end] = [timeKey(found?.period?.start), timeKey(found?.period?.end)];
  return { ref: `encounter/${found?.id ?? ''}`, start: start.slice(0, 10), end: (end || start).slice(0, 10) };
}

function isOf(kind: Kind, item: Timed, { ref, start, end }: Meant): boolean {
  if (kind === 'encounter') return ref === `encounter/${item['id']}`;
  const own = (item['encounter'] as { ref: string } | undefined)?.ref;
  if (own !== undefined) return own === ref;
  const day = lastDay(item);
  return day === '' || (start !== '' && day >= start && day <= end);
}
