import type { TableKind } from '../kind.ts';
import type { Wish } from '../wish.ts';
import { allergy, dispense, immunization, order, procedure } from './clinical.ts';
import { location, organization, practitioner } from './directory.ts';
import { encounter } from './encounter.ts';
import { medication } from './medication.ts';
import { observation } from './observation.ts';
import { patient } from './patient.ts';
import { problem } from './problem.ts';

/** What is wanted of a table of each kind; kinds of which nothing is known are not guessed. */
export const wishes: Readonly<Partial<Record<TableKind, readonly Wish[]>>> = {
  patient,
  encounter,
  problem,
  medication,
  dispense,
  observation,
  allergy,
  immunization,
  procedure,
  order,
  practitioner,
  organization,
  location,
};
