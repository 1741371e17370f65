import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assemble } from '../../src/assemble/index.ts';
import { readers } from '../../src/readers/index.ts';
import { countedUnits } from '../../src/record/index.ts';
import {
  bundlesOf,
  type FhirOptions,
  patientResources,
  peopleResources,
} from '../../src/writers/fhir/index.ts';
import { recordJson } from '../../src/writers/record/index.ts';
import { contributionOf, inputOf, type Json, make } from '../conversion.ts';
import { danglingReferences, danglingRefs, repeatedIds, unaccounted } from './invariants.ts';

const folder = join(import.meta.dirname, '..', '..', 'fixtures', 'ccda');
const expected = (name: string, what: string) => join(import.meta.dirname, 'expected', name, what);

const options: FhirOptions = {
  bundle: 'transaction',
  maxEntries: 500,
  source: 'file',
  program: { name: 'chartlift', version: '0.0.0' },
  asOf: '2026-01-01T00:00:00Z',
  format: 'json',
  make,
};

function convertFixture(file: string) {
  const contribution = contributionOf(readFileSync(join(folder, file)), { name: file });
  const assembled = assemble([contribution], { make });
  const written = patientResources(assembled.record, options);
  const people = peopleResources(assembled.record.people);
  const resources = [...written.resources, ...people.resources];
  const [bundle] = bundlesOf(resources, { ...options, name: 'bundle' });
  return { contribution, ...assembled, written, resources: resources as Json[], bundle: bundle?.text ?? '' };
}

const lines = (values: readonly unknown[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('');

describe.each(readdirSync(folder).filter((file) => file.endsWith('.xml')))('%s', (file) => {
  const name = file.replace('.xml', '');
  const converted = convertFixture(file);
  const record = recordJson(converted.record);

  it('becomes the record, the issues, the account and the bundle that were agreed on', async () => {
    await expect(record).toMatchFileSnapshot(expected(name, 'record.json'));
    await expect(converted.bundle).toMatchFileSnapshot(expected(name, 'bundle.json'));
    await expect(lines([...converted.issues, ...converted.written.issues])).toMatchFileSnapshot(
      expected(name, 'issues.ndjson'),
    );
    await expect(lines(converted.ledger)).toMatchFileSnapshot(expected(name, 'ledger.ndjson'));
  });

  it('holds no reference that leads nowhere', () => {
    expect(danglingRefs(converted.record)).toEqual([]);
    expect(danglingReferences(converted.resources)).toEqual([]);
  });

  it('gives no id twice', () => {
    expect(repeatedIds(converted.resources)).toEqual([]);
  });

  it.each(countedUnits)('accounts for every %s once', (unit) => {
    expect(unaccounted(converted.ledger, unit, converted.contribution.units[unit] ?? 0)).toEqual([]);
  });

  it('is the same on a second run, to the byte', () => {
    const again = convertFixture(file);
    expect(recordJson(again.record)).toBe(record);
    expect(again.bundle).toBe(converted.bundle);
  });

  it('comes back from its own record unchanged', () => {
    const read = readers.record.read(inputOf(record, 'record.json'));
    if (!('source' in read)) throw new Error('the record was not read');
    const { trace: _kept, ...again } = JSON.parse(recordJson(assemble([read], { make }).record));
    const { trace: _lost, ...before } = JSON.parse(record);
    expect(again).toEqual(before);
  });
});
