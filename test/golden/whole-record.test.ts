import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  device,
  idMaker,
  type Kind,
  kinds,
  location,
  organization,
  patientRecord,
  practitioner,
  practitionerRole,
} from '../../src/record/index.ts';
import {
  bundlesOf,
  type FhirOptions,
  patientResources,
  peopleResources,
  type Resource,
} from '../../src/writers/fhir/index.ts';

// A record that is made up, with each field of each kind at least once: what FHIR lets us fill of each resource.
const source = join(import.meta.dirname, '..', '..', 'src', 'writers', 'fhir', 'whole-record.json');
const record = patientRecord.parse(JSON.parse(readFileSync(source, 'utf8')));

const optionsFor = (profile: FhirOptions['profile']): FhirOptions => ({
  bundle: 'collection',
  maxEntries: 500,
  source: 'file',
  program: { name: 'chartlift', version: '0.0.0' },
  asOf: '2026-01-01T00:00:00Z',
  format: 'json',
  profile,
  make: idMaker(),
});

function written(profile: FhirOptions['profile']): readonly Resource[] {
  const options = optionsFor(profile);
  return [
    ...peopleResources(record.people, options).resources,
    ...patientResources(record, options).resources,
  ];
}

const byType = (resources: readonly Resource[]) =>
  [...Map.groupBy(resources, ({ resourceType }) => resourceType)].sort(([a], [b]) => (a < b ? -1 : 1));

it.each(Object.entries(kinds).filter(([kind]) => kind !== 'noneKnown'))(
  'holds every field of the kind %s',
  (kind, { schema }) => {
    const { shape } = schema as unknown as { shape: object };
    const items: readonly object[] = record.statements[kind as Kind];
    const filled = new Set(items.flatMap((item) => Object.keys(item)));
    // Of these any kind may have them, and they are written the same way for each.
    const anywhere = ['text', 'informants', 'labels'];
    const missing = Object.keys(shape).filter((field) => !filled.has(field) && !anywhere.includes(field));
    expect(missing).toEqual([]);
  },
);

it.each(Object.entries({ device, location, organization, practitioner, practitionerRole }))(
  'holds every field of who is a %s',
  (kind, { shape }) => {
    const items: readonly object[] = record.people[kind as keyof typeof record.people];
    const filled = new Set(items.flatMap((item) => Object.keys(item)));
    expect(Object.keys(shape).filter((field) => !filled.has(field))).toEqual([]);
  },
);

describe.each(byType(written('us-core')))('%s', (type, resources) => {
  it('is written with all that FHIR lets us fill, and claims its profile of US Core', async () => {
    await expect(`${JSON.stringify(resources, null, 2)}\n`).toMatchFileSnapshot(
      join(import.meta.dirname, 'expected', 'whole-record', `${type}.json`),
    );
  });
});

it('is summed up whole: each resource of the patient stands in a section or is reached from one', () => {
  const all = written('ips');
  const [summary] = bundlesOf(all, { ...optionsFor('ips'), name: 'one' });
  const { entry } = JSON.parse(summary?.text ?? '') as { entry: { resource: Resource }[] };
  const inside = new Set(entry.map(({ resource }) => `${resource.resourceType}/${resource.id}`));
  const outside = patientResources(record, optionsFor('ips'))
    .resources.filter(({ resourceType, id }) => !inside.has(`${resourceType}/${id}`))
    .map(({ resourceType }) => resourceType);
  // The Compositions of the sources give way to the summary's own, and with them the Provenance of these alone.
  expect(new Set(outside)).toEqual(new Set(['Composition', 'Provenance']));
});

it('is summed up as an International Patient Summary', async () => {
  const compositions = written('ips').filter(
    (one) => one.resourceType === 'Composition' && one.meta?.profile !== undefined,
  );
  await expect(`${JSON.stringify(compositions, null, 2)}\n`).toMatchFileSnapshot(
    join(import.meta.dirname, 'expected', 'whole-record', 'summary.json'),
  );
});
