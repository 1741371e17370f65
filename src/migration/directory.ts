import { type PeopleView, stampOf } from '../assemble/index.ts';
import { type PatientRecord, PeopleRegister, type PeopleSlot } from '../record/index.ts';

/** The people, organisations, locations and devices of a whole run, or of a part of it. */
export interface Directory {
  add(view: PeopleView): void;
  /** Adds what a part of the run knows of somebody. */
  absorb(slot: PeopleSlot): void;
  /** All that is known, to be absorbed by another. */
  slots(): Generator<PeopleSlot>;
  merged(): PatientRecord['people'];
}

/** Opens the directory. */
export function openDirectory(): Directory {
  const register = new PeopleRegister();
  return {
    add: ({ people, precedence }) => register.addAll(people, stampOf(precedence)),
    absorb: (slot) => register.absorb(slot),
    slots: () => register.slots(),
    merged: () => register.people(),
  };
}
