import { medicationIntent } from './concept-maps/status.ts';

/** Codes that only say "a drug" or "a vaccine", of SNOMED CT: negated, they say that there is none. */
const GENERIC_SUBSTANCES: ReadonlySet<string> = new Set([
  '410942007', // Drug or medicament
  '763158003', // Medicinal product
  '373873005', // Pharmaceutical or biologic product
  '71181003', // Vaccine
  '787859002', // Vaccine product
]);

const placeholder = /^(none|no|nil|null|unk|unknown|n\/?a|0)$/i;

/** Whether a code names no product in particular: a generic one, or a word for none. */
export const isGenericSubstance = (code: string): boolean =>
  GENERIC_SUBSTANCES.has(code) || placeholder.test(code.trim());

/** Why a vaccine was not given (value set No Immunization Reason, of ActReason). */
const NO_IMMUNIZATION_REASONS: ReadonlySet<string> = new Set([
  'IMMUNE',
  'MEDPREC',
  'OSTOCK',
  'PATOBJ',
  'PHILISOP',
  'RELIG',
  'VACEFF',
  'VACSAF',
]);

export const isNoImmunizationReason = (code: string): boolean => NO_IMMUNIZATION_REASONS.has(code);

/** Moods that the guide's map leaves out: a request is an order, a proposal a proposal, a promise a plan. */
export function medicationIntentOf(mood: string): 'proposal' | 'plan' | 'order' {
  if (mood === 'RQO') return 'order';
  return mood === 'PRP' ? 'proposal' : (medicationIntent.to(mood) ?? 'plan');
}

const PRIORITIES: Readonly<Record<string, 'routine' | 'urgent' | 'asap' | 'stat'>> = {
  R: 'routine',
  UR: 'urgent',
  A: 'asap',
  S: 'stat',
};

/** MedicationRequest priority of ActPriority. */
export const priorityOf = (code: string) => (Object.hasOwn(PRIORITIES, code) ? PRIORITIES[code] : undefined);

/** Medication statuses of CCD. The code of "on hold" stands beside words for "expired" in exports, so that it never revives. */
const OBSERVED: Readonly<Record<string, 'active' | 'on-hold' | 'completed'>> = {
  '55561003': 'active', // Active
  '421139008': 'on-hold', // On hold
  '73425007': 'completed', // No longer active
  '392521001': 'completed', // Prior history
};

/**
 * A medication's status where CCD states one beside the statusCode: the statusCode says little there, as it is nearly
 * always completed. What was stopped, held, cancelled or an error stays so.
 */
export function statedMedicationStatusOf<S extends string>(
  status: S,
  observed: string,
): S | 'active' | 'on-hold' | 'completed' {
  const said = Object.hasOwn(OBSERVED, observed) ? OBSERVED[observed] : undefined;
  if (said === undefined || !['active', 'completed', 'unknown'].includes(status)) return status;
  return said === 'on-hold' && status === 'completed' ? status : said;
}

const DISPENSE = {
  new: 'preparation',
  active: 'in-progress',
  held: 'on-hold',
  suspended: 'on-hold',
  completed: 'completed',
  aborted: 'stopped',
  cancelled: 'cancelled',
  nullified: 'entered-in-error',
} as const;

/** MedicationDispense status of a statusCode: the guide has no map. */
export const dispenseStatusOf = (statusCode: string): (typeof DISPENSE)[keyof typeof DISPENSE] | 'unknown' =>
  Object.hasOwn(DISPENSE, statusCode) ? DISPENSE[statusCode as keyof typeof DISPENSE] : 'unknown';
