/** ActStatus → Goal.lifecycleStatus; the guide has no map. A goal that is not yet one ("new") is planned. */
const statuses = {
  new: 'planned',
  active: 'active',
  held: 'on-hold',
  suspended: 'on-hold',
  completed: 'completed',
  cancelled: 'cancelled',
  aborted: 'cancelled',
  nullified: 'entered-in-error',
  obsolete: 'cancelled',
} as const;

/** SNOMED CT's findings of goals (value set Goal Achievement) → FHIR's code, which stands beside. */
const achievements = {
  '390802008': ['achieved', 'Achieved'],
  '390801001': ['not-achieved', 'Not Achieved'],
  '706905005': ['improving', 'Improving'],
  '706906006': ['no-progress', 'No Progress'],
} as const;

/** SNOMED CT's priorities → FHIR's, which stand beside. */
const priorities = {
  '394849002': ['high-priority', 'High Priority'],
  '394848005': ['medium-priority', 'Medium Priority'],
} as const;

const at = <T>(map: Readonly<Record<string, T>>, code: string): T | undefined =>
  Object.hasOwn(map, code) ? map[code] : undefined;

interface Coded {
  readonly system: string;
  readonly code: string;
  readonly display: string;
}

const coded =
  (system: string, map: Readonly<Record<string, readonly [string, string]>>) =>
  (source: string): Coded | undefined => {
    const found = at(map, source);
    return found && { system, code: found[0], display: found[1] };
  };

/** Goal status of a statusCode. */
export const goalStatusOf = (code: string) => at<(typeof statuses)[keyof typeof statuses]>(statuses, code);
/** FHIR's achievement of a finding. */
export const goalAchievementOf = coded(
  'http://terminology.hl7.org/CodeSystem/goal-achievement',
  achievements,
);
/** FHIR's priority of a preference. */
export const goalPriorityOf = coded('http://terminology.hl7.org/CodeSystem/goal-priority', priorities);
