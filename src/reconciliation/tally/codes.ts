import type { Coding, Concept, Kind } from '../../record/index.ts';
import { isStandardSystem } from '../../terminology/index.ts';
import { keyOf } from './counts.ts';
import type { TalliedGroup } from './group.ts';
import type { TallyBook } from './tally.ts';

/** The field that says what a statement is about. */
const subjects: Partial<Record<Kind, string>> = {
  problem: 'code',
  allergy: 'code',
  medication: 'code',
  immunization: 'code',
  procedure: 'code',
  observation: 'code',
  report: 'code',
  order: 'code',
  encounter: 'types',
  note: 'type',
  familyMember: 'relationship',
};

/** How the subjects of statements are coded, and all systems that codes are of. */
export function countCodes({ record }: TalliedGroup, book: TallyBook): void {
  for (const [kind, items] of Object.entries(record?.statements ?? {})) {
    for (const item of items) countItem(kind, item, book);
  }
}

function countItem(kind: string, item: object, book: TallyBook): void {
  const field = subjects[kind as Kind];
  if (field !== undefined) countSubject(kind, subjectOf(item, field), book);
  for (const coding of codingsIn(item)) book.count('systems', coding.system ?? '');
}

function subjectOf(item: object, field: string): Concept | undefined {
  const value = (item as Record<string, unknown>)[field];
  return (Array.isArray(value) ? value[0] : value) as Concept | undefined;
}

function countSubject(kind: string, concept: Concept | undefined, book: TallyBook): void {
  book.count('coded', keyOf(kind, wayOf(concept)));
  const codings = concept?.codings ?? [];
  if (codings.some(({ system }) => isStandard(system))) return;
  for (const { system, code } of codings) {
    if (code !== undefined) book.count('localCodes', keyOf(kind, system, code));
  }
}

/** How far others understand what a statement is about. */
function wayOf(concept: Concept | undefined): string {
  if (!concept) return 'none';
  const { codings, text, absent } = concept;
  if (codings.some(({ system }) => isStandard(system))) return 'standard';
  if (codings.some(({ code, system }) => code !== undefined && system !== undefined)) return 'local';
  if (codings.some(({ code }) => code !== undefined)) return 'no-system';
  if (text !== undefined || codings.length > 0) return 'text';
  return absent === undefined ? 'none' : 'absent';
}

/** Whether a code system is one that receivers know. */
const isStandard = (system: string | undefined): boolean => system !== undefined && isStandardSystem(system);

function* codingsIn(value: unknown): Generator<Coding> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, one] of Object.entries(value)) {
    if (key === 'codings') yield* one as Coding[];
    else if (typeof one === 'object') yield* codingsIn(one);
  }
}
