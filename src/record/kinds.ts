import { allergyRules } from './allergy.ts';
import { carePlanRules } from './care-plan.ts';
import { careTeamRules } from './care-team.ts';
import { accountRules, coverageRules } from './coverage.ts';
import { deviceUseRules, supplyDeliveryRules } from './device-use.ts';
import { dispenseRules } from './dispense.ts';
import { documentRules } from './document.ts';
import { encounterRules } from './encounter.ts';
import { familyMemberRules } from './family-member.ts';
import { goalRules } from './goal.ts';
import { imagingStudyRules } from './imaging-study.ts';
import { immunizationRules } from './immunization.ts';
import type { KindRules } from './kind-rules.ts';
import { mediaRules } from './media.ts';
import { medicationRules, noneKnownRules, notTakenRules } from './medication.ts';
import { messageRequestRules, messageRules } from './message.ts';
import { noteRules } from './note.ts';
import { observationRules } from './observation.ts';
import { orderRules } from './order.ts';
import { outsideDocumentRules } from './outside-document.ts';
import { relatedPersonRules } from './people.ts';
import { problemRules } from './problem.ts';
import { procedureRules } from './procedure.ts';
import { productInstanceRules } from './product-instance.ts';
import { reportRules } from './report.ts';
import { riskRules } from './risk.ts';
import { specimenRules } from './specimen.ts';
import { deviceRequestRules, supplyRequestRules } from './supply-request.ts';

/** The kinds in the order in which a record lists them. */
const rules = {
  document: documentRules,
  encounter: encounterRules,
  problem: problemRules,
  allergy: allergyRules,
  observation: observationRules,
  report: reportRules,
  specimen: specimenRules,
  procedure: procedureRules,
  order: orderRules,
  note: noteRules,
  media: mediaRules,
  productInstance: productInstanceRules,
  deviceUse: deviceUseRules,
  deviceRequest: deviceRequestRules,
  supplyRequest: supplyRequestRules,
  supplyDelivery: supplyDeliveryRules,
  coverage: coverageRules,
  account: accountRules,
  careTeam: careTeamRules,
  carePlan: carePlanRules,
  imagingStudy: imagingStudyRules,
  message: messageRules,
  messageRequest: messageRequestRules,
  outsideDocument: outsideDocumentRules,
  medication: medicationRules,
  notTaken: notTakenRules,
  dispense: dispenseRules,
  immunization: immunizationRules,
  familyMember: familyMemberRules,
  goal: goalRules,
  risk: riskRules,
  noneKnown: noneKnownRules,
  relatedPerson: relatedPersonRules,
};

/** What a patient's record is made of, by kind. */
export type Statements = {
  [K in keyof typeof rules]: (typeof rules)[K] extends KindRules<infer T extends { readonly id: string }>
    ? T
    : never;
};

export type Kind = keyof Statements;

export const kinds: { readonly [K in Kind]: KindRules<Statements[K]> } = rules;

export const kindNames = Object.keys(kinds) as Kind[];
