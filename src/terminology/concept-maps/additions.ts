/**
 * What the guide's maps leave open and real documents hold: our own rows, each group with its reason.
 * They are asked only after the guide's map.
 */
type Additions<Target extends string> = Readonly<Record<string, Target>>;

/** Severity value set of C-CDA has six codes, the guide maps three. The in-betweens go up, so that no severity is played down. */
export const severityAdditions = {
  '371923003': 'moderate', // Mild to moderate
  '371924009': 'severe', // Moderate to severe
  '399166001': 'severe', // Fatal
} satisfies Additions<'moderate' | 'severe'>;

/** Problem statuses of CCD and C32, which C-CDA dropped: all three say that the problem goes on. */
export const problemStatusAdditions = {
  '90734009': 'active', // Chronic
  '7087005': 'active', // Intermittent
  '255227004': 'recurrence', // Recurrent
} satisfies Additions<'active' | 'recurrence'>;

/** Two more of CCD are no clinical but a verification status. */
export const problemVerification: Additions<'refuted' | 'unconfirmed'> = {
  '410516002': 'refuted', // Ruled out
  '415684004': 'unconfirmed', // Rule out
};

/** Allergy types of C32 (ActCode) and the environmental allergy, by category. */
export const allergyCategoryAdditions = {
  '426232007': 'environment', // Environmental allergy
  DALG: 'medication',
  DINT: 'medication',
  DNAINT: 'medication',
  FALG: 'food',
  FINT: 'food',
  FNAINT: 'food',
  EALG: 'environment',
  EINT: 'environment',
  ENAINT: 'environment',
} satisfies Additions<'medication' | 'food' | 'environment'>;

/** The same by type: ActCode's plain "intolerance" covers allergies too, so it stays without one. */
export const allergyTypeAdditions = {
  '426232007': 'allergy',
  ALG: 'allergy',
  DALG: 'allergy',
  FALG: 'allergy',
  EALG: 'allergy',
  NAINT: 'intolerance',
  DNAINT: 'intolerance',
  FNAINT: 'intolerance',
  ENAINT: 'intolerance',
} satisfies Additions<'allergy' | 'intolerance'>;

/** ActStatus has eleven codes, each of the guide's maps a few. Nothing here turns into a deed done. */
export const procedureStatusAdditions = {
  new: 'preparation',
  held: 'preparation',
  suspended: 'on-hold',
  nullified: 'entered-in-error',
  obsolete: 'unknown',
} satisfies Additions<'preparation' | 'on-hold' | 'entered-in-error' | 'unknown'>;

/** The same for MedicationRequest status. */
export const medicationStatusAdditions = {
  new: 'draft',
  held: 'on-hold',
  cancelled: 'cancelled',
  obsolete: 'unknown',
} satisfies Additions<'draft' | 'on-hold' | 'cancelled' | 'unknown'>;

/** The same for results and their reports. */
export const resultStatusAdditions = {
  new: 'registered',
  nullified: 'entered-in-error',
  obsolete: 'unknown',
} satisfies Additions<'registered' | 'entered-in-error' | 'unknown'>;

/** The same for encounters. */
export const encounterStatusAdditions = { obsolete: 'unknown' } satisfies Additions<'unknown'>;

/** Name uses of the second EntityNameUse release, and OR, which the guide's map forgets. */
export const nameUseAdditions = {
  OR: 'official',
  M: 'maiden',
  OLD: 'old',
  T: 'temp',
  ANON: 'anonymous',
} satisfies Additions<'official' | 'maiden' | 'old' | 'temp' | 'anonymous'>;

/** Unmatched as a use, they are FHIR's address type. */
export const addressType: Additions<'physical' | 'postal'> = { PHYS: 'physical', PST: 'postal' };

/** Schemes that occur in documents and stand in no row. */
export const telecomSystemAdditions = {
  https: 'url',
  ftp: 'url',
  email: 'email',
} satisfies Additions<'url' | 'email'>;
