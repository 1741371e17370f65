import type { PatientScan } from '../../readers/index.ts';
import type { IdMaker } from '../../record/index.ts';
import type { KeyStore } from './key-store.ts';

/** A row of a patients' table: its id, the number of its export, its key. */
interface RowName {
  readonly id: string;
  readonly from: number;
  readonly key: string;
}

/**
 * Rows of one export to which what identifies them gives one id though they are of two people: twins share a birth
 * date, a family name and often the number of a policy. Their keys differ, and so do their numbers of some system.
 */
export interface Twins {
  meet(row: RowName & Pick<PatientScan, 'identifiers'>): void;
  /** Whether the id of a row is that of somebody else too. */
  has(row: Pick<RowName, 'id' | 'from'>): boolean;
  settle(make: IdMaker): void;
  /** The id of a row: one of its own where others have the same. */
  idOf(row: RowName): string;
}

/** Opens the search; what is met is kept in the store, and only twins in memory. */
export function openTwins(store: KeyStore): Twins {
  const found = new Set<string>();
  let make: IdMaker | undefined;
  const has: Twins['has'] = ({ id, from }) => found.has(`${from} ${id}`);
  return {
    has,
    meet({ id, from, key, identifiers }) {
      const space = `row ${from}`;
      const before = store.get(space, id);
      if (before === undefined) store.set(space, id, JSON.stringify([key, identifiers]));
      else {
        const [other, numbers] = JSON.parse(before) as [string, PatientScan['identifiers']];
        if (other !== key && differ(numbers, identifiers)) found.add(`${from} ${id}`);
      }
    },
    settle(given) {
      make = given;
    },
    idOf: (row) => (make && has(row) ? make('patient', 'row', row.id, row.key) : row.id),
  };
}

/** Whether two rows have numbers of one system and share none of them. */
function differ(one: PatientScan['identifiers'], other: PatientScan['identifiers']): boolean {
  return one.some(({ system }) => {
    const theirs = other.filter((number) => number.system === system).map(({ value }) => value);
    const ours = one.filter((number) => number.system === system).map(({ value }) => value);
    return theirs.length > 0 && !ours.some((value) => theirs.includes(value));
  });
}
