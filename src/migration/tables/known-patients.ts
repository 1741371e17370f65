import type { PatientScan } from '../../readers/index.ts';
import type { KeyStore } from './key-store.ts';
import type { RouteRule } from './reasons.ts';

/** The patients of all sources by their identifiers, for tables that name patients and do not say who they are. */
export interface KnownPatients {
  /** Takes a patient of a document or of an export. */
  add(scan: PatientScan): void;
  /** Whose identifiers these are; nobody is guessed. `idOf` knows who of them is one person. */
  find(identifiers: PatientScan['identifiers'], idOf: (own: string) => string): Known;
}

type Known = { readonly id: string } | { readonly rule: RouteRule };

const space = 'known';

/** Opens the list; what is met once is kept in the store, so that a large export needs little memory. */
export function openKnownPatients(store: KeyStore): KnownPatients {
  return {
    add({ patient, identifiers }) {
      for (const key of keysOf(identifiers)) {
        const before = store.get(space, key)?.split(' ') ?? [];
        if (!before.includes(patient)) store.set(space, key, [...before, patient].join(' '));
      }
    },
    find(identifiers, idOf) {
      const keys = keysOf(identifiers);
      if (keys.length === 0) return { rule: 'no-patient' };
      const owners = keys.flatMap((key) => store.get(space, key)?.split(' ') ?? []);
      const [id, ...others] = new Set(owners.map(idOf));
      if (id === undefined) return { rule: 'unknown-patient' };
      return others.length > 0 ? { rule: 'several-patients' } : { id };
    },
  };
}

/** A number without its system says nothing: another organisation may have given it to somebody else. */
const keysOf = (identifiers: PatientScan['identifiers']): string[] =>
  identifiers.flatMap(({ system, value }) => (system && value ? [`${system}\u001f${value}`] : []));
