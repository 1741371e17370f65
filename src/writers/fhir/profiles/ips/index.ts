import {
  absentCode,
  element,
  has,
  hasChoice,
  hasCode,
  listOf,
  membersOf,
  partOf,
  primitive,
  rule,
  unknownElement,
  unknownReference,
} from '../demands.ts';
import { inOrder } from '../order.ts';
import type { Demand, Guide, Json, Profile } from '../profile.ts';

const ucum = 'http://unitsofmeasure.org';
const folder = 'http://hl7.org/fhir/uv/ips/StructureDefinition';

/** The URL of a profile of the International Patient Summary. */
export const ipsUrlOf = (name: string): string => `${folder}/${name}-uv-ips`;

const unknownName: Json = { _family: unknownElement };

/** A time that must be there; of one that nobody states it is said that it is not known. */
const time = (choice: string): Demand => ({
  rule: `${choice}[x]`,
  met: (resource) => hasChoice(resource, choice),
  supply: (resource) => ({ ...resource, [`_${choice}DateTime`]: unknownElement }),
});

const one =
  (name: string, ...demands: Demand[]) =>
  (): readonly Profile[] => [{ url: ipsUrlOf(name), demands }];

const isFinal = rule('status', ({ status }) => status === 'final');

const named: Demand = {
  rule: 'ips-pat-1',
  met: (patient) =>
    membersOf(patient, 'name').every((name) => ['family', 'given', 'text'].some((part) => has(name, part))),
  supply: (patient) => ({
    ...patient,
    name: membersOf(patient, 'name').map((name) => inOrder({ ...unknownName, ...name }, 'name')),
  }),
};

const laboratory = one(
  'Observation-results-laboratory',
  isFinal,
  time('effective'),
  listOf('performer', unknownReference),
  rule('valueQuantity', (result) => {
    const { system, code } = partOf(result, 'valueQuantity');
    return !has(result, 'valueQuantity') || (system === ucum && code !== undefined);
  }),
  rule('ips-2', (result) => hasChoice(result, 'value') || has(result, 'hasMember')),
);

const categorySystem = 'http://terminology.hl7.org/CodeSystem/observation-category';

/** Of observations those of a laboratory; the others of the guide ask for codes that C-CDA does not use. */
const observation = (found: Json): readonly Profile[] =>
  hasCode(membersOf(found, 'category'), categorySystem, 'laboratory') ? laboratory() : [];

const byType: Readonly<Record<string, (resource: Json) => readonly Profile[]>> = {
  AllergyIntolerance: one('AllergyIntolerance'),
  Condition: one('Condition', element('clinicalStatus'), element('code')),
  Device: (device) => (has(device, 'patient') ? one('Device')() : []),
  DeviceUseStatement: one('DeviceUseStatement', time('timing')),
  DiagnosticReport: one(
    'DiagnosticReport',
    isFinal,
    listOf('category', absentCode),
    rule('category', (report) => membersOf(report, 'category').length === 1),
    time('effective'),
  ),
  ImagingStudy: one('ImagingStudy'),
  Immunization: one('Immunization'),
  MedicationRequest: one('MedicationRequest'),
  MedicationStatement: one('MedicationStatement', time('effective')),
  Observation: observation,
  Organization: one('Organization', primitive('name')),
  Patient: one('Patient', listOf('name', unknownName), named, primitive('birthDate')),
  Practitioner: one('Practitioner', listOf('name', unknownName)),
  PractitionerRole: one('PractitionerRole'),
  Procedure: one('Procedure', element('code'), time('performed')),
  Specimen: one(
    'Specimen',
    rule('type', (sample) => Object.values(partOf(sample, 'type')).some((value) => value !== undefined)),
  ),
};

/** The International Patient Summary 1.1.0. */
export const ips: Guide = (resource) => byType[String(resource['resourceType'])]?.(resource) ?? [];
