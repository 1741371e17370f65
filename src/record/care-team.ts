import { z } from 'zod';
import { concept, participation, period, reference } from './datatypes.ts';
import { rulesOf, timeIdentity } from './kind-rules.ts';
import { statementFields } from './statement.ts';

/** People and organisations who care for a patient together. */
export const careTeam = z.strictObject({
  ...statementFields,
  status: z.enum(['proposed', 'active', 'suspended', 'inactive', 'entered-in-error', 'unknown']),
  /** What it is for: longitudinal, of an episode, of a condition. */
  categories: z.array(concept).optional(),
  name: z.string().optional(),
  period: period.optional(),
  /** Each with the functions that he or she has in the team, and the time of it; the lead has PPRF among them. */
  members: z.array(participation).optional(),
  locations: z.array(reference).optional(),
  encounter: reference.optional(),
});

export type CareTeam = z.infer<typeof careTeam>;

/** What makes two care teams the same one. */
const careTeamIdentity = (item: CareTeam): unknown[] => [
  item.name,
  item.categories?.map(({ codings }) => codings.map(({ system, code }) => [system, code])),
  timeIdentity(item.period?.start),
];

export const careTeamRules = rulesOf<CareTeam>({
  schema: careTeam,
  identity: careTeamIdentity,
  coupled: ['status', 'period', 'members'],
  united: ['categories', 'locations'],
});
