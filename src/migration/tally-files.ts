import {
  countIdentity,
  openTally,
  patientLine,
  type TalliedGroup,
  type Tally,
  type TallyBook,
  tallyGroup,
} from '../reconciliation/tally/index.ts';
import type { Rendered } from './render.ts';
import type { RunFolder } from './run-folder.ts';

/** What the report will be made of, of some charts: sums, and a line for each patient. */
export interface ShardTally {
  add(converted: TalliedGroup): void;
  tally(): Tally;
}

/** Opens it; the lines of patients go where outputs go. */
export function openShardTally(write: (line: string) => void): ShardTally {
  const book = openTally();
  return {
    add(converted) {
      tallyGroup(converted, book);
      const line = patientLine(converted);
      if (line) write(`${JSON.stringify(line)}\n`);
    },
    tally: book.tally,
  };
}

/** Writes `tally.json`: the sums of all shards, and the people of the run. */
export function writeTally(folder: RunFolder, book: TallyBook, { resources }: Rendered): void {
  for (const resource of resources) countIdentity(resource, book);
  folder.write('tally.json', `${JSON.stringify(book.tally(), null, 1)}\n`);
}
