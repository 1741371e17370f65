import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idMaker } from '../../record/index.ts';
import { bundlesOf } from './bundle.ts';
import type { Bundle, Resource } from './fhir-types.ts';
import type { FhirOptions } from './options.ts';

const options = (bundle: FhirOptions['bundle'], maxEntries = 100): FhirOptions & { name: string } => ({
  bundle,
  maxEntries,
  source: 'file',
  program: { name: 'Chartlift', version: '0' },
  asOf: '2026-01-01T00:00:00Z',
  format: 'json',
  make: idMaker(),
  name: 'p',
});

const subject = { reference: 'Patient/p' };
const patient: Resource = { resourceType: 'Patient', id: 'p' };
const condition = (id: string, evidence?: string): Resource => ({
  resourceType: 'Condition',
  id,
  subject,
  ...(evidence ? { evidence: [{ detail: [{ reference: `Condition/${evidence}` }] }] } : {}),
});
const read = (resources: Resource[], how: FhirOptions & { name: string }): Bundle[] =>
  bundlesOf(resources, how).map(({ text }) => JSON.parse(text) as Bundle);
const idsOf = (bundle: Bundle): string[] => bundle.entry?.map(({ resource }) => resource?.id ?? '') ?? [];

describe('transactions', () => {
  it('puts each resource under its id', () => {
    const [bundle] = read([patient], options('transaction'));
    expect(bundle?.entry).toEqual([
      { fullUrl: 'urn:uuid:p', resource: patient, request: { method: 'PUT', url: 'Patient/p' } },
    ]);
  });

  it('refers by fullUrl inside a bundle and by address to other bundles', () => {
    const bundles = read([patient, condition('a', 'b'), condition('b')], options('transaction', 2));
    expect(bundles.map((bundle) => bundle.entry?.map(({ resource }) => resource))).toMatchObject([
      [{ id: 'p' }, { id: 'b', subject: { reference: 'urn:uuid:p' } }],
      [
        {
          id: 'a',
          subject: { reference: 'Patient/p' },
          evidence: [{ detail: [{ reference: 'Condition/b' }] }],
        },
      ],
    ]);
  });

  it('splits: all entries once, the patient first, references to the same bundle or to earlier ones', () => {
    const chain = fc.uniqueArray(fc.stringMatching(/^[0-9a-f]{1,4}$/), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(chain, fc.integer({ min: 1, max: 7 }), (ids, most) => {
        const resources = [
          ...ids.map((id, index) => condition(`c${id}`, ids[index + 1] && `c${ids[index + 1]}`)),
          patient,
        ];
        const bundles = read(resources, options('transaction', most));
        expect(bundles.every((bundle) => idsOf(bundle).length <= most)).toBe(true);
        const order = bundles.flatMap(idsOf);
        expect(order[0] === 'p' || resources.length <= most).toBe(true);
        expect(order.toSorted()).toEqual(resources.map(({ id }) => id).toSorted());
        const placeOf = new Map(bundles.flatMap((bundle, at) => idsOf(bundle).map((id) => [id, at])));
        ids.slice(0, -1).forEach((id, index) => {
          expect(placeOf.get(`c${ids[index + 1]}`)).toBeLessThanOrEqual(placeOf.get(`c${id}`) ?? -1);
        });
      }),
    );
  });

  it('ends where resources refer to each other in a circle', () => {
    const bundles = read([condition('a', 'b'), condition('b', 'a'), patient], options('transaction', 1));
    expect(bundles.flatMap(idsOf)).toEqual(['p', 'b', 'a']);
  });

  it('names its files by the id and, where there are several, a number', () => {
    const files = bundlesOf([patient, condition('a')], options('transaction', 1));
    expect(files.map(({ name }) => name)).toEqual(['p-1.json', 'p-2.json']);
    expect(bundlesOf([patient, condition('a')], options('transaction', 2))[0]?.name).toBe('p.json');
    expect(bundlesOf([patient], { ...options('collection'), format: 'xml' })[0]?.name).toBe('p.xml');
  });
});

describe('the names of many parts', () => {
  it('are in the order in which they are loaded', () => {
    const many = Array.from({ length: 11 }, (_, index) => condition(`c${index}`));
    const names = bundlesOf([patient, ...many], options('transaction', 1)).map(({ name }) => name);
    expect(names[1]).toBe('p-02.json');
    expect(names.toSorted()).toEqual(names);
  });
});

describe('collections', () => {
  it('refers by urn:uuid to what is inside and leaves other references as they are', () => {
    const [bundle] = read([patient, condition('a', 'elsewhere')], options('collection'));
    const entry = bundle?.entry?.[1];
    expect(entry?.fullUrl).toBe('urn:uuid:a');
    expect(entry?.resource).toMatchObject({
      subject: { reference: 'urn:uuid:p' },
      evidence: [{ detail: [{ reference: 'Condition/elsewhere' }] }],
    });
  });
});

describe('documents', () => {
  const composition = (id: string, entry: string): Resource => ({
    resourceType: 'Composition',
    id,
    status: 'final',
    type: {},
    date: '2020',
    author: [{}],
    title: 't',
    subject,
    section: [{ entry: [{ reference: entry }] }],
  });
  const provenance = (id: string, ...targets: string[]): Resource => ({
    resourceType: 'Provenance',
    id,
    target: targets.map((reference) => ({ reference })),
    recorded: '2020-01-01T00:00:00Z',
    agent: [{ who: { reference: 'Device/d' } }],
    entity: [{ role: 'source', what: { reference: 'DocumentReference/r', display: 'source' } }],
  });
  const resources: Resource[] = [
    patient,
    { resourceType: 'Device', id: 'd' },
    condition('a'),
    condition('b', 'a'),
    condition('unreached'),
    composition('one', 'Condition/b'),
    composition('two', 'Condition/a'),
    provenance('of-one', 'Composition/one', 'Patient/p', 'Condition/unreached'),
    provenance('of-statement', 'Condition/b', 'Condition/unreached'),
  ];

  it('holds the Composition first, what it reaches, and the Provenance of these alone', () => {
    const bundles = read(resources, options('document'));
    expect(bundles.map(idsOf)).toEqual([
      ['one', 'p', 'b', 'a', 'd', 'of-one', 'of-statement'],
      ['two', 'p', 'a'],
    ]);
    expect(bundles[0]?.entry?.[5]?.resource).toMatchObject({
      target: [{ reference: 'urn:uuid:one' }, { reference: 'urn:uuid:p' }],
      entity: [{ what: { display: 'source' } }],
    });
  });

  it('has an identifier and the time of the run', () => {
    const [bundle] = read(resources, options('document'));
    expect(bundle?.timestamp).toBe('2026-01-01T00:00:00Z');
    expect(bundle?.identifier?.system).toBe('urn:ietf:rfc:3986');
    expect(bundle?.identifier?.value).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
  });
});
