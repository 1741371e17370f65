import type { Address } from './addresses.ts';
import { lazyScratch, openRepeats, type Repeats } from './repeats.ts';
import { numberOf } from './tally/index.ts';

/** The resources of a type as they lie in the folder. */
export interface Found {
  count: number;
  /** The sum over their ids that the run made when it wrote them. */
  sum: number;
  /** How many have the id of another one. */
  repeated: number;
}

/** Counts resources by type. */
export interface AddressBook {
  note(address: Address): void;
  /** What was counted. The book ends with it. */
  close(): Record<string, Found>;
}

/** Opens a book; its file in the folder of the run has no name once it is open. */
export function openAddressBook(folder: string, name: string): AddressBook {
  const types = new Map<string, { count: number; sum: number; readonly ids: Repeats }>();
  const scratch = lazyScratch(folder, name);
  return {
    note([type, id]) {
      const found = types.get(type) ?? { count: 0, sum: 0, ids: openRepeats(scratch.open) };
      if (found.count === 0) types.set(type, found);
      found.count += 1;
      found.sum += numberOf(id);
      found.ids.note(id);
    },
    close() {
      const all = [...types].map(([type, { count, sum, ids }]) => [
        type,
        { count, sum, repeated: ids.close() },
      ]);
      scratch.close();
      return Object.fromEntries(all);
    },
  };
}
