import type { Concept, Kind } from '../../record/index.ts';
import { isStandardSystem } from '../../terminology/index.ts';
import { keyOf, pairOf } from './counts.ts';
import type { Counter } from './tally.ts';

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

/** How the subject of a statement is coded. */
export function countSubjectOf(kind: string, item: object, book: Counter): void {
  const field = subjects[kind as Kind];
  if (field !== undefined) countSubject(kind, subjectOf(item, field), book);
}

function subjectOf(item: object, field: string): Concept | undefined {
  const value = (item as Record<string, unknown>)[field];
  return (Array.isArray(value) ? value[0] : value) as Concept | undefined;
}

function countSubject(kind: string, concept: Concept | undefined, book: Counter): void {
  book.count('coded', pairOf(kind, wayOf(concept)));
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
