import { readFileSync } from 'node:fs';
import {
  allergy,
  clinicalDocument,
  patientOf,
  problem,
  type StatementParts,
  section,
  status,
  substance,
} from '../clinical-document.ts';
import { convert, type Json } from '../conversion.ts';

/** A document of the fixtures. */
export const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/ccda/${name}`, import.meta.url), 'utf8');

export const convertProblems = (...parts: StatementParts[]) =>
  convert(clinicalDocument({ sections: [section('problems', parts.map(problem))] }));
export const convertAllergies = (...parts: StatementParts[]) =>
  convert(clinicalDocument({ sections: [section('allergies', parts.map(allergy))] }));
export const conditionOf = (parts: StatementParts): Json => convertProblems(parts).only('Condition');
export const allergyOf = (parts: StatementParts): Json => convertAllergies(parts).only('AllergyIntolerance');
export const patientFrom = (ids: string, patient: string): Json =>
  convert(clinicalDocument({ recordTarget: patientOf(ids, patient) })).only('Patient');

export const codesOf = (concept: Json): string[] => (concept?.coding ?? []).map(({ code }: Json) => code);
export const clinicalOf = (resource: Json): string[] => codesOf(resource.clinicalStatus);

export const negated = 'negationInd="true"';
export const active = status('55561003');
export const ended = (low: string, high: string): string =>
  `<effectiveTime><low ${low}/><high ${high}/></effectiveTime>`;
/** A substance: Aspirin. */
export const aspirin = substance('code="1191" codeSystem="2.16.840.1.113883.6.88" displayName="Aspirin"');
