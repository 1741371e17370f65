/** ActStatus → FHIR's request-status; the guide has no map. An order that is not yet one ("new") is a draft. */
const statuses = {
  new: 'draft',
  active: 'active',
  held: 'on-hold',
  suspended: 'on-hold',
  cancelled: 'revoked',
  aborted: 'revoked',
  completed: 'completed',
  nullified: 'entered-in-error',
  obsolete: 'unknown',
} as const;

/** ActPriority → FHIR's request-priority, as far as FHIR has a word. */
const priorities = {
  R: 'routine',
  UR: 'urgent',
  A: 'asap',
  S: 'stat',
  EM: 'stat',
} as const;

const lookup =
  <T extends string>(map: Readonly<Record<string, T>>) =>
  (code: string): T | undefined =>
    Object.hasOwn(map, code) ? map[code] : undefined;

/** ServiceRequest status of a statusCode. */
export const orderStatusOf = lookup<(typeof statuses)[keyof typeof statuses]>(statuses);
/** ServiceRequest priority of a priorityCode. */
export const orderPriorityOf = lookup<(typeof priorities)[keyof typeof priorities]>(priorities);
