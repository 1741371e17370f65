import { type Allergy, allergy, allergyIdentity } from './allergy.ts';
import { type Dispense, dispense, dispenseIdentity } from './dispense.ts';
import { type Document, document, documentIdentity } from './document.ts';
import { type Encounter, encounter, encounterIdentity } from './encounter.ts';
import { type Immunization, immunization, immunizationIdentity } from './immunization.ts';
import {
  type Medication,
  medication,
  medicationIdentity,
  type NoneKnown,
  type NotTaken,
  noneKnown,
  noneKnownIdentity,
  notTaken,
  notTakenIdentity,
} from './medication.ts';
import { type Note, note, noteIdentity } from './note.ts';
import { type Observation, observation, observationEssence, observationIdentity } from './observation.ts';
import { type Order, order, orderIdentity } from './order.ts';
import { type RelatedPerson, relatedPerson, relatedPersonIdentity } from './people.ts';
import { type Problem, problem, problemIdentity } from './problem.ts';
import { type Procedure, procedure, procedureIdentity } from './procedure.ts';
import { type ProductInstance, productInstance, productInstanceIdentity } from './product-instance.ts';
import { type Report, report, reportIdentity } from './report.ts';
import { type Specimen, specimen, specimenIdentity } from './specimen.ts';

/** What a patient's record is made of, by kind. */
export interface Statements {
  document: Document;
  encounter: Encounter;
  problem: Problem;
  allergy: Allergy;
  observation: Observation;
  report: Report;
  specimen: Specimen;
  procedure: Procedure;
  order: Order;
  medication: Medication;
  notTaken: NotTaken;
  dispense: Dispense;
  immunization: Immunization;
  noneKnown: NoneKnown;
  note: Note;
  productInstance: ProductInstance;
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
  /** What of a coupled field counts when two statements are compared, where that is less than all of it. */
  readonly essence?: (field: string, value: unknown) => unknown;
}

/** The kinds in the order in which a record lists them. */
export const kinds: { readonly [K in Kind]: KindRules<Statements[K]> } = {
  document: { schema: document, identity: documentIdentity, coupled: [], united: [] },
  encounter: {
    schema: encounter,
    identity: encounterIdentity,
    // The header and the body speak of one visit, and the header often says more of its time.
    coupled: [],
    united: [
      'identifiers',
      'types',
      'participants',
      'locations',
      'reasons',
      'reasonReferences',
      'diagnoses',
      'notes',
      'authors',
      'text',
    ],
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
    essence: observationEssence,
  },
  report: {
    schema: report,
    identity: reportIdentity,
    coupled: ['status', 'results', 'presentedForms', 'effectivePeriod'],
    united: ['identifiers', 'categories', 'specimens', 'performers', 'notes', 'authors', 'text'],
  },
  specimen: {
    schema: specimen,
    identity: specimenIdentity,
    coupled: [],
    united: ['identifiers', 'bodySites', 'conditions', 'notes', 'authors', 'text'],
  },
  procedure: {
    schema: procedure,
    identity: procedureIdentity,
    coupled: ['status', 'performed', 'performedPeriod'],
    united: [
      'identifiers',
      'performers',
      'locations',
      'reasons',
      'reasonReferences',
      'complications',
      'instructions',
      'devices',
      'notes',
      'authors',
      'text',
    ],
  },
  order: {
    schema: order,
    identity: orderIdentity,
    coupled: ['status', 'occurrencePeriod'],
    united: [
      'identifiers',
      'performers',
      'locations',
      'reasons',
      'reasonReferences',
      'notes',
      'authors',
      'text',
    ],
  },
  note: {
    schema: note,
    identity: noteIdentity,
    coupled: ['status', 'docStatus', 'contents'],
    united: ['identifiers', 'related', 'notes', 'authors', 'text'],
  },
  productInstance: {
    schema: productInstance,
    identity: productInstanceIdentity,
    coupled: ['lot', 'manufactured', 'expires'],
    united: ['identifiers', 'notes', 'authors', 'text'],
  },
  medication: {
    schema: medication,
    identity: medicationIdentity,
    coupled: ['status', 'statusReason', 'doNotPerform', 'dosages', 'product'],
    united: ['identifiers', 'categories', 'reasonReferences', 'notes', 'authors', 'text'],
  },
  notTaken: {
    schema: notTaken,
    identity: notTakenIdentity,
    coupled: ['period'],
    united: ['identifiers', 'notes', 'authors', 'text'],
  },
  dispense: {
    schema: dispense,
    identity: dispenseIdentity,
    coupled: ['status', 'quantity', 'fillNumber', 'medication'],
    united: ['identifiers', 'notes', 'authors', 'text'],
  },
  immunization: {
    schema: immunization,
    identity: immunizationIdentity,
    coupled: ['status', 'statusReason', 'lotNumber', 'dose', 'doseNumber'],
    united: ['identifiers', 'reactions', 'notes', 'authors', 'text'],
  },
  noneKnown: {
    schema: noneKnown,
    identity: noneKnownIdentity,
    coupled: [],
    united: ['identifiers', 'notes', 'authors', 'text'],
  },
  relatedPerson: {
    schema: relatedPerson,
    identity: relatedPersonIdentity,
    coupled: [],
    united: ['identifiers', 'names', 'telecoms', 'addresses', 'relationships', 'roles'],
  },
};

export const kindNames = Object.keys(kinds) as Kind[];
