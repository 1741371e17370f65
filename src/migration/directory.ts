import { mergePeople } from '../assemble/index.ts';
import type { PatientRecord, Precedence } from '../record/index.ts';

type People = PatientRecord['people'];

/** The people, organisations, locations and devices of a whole run. */
export interface Directory {
  add(people: People, precedence: Precedence): void;
  merged(): People;
}

/** Opens the directory; a view that says nothing new is not kept. */
export function openDirectory(): Directory {
  const views = new Map<string, { people: People; precedence: Precedence }>();
  return {
    add(people, precedence) {
      views.set(JSON.stringify([people, precedence]), { people, precedence });
    },
    merged: () => mergePeople([...views.values()]),
  };
}
