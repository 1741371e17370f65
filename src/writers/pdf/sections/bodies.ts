import type { Block } from '../../../document/index.ts';
import type { Observation } from '../../../record/index.ts';
import type { Context } from '../context.ts';
import type { SectionKey } from '../words/section-keys.ts';
import { demographics } from './demographics.ts';
import { encounters } from './encounters.ts';
import { devices, supplies } from './equipment.ts';
import { family } from './family.ts';
import { goals } from './goals.ts';
import { immunizations } from './immunizations.ts';
import { insurance } from './insurance.ts';
import type { Movable } from './later.ts';
import { dispensed, medications, stoppedEarlier } from './medications.ts';
import { messages } from './messages.ts';
import { documents, notes } from './notes.ts';
import { people } from './people.ts';
import { plan } from './plan.ts';
import { problems } from './problems.ts';
import { procedures } from './procedures.ts';
import { observations, results, resultsBefore } from './results.ts';
import { vitals } from './vitals.ts';

type Body = (context: Context, items: readonly Observation[]) => Block[];

/** What is printed under each heading; allergies and the words of the source are made apart. */
const bodies: { readonly [K in SectionKey]: Body } = {
  allergies: () => [],
  alerts: (context, items) => [...observations(context, items), ...devices(context)],
  problems,
  medications,
  results,
  vitals,
  immunizations,
  procedures,
  encounters,
  social: (context, items) => observations(context, items, 'social-history'),
  family,
  functional: observations,
  observations,
  plan,
  goals,
  equipment: supplies,
  messages,
  insurance,
  notes,
  documents,
  demographics,
  people,
  source: () => [],
};

export const bodyOf = (key: SectionKey, context: Context, items: readonly Observation[]): Block[] =>
  bodies[key](context, items);

type Later = (context: Context, items: readonly Observation[]) => Movable;

/** What of each section may stand later. */
const movables: { readonly [K in SectionKey]?: readonly Later[] } = {
  medications: [stoppedEarlier, dispensed],
  results: [resultsBefore],
};

export const movablesOf = (
  key: SectionKey,
  context: Context,
  items: readonly Observation[],
): readonly Movable[] => (movables[key] ?? []).map((one) => one(context, items));
