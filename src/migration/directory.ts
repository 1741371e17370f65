import { mergePeople, type PeopleView } from '../assemble/index.ts';
import type { PatientRecord } from '../record/index.ts';

/** The people, organisations, locations and devices of a whole run. */
export interface Directory {
  add(view: PeopleView): void;
  merged(): PatientRecord['people'];
}

/** Opens the directory. */
export function openDirectory(): Directory {
  const views: PeopleView[] = [];
  return {
    add: ({ people, precedence }) => void views.push({ people, precedence }),
    merged: () => mergePeople(views),
  };
}
