import {
  countIdentity,
  openTally,
  patientLine,
  type TalliedGroup,
  tallyGroup,
} from '../reconciliation/tally/index.ts';
import type { Rendered } from './render.ts';
import type { RunFolder } from './run-folder.ts';

/** What the report will be made of: `tally.json`, and `patients.ndjson`, which is patient data. */
export interface TallyFiles {
  add(converted: TalliedGroup): void;
  addShared(people: Rendered): void;
  close(): void;
}

/** Opens both; counts are summed chart by chart, lines of patients are written as they come, where outputs go. */
export function openTallyFiles(folder: RunFolder, outputs: RunFolder): TallyFiles {
  const book = openTally();
  const patients = outputs.append('patients.ndjson');
  return {
    add(converted) {
      book.add(tallyGroup(converted));
      const line = patientLine(converted);
      if (line) patients.write(`${JSON.stringify(line)}\n`);
    },
    addShared({ resources }) {
      for (const resource of resources) countIdentity(resource, book);
    },
    close() {
      patients.close();
      folder.write('tally.json', `${JSON.stringify(book.tally(), null, 1)}\n`);
    },
  };
}
