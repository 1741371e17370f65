import { type Allergy, allergy, allergyIdentity } from './allergy.ts';
import { type CarePlan, carePlan, carePlanIdentity } from './care-plan.ts';
import { type CareTeam, careTeam, careTeamIdentity } from './care-team.ts';
import {
  type Account,
  account,
  accountIdentity,
  type Coverage,
  coverage,
  coverageIdentity,
} from './coverage.ts';
import {
  type DeviceUse,
  deviceUse,
  deviceUseIdentity,
  type SupplyDelivery,
  supplyDelivery,
  supplyDeliveryIdentity,
} from './device-use.ts';
import { type Dispense, dispense, dispenseIdentity } from './dispense.ts';
import { type Document, document, documentIdentity } from './document.ts';
import { type Encounter, encounter, encounterIdentity } from './encounter.ts';
import { type FamilyMember, familyMember, familyMemberIdentity } from './family-member.ts';
import { type Goal, goal, goalIdentity } from './goal.ts';
import { type ImagingStudy, imagingStudy, imagingStudyIdentity } from './imaging-study.ts';
import { type Immunization, immunization, immunizationIdentity } from './immunization.ts';
import { type Media, media, mediaIdentity } from './media.ts';
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
import {
  type Message,
  type MessageRequest,
  message,
  messageIdentity,
  messageRequest,
  messageRequestIdentity,
} from './message.ts';
import { type Note, note, noteIdentity } from './note.ts';
import { type Observation, observation, observationEssence, observationIdentity } from './observation.ts';
import { type Order, order, orderIdentity } from './order.ts';
import { type OutsideDocument, outsideDocument, outsideDocumentIdentity } from './outside-document.ts';
import { type RelatedPerson, relatedPerson, relatedPersonIdentity } from './people.ts';
import { type Problem, problem, problemIdentity } from './problem.ts';
import { type Procedure, procedure, procedureIdentity } from './procedure.ts';
import { type ProductInstance, productInstance, productInstanceIdentity } from './product-instance.ts';
import { type Report, report, reportIdentity } from './report.ts';
import { type Risk, risk, riskIdentity } from './risk.ts';
import { type Specimen, specimen, specimenIdentity } from './specimen.ts';
import {
  type DeviceRequest,
  deviceRequest,
  type SupplyRequest,
  supplyRequest,
  supplyRequestIdentity,
} from './supply-request.ts';

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
  media: Media;
  productInstance: ProductInstance;
  deviceUse: DeviceUse;
  deviceRequest: DeviceRequest;
  supplyRequest: SupplyRequest;
  supplyDelivery: SupplyDelivery;
  coverage: Coverage;
  account: Account;
  careTeam: CareTeam;
  carePlan: CarePlan;
  imagingStudy: ImagingStudy;
  message: Message;
  messageRequest: MessageRequest;
  outsideDocument: OutsideDocument;
  familyMember: FamilyMember;
  goal: Goal;
  risk: Risk;
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

/** What is united of every kind. */
const always = ['identifiers', 'notes', 'authors', 'informants', 'labels', 'text'] as const;

/** The kinds in the order in which a record lists them. */
export const kinds: { readonly [K in Kind]: KindRules<Statements[K]> } = {
  document: { schema: document, identity: documentIdentity, coupled: [], united: [] },
  encounter: {
    schema: encounter,
    identity: encounterIdentity,
    // The header and the body speak of one visit, and the header often says more of its time.
    coupled: [],
    united: [...always, 'types', 'participants', 'locations', 'reasons', 'reasonReferences', 'diagnoses'],
  },
  problem: {
    schema: problem,
    identity: problemIdentity,
    coupled: ['clinicalStatus', 'verificationStatus', 'abatement', 'onset', 'onsetAge'],
    united: [...always, 'categories', 'evidence'],
  },
  allergy: {
    schema: allergy,
    identity: allergyIdentity,
    coupled: ['clinicalStatus', 'verificationStatus', 'abatement', 'criticality', 'reactions'],
    united: [...always],
  },
  observation: {
    schema: observation,
    identity: observationIdentity,
    coupled: ['status', 'value', 'interpretations', 'components', 'members', 'effectivePeriod'],
    united: [...always, 'categories', 'focus'],
    essence: observationEssence,
  },
  report: {
    schema: report,
    identity: reportIdentity,
    coupled: ['status', 'results', 'presentedForms', 'effectivePeriod'],
    united: [...always, 'categories', 'specimens', 'performers'],
  },
  specimen: {
    schema: specimen,
    identity: specimenIdentity,
    coupled: [],
    united: [...always, 'bodySites', 'conditions'],
  },
  procedure: {
    schema: procedure,
    identity: procedureIdentity,
    coupled: ['status', 'performed', 'performedPeriod'],
    united: [
      ...always,
      'performers',
      'locations',
      'reasons',
      'reasonReferences',
      'complications',
      'instructions',
      'devices',
    ],
  },
  order: {
    schema: order,
    identity: orderIdentity,
    coupled: ['status', 'occurrencePeriod'],
    united: [...always, 'performers', 'locations', 'reasons', 'reasonReferences'],
  },
  note: {
    schema: note,
    identity: noteIdentity,
    coupled: ['status', 'docStatus', 'contents'],
    united: [...always, 'related'],
  },
  media: {
    schema: media,
    identity: mediaIdentity,
    coupled: ['contents'],
    united: [...always],
  },
  productInstance: {
    schema: productInstance,
    identity: productInstanceIdentity,
    coupled: ['lot', 'manufactured', 'expires'],
    united: [...always],
  },
  deviceUse: {
    schema: deviceUse,
    identity: deviceUseIdentity,
    coupled: ['status', 'device', 'quantity', 'period'],
    united: [...always],
  },
  deviceRequest: {
    schema: deviceRequest,
    identity: supplyRequestIdentity,
    coupled: ['status', 'quantity', 'occurrencePeriod'],
    united: [...always, 'performers', 'reasons', 'reasonReferences'],
  },
  supplyRequest: {
    schema: supplyRequest,
    identity: supplyRequestIdentity,
    coupled: ['status', 'quantity', 'occurrencePeriod'],
    united: [...always, 'performers', 'reasons', 'reasonReferences'],
  },
  supplyDelivery: {
    schema: supplyDelivery,
    identity: supplyDeliveryIdentity,
    coupled: ['status', 'quantity', 'period'],
    united: [...always],
  },
  coverage: {
    schema: coverage,
    identity: coverageIdentity,
    coupled: ['status', 'period', 'order', 'relationship', 'classes'],
    united: [...always],
  },
  account: {
    schema: account,
    identity: accountIdentity,
    coupled: ['coverage'],
    united: [...always, 'guarantors'],
  },
  careTeam: {
    schema: careTeam,
    identity: careTeamIdentity,
    coupled: ['status', 'period', 'members'],
    united: [...always, 'categories', 'locations'],
  },
  carePlan: {
    schema: carePlan,
    identity: carePlanIdentity,
    coupled: ['status', 'period', 'activities'],
    united: [
      'identifiers',
      'categories',
      'addresses',
      'reasons',
      'goals',
      'careTeams',
      'notes',
      'authors',
      'text',
    ],
  },
  imagingStudy: {
    schema: imagingStudy,
    identity: imagingStudyIdentity,
    coupled: ['status', 'series'],
    united: ['identifiers', 'procedures', 'reasons', 'locations', 'notes', 'authors', 'text'],
  },
  message: {
    schema: message,
    identity: messageIdentity,
    coupled: ['status', 'recipients'],
    united: [...always, 'reasons', 'reasonReferences'],
  },
  messageRequest: {
    schema: messageRequest,
    identity: messageRequestIdentity,
    coupled: ['status', 'doNotPerform', 'occurrencePeriod', 'recipients'],
    united: [...always, 'reasons', 'reasonReferences'],
  },
  outsideDocument: {
    schema: outsideDocument,
    identity: outsideDocumentIdentity,
    coupled: ['url', 'version'],
    united: [...always],
  },
  medication: {
    schema: medication,
    identity: medicationIdentity,
    coupled: ['status', 'statusReason', 'doNotPerform', 'dosages', 'product'],
    united: [...always, 'categories', 'reasonReferences'],
  },
  notTaken: {
    schema: notTaken,
    identity: notTakenIdentity,
    coupled: ['period'],
    united: [...always],
  },
  dispense: {
    schema: dispense,
    identity: dispenseIdentity,
    coupled: ['status', 'quantity', 'fillNumber', 'medication'],
    united: [...always],
  },
  immunization: {
    schema: immunization,
    identity: immunizationIdentity,
    coupled: ['status', 'statusReason', 'lotNumber', 'dose', 'doseNumber'],
    united: [...always, 'reactions'],
  },
  familyMember: {
    schema: familyMember,
    identity: familyMemberIdentity,
    // Two relatives of whom no more is known than that they are brothers are not one.
    coupled: ['status', 'conditions', 'deceased', 'died'],
    united: [...always],
  },
  goal: {
    schema: goal,
    identity: goalIdentity,
    coupled: ['lifecycleStatus', 'achievement', 'targets'],
    united: [...always, 'addresses', 'outcomes'],
  },
  risk: {
    schema: risk,
    identity: riskIdentity,
    coupled: ['status'],
    united: [...always, 'basis'],
  },
  noneKnown: {
    schema: noneKnown,
    identity: noneKnownIdentity,
    coupled: [],
    united: [...always],
  },
  relatedPerson: {
    schema: relatedPerson,
    identity: relatedPersonIdentity,
    coupled: [],
    united: ['identifiers', 'names', 'telecoms', 'addresses', 'relationships', 'roles'],
  },
};

export const kindNames = Object.keys(kinds) as Kind[];
