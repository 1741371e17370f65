import type { Coding, Concept } from '../../../record/index.ts';
import type { Words } from '../words/words.ts';

/** Code systems by the names that clinicians call them. */
const systems: Readonly<Record<string, string>> = {
  'http://snomed.info/sct': 'SNOMED CT',
  'http://loinc.org': 'LOINC',
  'http://www.nlm.nih.gov/research/umls/rxnorm': 'RxNorm',
  'http://hl7.org/fhir/sid/icd-10-cm': 'ICD-10-CM',
  'http://hl7.org/fhir/sid/icd-10': 'ICD-10',
  'http://www.cms.gov/Medicare/Coding/ICD10': 'ICD-10-PCS',
  'http://hl7.org/fhir/sid/icd-9-cm': 'ICD-9-CM',
  'http://terminology.hl7.org/CodeSystem/icd9cm': 'ICD-9-CM',
  'http://hl7.org/fhir/sid/cvx': 'CVX',
  'http://hl7.org/fhir/sid/ndc': 'NDC',
  'http://www.ama-assn.org/go/cpt': 'CPT',
  'https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets': 'HCPCS',
  'http://fdasis.nlm.nih.gov': 'UNII',
  'http://hl7.org/fhir/ndfrt': 'NDF-RT',
  'http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl': 'NCI',
};

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What a concept is called: the source's words, then other names of it that differ; a bare code where it has none. */
export function conceptWords(concept: Concept | undefined, words: Words): string | undefined {
  if (!concept) return undefined;
  const [first, ...others] = namesOf(concept);
  if (first !== undefined) return others.length === 0 ? first : `${first} [${others.join('; ')}]`;
  return codesWords(concept) ?? (concept.absent && words.absent[concept.absent]);
}

/** The names of a concept, without those that an earlier one holds. */
function namesOf({ codings, text }: Concept): string[] {
  const names: string[] = [];
  for (const one of [text, ...codings.map(({ display }) => display)]) {
    const name = one?.trim() ?? '';
    if (name && !names.some((other) => fold(other).includes(fold(name)))) names.push(name);
  }
  return names;
}

/** The codes of a concept, each with its system's name. */
export function codesWords({ codings }: Concept): string | undefined {
  const codes = codings.flatMap((coding) => (coding.code === undefined ? [] : [codeWords(coding)]));
  return codes.length > 0 ? [...new Set(codes)].join(' · ') : undefined;
}

function codeWords({ system = '', version, code, display }: Coding): string {
  const name = Object.hasOwn(systems, system) ? systems[system] : undefined;
  const unnamed = name === undefined && display === undefined ? addressOf(system) : undefined;
  return [name, code, version && `(${version})`, unnamed && `(${unnamed})`].filter(Boolean).join(' ');
}

/** Where a code without a name is from, without which it says nothing; HL7's own codes are words. */
const addressOf = (system: string): string | undefined =>
  /^(https?:\/\/(terminology\.)?hl7\.org\/|urn:ietf:|$)/.test(system)
    ? undefined
    : system.replace(/^urn:oid:/, 'OID ');

/** Several concepts, or nothing. */
export const conceptsWords = (concepts: readonly Concept[] | undefined, words: Words): string | undefined =>
  concepts
    ?.map((one) => conceptWords(one, words))
    .filter(Boolean)
    .join('; ') || undefined;
