import type { Patient } from '../../record/index.ts';
import { keyOf } from './counts.ts';
import { contributionsOf, type TalliedGroup } from './group.ts';
import type { Counter } from './tally.ts';

type Written = Readonly<Record<string, unknown>>;

const hasExtension = (name: string) => (patient: Written) =>
  Array.isArray(patient['extension']) &&
  patient['extension'].some(({ url }: { url?: string }) => url?.endsWith(name));

/** What a chart may say of its patient, and where FHIR has it. */
const fields: readonly [field: keyof Patient, element: string | ((patient: Written) => boolean)][] = [
  ['identifiers', 'identifier'],
  ['names', 'name'],
  ['birth', 'birthDate'],
  ['gender', 'gender'],
  ['addresses', 'address'],
  ['telecoms', 'telecom'],
  ['communications', 'communication'],
  ['maritalStatus', 'maritalStatus'],
  ['race', hasExtension('us-core-race')],
  ['ethnicity', hasExtension('us-core-ethnicity')],
  ['died', 'deceasedDateTime'],
  ['contacts', 'contact'],
  ['generalPractitioners', 'generalPractitioner'],
];

/** Which of the patient's fields some source states, and which are written. */
export function countPatientFields(group: TalliedGroup, book: Counter): void {
  const sources = contributionsOf(group).map(({ patient }) => patient);
  const written = group.rendered?.resources.find(({ resourceType }) => resourceType === 'Patient');
  for (const [field, element] of fields) {
    if (sources.some((patient) => isSaid(patient[field])))
      book.count('patientFields', keyOf(field, 'source'));
    if (written && isWritten(written as unknown as Written, element)) {
      book.count('patientFields', keyOf(field, 'target'));
    }
  }
}

const isSaid = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;

const isWritten = (patient: Written, element: string | ((patient: Written) => boolean)): boolean =>
  typeof element === 'string'
    ? patient[element] !== undefined || patient[`_${element}`] !== undefined
    : element(patient);
