/** What a fact is told by; `fields.ts` says where FHIR holds each. */
export type FactName =
  | 'name'
  | 'given'
  | 'family'
  | 'formerGiven'
  | 'gender'
  | 'birthDate'
  | 'race'
  | 'detailedRace'
  | 'ethnicity'
  | 'language'
  | 'street'
  | 'city'
  | 'state'
  | 'postalCode'
  | 'mobile'
  | 'home'
  | 'start'
  | 'recorded'
  | 'end'
  | 'status'
  | 'category'
  | 'manifestation'
  | 'severity'
  | 'route'
  | 'dose'
  | 'every'
  | 'asNeeded'
  | 'lot'
  | 'maker'
  | 'statusReason'
  | 'value'
  | 'range'
  | 'site'
  | 'udi'
  | 'emptyReason';

/**
 * One thing that an answer sheet states. A fact is found when FHIR holds it exactly; `a|b` accepts either writing
 * of one and the same statement.
 */
export interface Item {
  readonly name: string;
  /** The resource types that may hold it; `section`: a section of the Composition. */
  readonly types: readonly string[];
  /** System and codes; one of them has to be there. None: any resource of the type may be meant. */
  readonly system?: string;
  readonly codes?: readonly string[];
  /** Codes by which documents state it, where FHIR has others or none. */
  readonly stated?: readonly string[];
  /** Other names of the same thing as vendors write it: the search for a miss looks for all of these words. */
  readonly words: readonly RegExp[];
  readonly facts: Readonly<Partial<Record<FactName, string>>>;
}

/** One patient's answer sheet. */
export interface Sheet {
  readonly patient: string;
  readonly given: string;
  readonly family: string;
  readonly birthDate: string;
  readonly items: readonly Item[];
  /** Codes that may be active: the sheet states them. */
  readonly active: readonly string[];
}

export const SNOMED = 'http://snomed.info/sct';
export const LOINC = 'http://loinc.org';
export const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
export const CVX = 'http://hl7.org/fhir/sid/cvx';

/** A measurement by its LOINC code. */
export const measured = (code: string, facts: Item['facts'], ...words: RegExp[]): Item => ({
  name: `observation ${code}`,
  types: ['Observation'],
  system: LOINC,
  codes: [code],
  words,
  facts,
});

/** Words that the narrative of a document has to say. */
export const told = (name: string, ...words: RegExp[]): Item => ({
  name: `narrative ${name}`,
  types: ['Composition'],
  words,
  facts: {},
});

/** A person with a part in the care. */
export const person = (given: string, family: string): Item => ({
  name: `person ${given} ${family}`,
  // A vendor may have put the office contact among the patient's own people.
  types: ['Practitioner', 'RelatedPerson'],
  words: [new RegExp(`${given}\\s+${family}`, 'i')],
  facts: { name: `${given} ${family}` },
});
