import type { Partitions } from './partitions.ts';
import type { Retake } from './retake.ts';
import type { SharedTables } from './shared-tables.ts';

/** The patients whom a run converts: all of them, or those of whom a row is taken again. */
export interface Wanted {
  has(id: string): boolean;
  /** Keeps which patients get rows that are taken again. */
  watch(partitions: Partitions): Partitions;
  /** The same for a shared table, whose rows may be of any patient. */
  watchShared(shared: SharedTables): SharedTables;
}

/** Opens the list. A patient is converted whole: what is written of them replaces what was. */
export function openWanted(retake: Retake | undefined): Wanted {
  if (!retake) return { has: () => true, watch: (partitions) => partitions, watchShared: (shared) => shared };
  let isAll = false;
  const ids = new Set<string>();
  return {
    has: (id) => isAll || ids.has(id),
    watch: ({ add, ...partitions }) => ({
      ...partitions,
      add(patient, placed) {
        if (retake.has(placed.row.layout.file, placed.row.line)) ids.add(patient);
        add(patient, placed);
      },
    }),
    watchShared: (shared) => ({
      ...shared,
      add(row, key) {
        isAll ||= retake.has(row.layout.file, row.line);
        shared.add(row, key);
      },
    }),
  };
}
