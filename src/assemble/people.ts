import { type PatientRecord, PeopleRegister, type Precedence } from '../record/index.ts';
import { stampOf } from './order.ts';

/** What one source says of people, and how late it speaks. */
export interface PeopleView {
  readonly people: PatientRecord['people'];
  readonly precedence: Precedence;
}

/** The people of many sources, each once; the order of the sources does not matter. */
export function mergePeople(views: readonly PeopleView[]): PatientRecord['people'] {
  const register = new PeopleRegister();
  for (const { people, precedence } of views) register.addAll(people, stampOf(precedence));
  return register.people();
}
