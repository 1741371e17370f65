import type { Guide, Json, Profile } from '../profile.ts';
import { conditionProfiles } from './condition.ts';
import { observationProfiles } from './observation.ts';
import { people } from './people.ts';
import { statements } from './statements.ts';

const byType = new Map<unknown, (resource: Json) => readonly Profile[]>([
  ...Object.entries(people).map(([type, profile]) => [type, () => [profile]] as const),
  ...Object.entries(statements),
  ['Condition', conditionProfiles],
  ['Observation', observationProfiles],
]);

/** US Core 6.1.0. */
export const usCore: Guide = (resource) => byType.get(resource['resourceType'])?.(resource) ?? [];
