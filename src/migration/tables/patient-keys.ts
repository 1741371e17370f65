import type { Row } from '../../readers/csv/index.ts';
import type { KeyStore } from './key-store.ts';
import type { RouteRule } from './reasons.ts';
import type { Route, Step } from './routes.ts';
import type { KeyOf } from './row-key.ts';

/** A patient of an export: the id that the table gives, and the key of its row. */
export interface RowPatient {
  readonly id: string;
  readonly key: string;
}

/** Whose a row is, or by which rule it has nobody. */
export type Owner = RowPatient | { readonly rule: RouteRule };

/** Which patient each key of an export leads to. */
export interface PatientKeys {
  /** Says whose a row is to those that link to it by these columns. */
  note(table: string, columns: readonly string[], key: string, owner: Owner): void;
  /** Whose a key is. */
  find(table: string, columns: readonly string[], key: string): Owner;
  /** Says that a patient is in the export. */
  meet(patient: RowPatient): void;
  /** The patient, where there is one alone. */
  only(): RowPatient | undefined;
  /** Follows the links of a row. */
  ownerOf(route: Route, row: Row, keyOf: KeyOf): Owner;
}

const idLength = 36;

/** Opens the keys of an export, by its number in the run. */
export function openPatientKeys(from: number, store: KeyStore): PatientKeys {
  let met: RowPatient | undefined;
  let hasOthers = false;
  const find = (table: string, columns: readonly string[], key: string): Owner => {
    const text = store.get(spaceOf(from, table, columns), key);
    return text === undefined ? { rule: 'orphan' } : ownerIn(text);
  };
  const follow = ({ columns, table, to }: Step, row: Row, keyOf: KeyOf): Owner | undefined => {
    const key = keyOf(row, columns);
    return key === undefined ? undefined : find(table, to, key);
  };
  return {
    note: (table, columns, key, owner) => enter(store, spaceOf(from, table, columns), key, owner),
    find,
    meet(patient) {
      if (!met) met = patient;
      else if (met.id !== patient.id || met.key !== patient.key) hasOthers = true;
    },
    only: () => (hasOthers ? undefined : met),
    ownerOf(route, row, keyOf) {
      let found: Owner = { rule: 'no-patient' };
      for (const step of route.steps) {
        const owner = follow(step, row, keyOf);
        if (owner && 'id' in owner) return owner;
        if (owner) found = owner;
      }
      return found;
    },
  };
}

const spaceOf = (from: number, table: string, columns: readonly string[]): string =>
  `owner ${from} ${table} ${columns.join()}`;

/** Who is set aside is written by the rule that those get who link there. */
const textOf = (owner: Owner): string => ('id' in owner ? owner.id + owner.key : `!${heldRule(owner.rule)}`);

const heldRule = (rule: RouteRule): RouteRule => (rule === 'held-with-patient' ? rule : 'held-with-link');

function ownerIn(text: string): Owner {
  if (text.startsWith('!')) return { rule: text.slice(1) as RouteRule };
  return { id: text.slice(0, idLength), key: text.slice(idLength) };
}

const ambiguous = '!ambiguous-link';

/** A key of several patients leads to none of them. */
function enter(store: KeyStore, space: string, key: string, owner: Owner): void {
  const text = textOf(owner);
  const before = store.get(space, key);
  if (before === undefined) store.set(space, key, text);
  else if (before.slice(0, idLength) !== text.slice(0, idLength)) store.set(space, key, ambiguous);
}
