import type { z } from 'zod';
import { type Kind, kindNames, kinds, people } from '../../record/index.ts';
import type { TargetName } from '../record-rule.ts';
import { allergy, deviceUse, encounter, observation, problem, productInstance } from './clinical.ts';
import { patientTarget } from './patient.ts';
import { type Target, type TargetWords, targetOf } from './target.ts';

export type { Target } from './target.ts';

const unknown = { defaults: { status: 'unknown' } };
const planned = { defaults: { status: 'unknown', intent: 'plan' } };

/**
 * What holds of each kind beside its schema. Where the record needs a status and nobody says it, it is unknown; where
 * FHIR has no such word, it is what the guide for C-CDA takes for a statement that says nothing of its status.
 */
const words: Readonly<Partial<Record<Kind, TargetWords>>> = {
  encounter,
  problem,
  allergy,
  deviceUse,
  productInstance,
  observation,
  report: unknown,
  procedure: unknown,
  dispense: unknown,
  careTeam: unknown,
  imagingStudy: unknown,
  carePlan: planned,
  message: unknown,
  order: planned,
  medication: planned,
  deviceRequest: planned,
  supplyRequest: planned,
  messageRequest: unknown,
  immunization: { defaults: { status: 'completed' } },
  note: { defaults: { status: 'current' } },
  coverage: { defaults: { status: 'active' } },
  account: { defaults: { status: 'active' } },
  goal: { defaults: { lifecycleStatus: 'active' } },
  familyMember: { defaults: { status: 'completed' } },
  risk: { defaults: { status: 'final' } },
};

/** A document is a file of its own; rows make notes. */
const statements = kindNames
  .filter((kind) => kind !== 'document')
  .map((kind) => {
    const schema = kinds[kind].schema as unknown as z.ZodObject;
    return targetOf(kind, schema, { ...words[kind], without: ['text'] });
  });

const directory = Object.entries(people).map(([name, schema]) => targetOf(name as TargetName, schema));

/** What rules can make, by its name. */
export const targets: ReadonlyMap<string, Target> = new Map(
  [patientTarget, ...statements, ...directory].map((target) => [target.name, target]),
);

/** Whether a target belongs to no patient. */
export const isShared = (name: string): boolean => Object.hasOwn(people, name);
