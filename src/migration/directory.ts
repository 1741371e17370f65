import { type PeopleView, stampOf } from '../assemble/index.ts';
import { type PatientRecord, PeopleRegister } from '../record/index.ts';

/** The people, organisations, locations and devices of a whole run. */
export interface Directory {
  add(view: PeopleView): void;
  merged(): PatientRecord['people'];
}

/** Opens the directory. */
export function openDirectory(): Directory {
  const register = new PeopleRegister();
  return {
    add: ({ people, precedence }) => register.addAll(people, stampOf(precedence)),
    merged: () => register.people(),
  };
}
