import { hasLoincDigit, hasVerhoeffDigit } from './check-digits.ts';

/** Code systems whose codes can be told by their form, or nearly so. */
export type CodeForm =
  | 'LOINC'
  | 'SNOMED CT'
  | 'RxNorm'
  | 'CVX'
  | 'ICD-10-CM'
  | 'ICD-9-CM'
  | 'NDC'
  | 'CPT'
  | 'HCPCS';

/** How sure a form is of its system: a check digit, a form that others hardly have, or one that any number has. */
export type FormStrength = 'check digit' | 'form' | 'number';

interface FormRule {
  readonly strength: FormStrength;
  readonly uri: string;
  readonly holds: (code: string) => boolean;
}

const by = (pattern: RegExp) => (code: string) => pattern.test(code);

/** The forms, the surest first. */
export const codeForms: Readonly<Record<CodeForm, FormRule>> = {
  LOINC: { strength: 'check digit', uri: 'http://loinc.org', holds: isLoinc },
  'SNOMED CT': { strength: 'check digit', uri: 'http://snomed.info/sct', holds: isSnomed },
  'ICD-10-CM': {
    strength: 'form',
    uri: 'http://hl7.org/fhir/sid/icd-10-cm',
    holds: by(/^[A-TV-Z]\d[0-9AB](\.[0-9A-TV-Z]{1,4}|[0-9A-TV-Z]{0,4})$/),
  },
  'ICD-9-CM': {
    strength: 'form',
    uri: 'http://hl7.org/fhir/sid/icd-9-cm',
    holds: by(/^(\d{3}\.\d{1,2}|V\d{2}(\.\d{1,2})?|E\d{3}(\.\d)?)$/),
  },
  NDC: {
    strength: 'form',
    uri: 'http://hl7.org/fhir/sid/ndc',
    holds: by(/^(\d{4}-\d{4}-\d{2}|\d{5}-\d{3,4}-\d{1,2}|\d{11})$/),
  },
  CPT: { strength: 'number', uri: 'http://www.ama-assn.org/go/cpt', holds: by(/^\d{4}[0-9FTU]$/) },
  HCPCS: {
    strength: 'form',
    uri: 'https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets',
    holds: by(/^[A-CEGHJ-MP-V]\d{4}$/),
  },
  RxNorm: {
    strength: 'number',
    uri: 'http://www.nlm.nih.gov/research/umls/rxnorm',
    holds: by(/^[1-9]\d{2,6}$/),
  },
  CVX: {
    strength: 'number',
    uri: 'http://hl7.org/fhir/sid/cvx',
    holds: by(/^(0?[1-9]|[1-9]\d|[12]\d{2}|3[0-2]\d)$/),
  },
};

/** One to seven digits and a check digit; CDCREC's codes have the same form, and are told by what they are about. */
function isLoinc(code: string): boolean {
  const [, number, check] = /^(\d{1,7})-(\d)$/.exec(code) ?? [];
  return number !== undefined && check !== undefined && hasLoincDigit(number, check);
}

/** Six to eighteen digits: the last is a check digit, the two before say that it is a concept. */
function isSnomed(code: string): boolean {
  return /^[1-9]\d{2,14}[01]0\d$/.test(code) && hasVerhoeffDigit(code);
}
