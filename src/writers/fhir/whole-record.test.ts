import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { beforeAll, describe, expect, it } from 'vitest';
import { idMaker, type PatientRecord, patientRecord } from '../../record/index.ts';
import { recordJson } from '../record/index.ts';
import {
  bundlesOf,
  type FhirOptions,
  ndjsonLine,
  outsideDocuments,
  patientResources,
  peopleResources,
  toXml,
} from './index.ts';

// A record that is made up, with each field of each kind at least once.
const record: PatientRecord = patientRecord.parse(
  JSON.parse(readFileSync(new URL('whole-record.json', import.meta.url), 'utf8')),
);
const options: FhirOptions & { name: string } = {
  bundle: 'collection',
  maxEntries: 10,
  source: 'file',
  program: { name: 'Chartlift', version: '0.1.0' },
  asOf: '2026-01-01T00:00:00Z',
  format: 'json',
  make: idMaker(),
  name: 'one',
};
const people = peopleResources(record.people);
const own = patientResources(record, options);
const all = [...people.resources, ...own.resources];
const json = all.map(ndjsonLine).join('');

/** All strings of the record with the fields they stand in. */
function* leaves(value: unknown, path: string[] = []): Generator<{ path: string[]; text: string }> {
  if (typeof value === 'string') yield { path, text: value };
  else if (value !== null && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) {
      yield* leaves(item, Array.isArray(value) ? path : [...path, key]);
    }
  }
}

/** All primitives of a tree but those of narrative, with the key they stand under. */
function* scalars(value: unknown, key = ''): Generator<{ key: string; text: string }> {
  if (value === null || key === 'div') return;
  if (typeof value !== 'object') yield { key, text: String(value) };
  else {
    for (const [name, item] of Object.entries(value)) yield* scalars(item, Array.isArray(value) ? key : name);
  }
}

/** The values, urls and ids of a FHIR XML text, by a strict parser. */
function attributesOf(xml: string): string[] {
  const parser = new SaxesParser();
  const found: string[] = [];
  parser.on('opentag', ({ attributes }) => {
    for (const [name, value] of Object.entries(attributes)) if (name !== 'xmlns') found.push(value);
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return found;
}

describe('the whole record', () => {
  it('is conserved: each value is written, or its field is said to be unwritten', () => {
    const lost = new Set([...own.issues, ...people.issues].map(({ details }) => String(details?.field)));
    const missing = [...leaves({ ...record.statements, patient: record.patient, ...record.people })]
      .filter(({ text }) => !json.includes(JSON.stringify(text.split('/').at(-1) ?? '').slice(1, -1)))
      .map(({ path }) => path.slice(1).join('.'))
      .filter(
        (path) => !path.split('.').some((field) => [...lost].some((one) => one.split('.').includes(field))),
      );
    // The file's name is the run's own, and "+01.50" is spelt 1.50.
    expect(new Set(missing)).toEqual(new Set(['source.file', 'value.range.low.value']));
  });

  it('says what it could not write, by field and without values', () => {
    const unwritten = own.issues.filter(({ code }) => code === 'unwritten');
    expect(unwritten.map(({ details, place }) => [details?.resource, details?.field, place.file])).toEqual([
      ['Patient', 'ethnicity', 'record'],
      ['Patient', 'names.use', 'record'],
      ['Patient', 'contacts.names', 'record'],
      ['Specimen', 'bodySites', 'record'],
      ['Observation', 'effectivePeriod', 'record'],
      ['Observation', 'performers', 'record'],
      ['Observation', 'referenceRanges', 'record'],
      ['DiagnosticReport', 'effectivePeriod', 'record'],
      ['DiagnosticReport', 'performers', 'record'],
      ['Condition', 'onsetAge', 'record'],
      ['Condition', 'abatement', 'record'],
      ['Condition', 'recorder', 'record'],
      ['AllergyIntolerance', 'kind', 'record'],
      ['MedicationRequest', 'performers', 'record'],
      ['MedicationRequest', 'dosages.timing.when', 'record'],
      ['MedicationRequest', 'dosages.timing.duration', 'record'],
      ['MedicationRequest', 'dosages.dose', 'record'],
      ['MedicationDispense', 'fillNumber', 'record'],
      ['Immunization', 'instructions', 'record'],
      ['FamilyMemberHistory', 'conditions.onset', 'record'],
      ['Goal', 'targets.detail', 'record'],
      ['DocumentReference', 'version', 'record'],
      ['CareTeam', 'locations', 'record'],
      ['DeviceUseStatement', 'quantity', 'record'],
      ['SupplyRequest', 'repeats', 'record'],
      ['SupplyRequest', 'insurances', 'record'],
      ['SupplyRequest', 'intent', 'record'],
      // R4 has no place for the code of a plan's reason.
      ['CarePlan', 'reasons', 'record'],
      ['Procedure', 'approachSites', 'record'],
      ['Procedure', 'priority', 'record'],
      ['Procedure', 'specimens', 'record'],
      ['Procedure', 'locations', 'record'],
      ['Procedure', 'performedPeriod', 'record'],
      ['Procedure', 'performers', 'record'],
      ['ServiceRequest', 'occurrencePeriod', 'record'],
      ['Composition', 'orders.code', 'record'],
      ['Composition', 'related.version', 'record'],
    ]);
  });

  it('knows what each part became', () => {
    const parts = Object.entries(record.statements).flatMap(([kind, items]) =>
      items.map(({ id }) => `${kind}/${id}`),
    );
    expect(new Set(own.index.keys())).toEqual(new Set([...parts, `patient/${record.patient.id}`]));
    const names = new Set(all.map(({ resourceType, id }) => `${resourceType}/${id}`));
    expect(names.size).toBe(all.length);
    expect(new Set([...own.index.values(), ...people.index.values()].flat())).toEqual(names);
  });

  it('is written the same each time', () => {
    const again = patientResources(patientRecord.parse(JSON.parse(recordJson(record))), options);
    expect(again.resources.map(ndjsonLine).sort()).toEqual(own.resources.map(ndjsonLine).sort());
  });

  it('has the same values in XML as in JSON', () => {
    for (const one of all) {
      // JSON.parse would lose the digits of decimals.
      const line = ndjsonLine(one).replace(/":(-?\d+\.\d+)(?=[,}])/g, '":"$1"');
      const inJson = [...scalars(JSON.parse(line))].filter(({ key }) => key !== 'resourceType');
      expect(attributesOf(toXml(one)).sort()).toEqual(inJson.map(({ text }) => text).sort());
    }
  });

  it('leaves out of document bundles only what no document reaches', () => {
    expect(outsideDocuments(all).map(({ resourceType, id }) => `${resourceType}/${id?.slice(-2)}`)).toEqual([
      'Encounter/31',
      'Specimen/c4',
      'DiagnosticReport/c1',
      'DiagnosticReport/c2',
      'Condition/52',
      'MedicationRequest/b1',
      'MedicationRequest/b2',
      'MedicationStatement/b3',
      'MedicationStatement/b9',
      'MedicationDispense/b4',
      'MedicationDispense/b5',
      'Immunization/b6',
      'Immunization/b7',
      'FamilyMemberHistory/01',
      'FamilyMemberHistory/02',
      'RiskAssessment/21',
      'Device/02',
      'DocumentReference/e3',
      'Coverage/da',
      'Coverage/db',
      'Account/dc',
      'CareTeam/dd',
      'CareTeam/de',
      'DeviceUseStatement/d1',
      'DeviceUseStatement/d2',
      'DeviceRequest/d3',
      'DeviceRequest/d4',
      'SupplyRequest/d5',
      'SupplyRequest/d6',
      'SupplyDelivery/d7',
      'SupplyDelivery/d8',
      'Communication/df',
      'CommunicationRequest/e1',
      'CommunicationRequest/e2',
      'CarePlan/a0',
      'Procedure/12',
      'Procedure/13',
      'ImagingStudy/a1',
      'ServiceRequest/21',
      'ServiceRequest/22',
      ...own.resources
        .filter(({ resourceType, id }) => resourceType === 'DocumentReference' && !id?.endsWith('e3'))
        .map(({ resourceType, id }) => `${resourceType}/${id?.slice(-2)}`),
    ]);
  });
});

const validator = new URL('../../../../shared/oracle/validate', import.meta.url).pathname;

describe.skipIf(!existsSync(validator))('the validator (skipped without ../shared)', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'chartlift-writer-'));
    return () => rmSync(folder, { recursive: true });
  });

  it.each(['transaction', 'document', 'collection'] as const)(
    'finds no fault in a %s',
    (bundle) => {
      for (const { name, text } of bundlesOf(all, { ...options, bundle })) {
        writeFileSync(join(folder, `${bundle}-${name}`), text);
      }
      const codes = errorCodes([folder]);
      for (const { name } of bundlesOf(all, { ...options, bundle }))
        rmSync(join(folder, `${bundle}-${name}`));
      expect(codes).toEqual([]);
    },
    60_000,
  );
});

function errorCodes(paths: string[]): string[] {
  const lines = outputOf(paths)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { severity?: string; code?: string });
  return lines.filter(({ severity }) => severity === 'error').map(({ code }) => code ?? '');
}

/** The validator ends with 1 when it finds errors. */
function outputOf(paths: string[]): string {
  try {
    return execFileSync(validator, [...paths, '--level', 'error'], { encoding: 'utf8' });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
