import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Conversion, Json } from '../conversion.ts';
import { corpus } from './corpus.ts';

const folder = join(corpus, 'chunli866+CCDAtoFHIRSamples', 'CDAtoFHIRExamples');

/** The document that six vendors converted. */
export const document = (): Uint8Array => readFileSync(join(folder, 'Input', 'Myra Jones v2.xml'));

/** What the vendors agreed on: a resource each, and ours that answers to it. */
export interface Reconciled {
  readonly file: string;
  readonly resource: (conversion: Conversion) => Json;
  /** Some of the files are no JSON: what stands in them, and what must. */
  readonly repair?: readonly [string | RegExp, string];
}

const coded =
  (type: string, code: string): Reconciled['resource'] =>
  (conversion) => {
    const found = conversion.of(type).filter((one) => {
      const concepts = [one.code ?? one.vaccineCode ?? one.medicationCodeableConcept ?? one.type].flat();
      return concepts.some((concept) => concept?.coding?.some((coding: Json) => coding.code === code));
    });
    if (found.length !== 1) throw new Error(`${found.length} of ${type} ${code}`);
    return found[0];
  };

/** The file ends in a brace too many. */
const braceAtEnd: Reconciled['repair'] = [/\}\s*$/, ''];

export const reconciled = {
  patient: { file: 'Rec_patient.jsonc', resource: (conversion) => conversion.only('Patient') },
  organization: {
    file: 'providerOrganization.jsonc',
    resource: (conversion) =>
      conversion
        .of('Organization')
        .find(({ identifier }) => identifier?.[0]?.system === 'urn:oid:1.3.6.1.4.1.22812.3.2009316.3'),
    repair: braceAtEnd,
  },
  problem: { file: 'Rec_problem.jsonc', resource: coded('Condition', '233604007') },
  encounterDiagnosis: { file: 'Rec_encounterDx.jsonc', resource: coded('Condition', '64109004') },
  allergy: { file: 'Rec_allergy.jsonc', resource: coded('AllergyIntolerance', '1191') },
  medication: { file: 'Rec_medicationRequest.jsonc', resource: coded('MedicationRequest', '582498') },
  immunization: { file: 'Rec_immunization.jsonc', resource: coded('Immunization', '88') },
  procedure: { file: 'Rec_procedure.jsonc', resource: coded('Procedure', '416940007') },
  encounter: {
    file: 'Rec_encounter.json',
    resource: coded('Encounter', '99213'),
    // A participant has a brace too many.
    repair: [/\}\s*\}\s*\}\s*\],(?=\s*"period")/, '}}],'],
  },
  report: { file: 'Rec_resultsOrg.json', resource: coded('DiagnosticReport', '24357-6') },
  result: { file: 'Rec_results reconciled.json', resource: coded('Observation', '5811-5') },
  vitalSigns: { file: 'Rec_vitalSignsPanel.json', resource: coded('Observation', '85353-1') },
  vitalSign: { file: 'Rec_VitalSigns.json', resource: coded('Observation', '8867-4') },
  smoking: { file: 'Rec_SocialHistory.json', resource: coded('Observation', '72166-2') },
  note: { file: 'Rec_Notes.json', resource: coded('DocumentReference', '34109-9') },
} as const satisfies Record<string, Reconciled>;

export type ReconciledName = keyof typeof reconciled;

/** The reconciled resource; its file may hold comments. */
export function expectedOf({ file, repair }: Reconciled): Json {
  const text = readFileSync(join(folder, 'Rec_Output', file), 'utf8').replace(/^\s*\/\/.*$/gm, '');
  return JSON.parse(repair ? text.replace(...repair) : text).resource;
}
