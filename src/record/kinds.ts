import { type Allergy, allergy, allergyIdentity } from './allergy.ts';
import { type Document, document, documentIdentity } from './document.ts';
import { type Encounter, encounter, encounterIdentity } from './encounter.ts';
import { type Observation, observation, observationIdentity } from './observation.ts';
import { type RelatedPerson, relatedPerson, relatedPersonIdentity } from './people.ts';
import { type Problem, problem, problemIdentity } from './problem.ts';

/** What a patient's record is made of, by kind. */
export interface Statements {
  document: Document;
  encounter: Encounter;
  problem: Problem;
  allergy: Allergy;
  observation: Observation;
  relatedPerson: RelatedPerson;
}

export type Kind = keyof Statements;

/** One kind: how it is checked, what makes two statements of it the same, and where it depends on itself. */
export interface KindRules<T> {
  readonly schema: { parse(value: unknown): T };
  /** Content that tells one statement from another: code, negation, mood, start; never a display, a status, a text. */
  identity(item: T): unknown[];
  /**
   * Fields that say one thing together: a later document gives all of them or none, and two statements of one
   * document that differ in one of them are two.
   */
  readonly coupled: readonly (keyof T)[];
  /** Fields that the place of the statement gives; they are united when one statement stands in two places. */
  readonly united: readonly (keyof T)[];
}

/** The kinds in the order in which a record lists them. */
export const kinds: { readonly [K in Kind]: KindRules<Statements[K]> } = {
  document: { schema: document, identity: documentIdentity, coupled: [], united: [] },
  encounter: {
    schema: encounter,
    identity: encounterIdentity,
    coupled: ['status', 'period'],
    united: ['identifiers', 'types', 'participants', 'locations', 'diagnoses', 'notes', 'authors', 'text'],
  },
  problem: {
    schema: problem,
    identity: problemIdentity,
    coupled: ['clinicalStatus', 'verificationStatus', 'abatement', 'onset', 'onsetAge'],
    united: ['categories', 'identifiers', 'evidence', 'notes', 'authors', 'text'],
  },
  allergy: {
    schema: allergy,
    identity: allergyIdentity,
    coupled: ['clinicalStatus', 'verificationStatus', 'abatement', 'criticality', 'reactions'],
    united: ['identifiers', 'notes', 'authors', 'text'],
  },
  observation: {
    schema: observation,
    identity: observationIdentity,
    coupled: ['status', 'value', 'interpretations', 'components', 'members', 'effectivePeriod'],
    united: ['identifiers', 'categories', 'notes', 'authors', 'text'],
  },
  relatedPerson: {
    schema: relatedPerson,
    identity: relatedPersonIdentity,
    coupled: [],
    united: ['identifiers', 'names', 'telecoms', 'addresses', 'relationships', 'roles'],
  },
};

export const kindNames = Object.keys(kinds) as Kind[];
