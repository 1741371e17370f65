import type { Observation, PatientRecord, Problem } from '../../src/record/index.ts';
import { kindNames, recordFormat } from '../../src/record/index.ts';

const loinc = 'http://loinc.org';
const tests =
  'Sodium Potassium Chloride Creatinine Glucose Calcium Hemoglobin Hematocrit Platelets Leukocytes'.split(
    ' ',
  );
const conditions = 'hypertension diabetes asthma migraine anemia gout'.split(' ');

/** An invented patient whose summary has three pages; each number gives other names and values. */
export function summaryRecord(number: number): PatientRecord {
  const id = (kind: string, at: number) => `${kind}-${number}-${at}`;
  const date = (at: number) => ({ value: `20${String(10 + (at % 14))}-0${1 + (at % 9)}-1${at % 10}` });
  const problem = (name: string, at: number): Problem => ({
    id: id('problem', at),
    code: {
      text: `${name} ${number % 97}`,
      codings: [{ system: 'http://snomed.info/sct', code: `${1000 + at}` }],
    },
    clinicalStatus: at % 3 ? 'active' : 'resolved',
    onset: date(at),
  });
  const observation = (at: number): Observation => ({
    id: id('observation', at),
    status: 'final',
    categories: ['laboratory'],
    code: { text: tests[at % 10] ?? '', codings: [{ system: loinc, code: `${2000 + (at % 10)}-1` }] },
    effective: date(at),
    value: { quantity: { value: `${(at * 7 + number) % 200}.${at % 10}`, unit: 'mmol/L' } },
    referenceRanges: [{ low: { value: '10', unit: 'mmol/L' }, high: { value: '150', unit: 'mmol/L' } }],
  });
  const empty = Object.fromEntries(kindNames.map((kind) => [kind, []]));
  return {
    format: recordFormat,
    patient: {
      id: id('patient', 0),
      names: [{ given: [`Anna${number}`], family: 'Quillwater' }],
      birth: { value: '1950-04-12' },
      gender: 'female',
    },
    statements: {
      ...empty,
      allergy: [
        {
          id: id('allergy', 0),
          code: { text: 'penicillin', codings: [] },
          clinicalStatus: 'active',
          reactions: [{ manifestation: { text: 'hives', codings: [] }, severity: 'severe' }],
        },
      ],
      problem: conditions.map(problem),
      medication: conditions.map((name, at) => ({
        id: id('medication', at),
        status: at % 4 ? 'active' : 'completed',
        intent: 'order',
        code: {
          text: `remedy for ${name} 5 mg tablet`,
          codings: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: `${3000 + at}` }],
        },
        dosages: [
          {
            text: 'one tablet by mouth every morning',
            timing: { bounds: { start: date(at), end: date(at + 1) } },
          },
        ],
      })),
      observation: Array.from({ length: 30 }, (_, at) => observation(at)),
      immunization: tests.slice(0, 4).map((_, at) => ({
        id: id('immunization', at),
        status: 'completed',
        code: {
          text: 'influenza vaccine',
          codings: [{ system: 'http://hl7.org/fhir/sid/cvx', code: '140' }],
        },
        occurrence: date(at),
      })),
      procedure: conditions.map((name, at) => ({
        id: id('procedure', at),
        status: 'completed',
        code: { text: `check of ${name}`, codings: [] },
        performed: date(at),
      })),
    } as unknown as PatientRecord['statements'],
    people: { practitioner: [], practitionerRole: [], organization: [], location: [], device: [] },
  };
}
