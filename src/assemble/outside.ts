import { type Identifier, numberReferredTo, type Reference } from '../record/index.ts';
import type { Candidate, Identified } from './identify.ts';

/** Finds the statement of the patient that has a number, whatever source tells of it; of two nobody is guessed. */
export type FindByNumber = (ref: string) => string | undefined;

/** Opens the numbers of all statements, when somebody asks for one. */
export function findByNumber(groups: Identified): FindByNumber {
  let known: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  return (ref) => {
    const asked = numberReferredTo(ref);
    if (!asked) return undefined;
    known ??= numbersIn(groups);
    const [found, other] = known.get(`${asked.kind} ${asked.number}`) ?? [];
    return other === undefined ? found : undefined;
  };
}

function numbersIn(groups: Identified): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const [final, group] of groups) {
    for (const key of group.flatMap(keysOf)) found.set(key, (found.get(key) ?? new Set()).add(final));
  }
  return found;
}

const keysOf = ({ kind, item }: Candidate): string[] =>
  ((item['identifiers'] ?? []) as readonly Identifier[]).flatMap(({ value }) =>
    value === undefined ? [] : [`${kind} ${value}`],
  );

/** A field that refers to something by its number. */
export const isByNumber = (value: unknown): value is Reference =>
  typeof value === 'object' &&
  value !== null &&
  'ref' in value &&
  typeof value.ref === 'string' &&
  numberReferredTo(value.ref) !== undefined;
