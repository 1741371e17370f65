import type { Group } from './plan.ts';
import type { GroupRows } from './tables/index.ts';

interface TablePatient {
  readonly id: string;
  readonly rows: readonly GroupRows[];
}

/** The groups of documents and of rows in the order of their ids; those of one id are one group. */
export function* allGroups(documents: readonly Group[], patients: Iterable<TablePatient>): Generator<Group> {
  let at = 0;
  for (const { id, rows } of patients) {
    for (let next = documents[at]; next && next.id < id; next = documents[++at]) yield next;
    const same = documents[at];
    if (same?.id === id) at += 1;
    yield { id, documents: same?.id === id ? same.documents : [], rows };
  }
  yield* documents.slice(at);
}
