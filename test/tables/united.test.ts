import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clinicalDocument, patientOf, problem, section } from '../clinical-document.ts';
import { danglingReferences, repeatedIds } from '../golden/invariants.ts';
import { clinic, jsonLines, resources, run, scratch, write } from './clinic.ts';

const folder = scratch();

const document = (ids: string, given: string, born: string, family = 'Test'): string[] => [
  clinicalDocument({
    recordTarget: patientOf(
      ids,
      `<name use="L"><given>${given}</given><family>${family}</family></name><birthTime value="${born}"/>`,
    ),
    sections: [section('problems', [problem()])],
  }),
];
const ssn = (number: string) => `<id root="2.16.840.1.113883.4.1" extension="${number}"/>`;
const own = (number: string) => `<id root="2.16.840.1.113883.19.77.1" extension="${number}"/>`;

async function convert(name: string, files: Readonly<Record<string, readonly string[]>>, more = {}) {
  const out = join(folder, name);
  const input = write(join(folder, `in-${name}`), { ...clinic, ...files });
  return { out, summary: await run(out, [input], more) };
}

describe('a patient of documents and tables', async () => {
  const { out, summary } = await convert('one', {
    'ccda/ann.xml': document(own('X9') + ssn('999-11-2222'), 'Ann', '19800102'),
    'ccda/stranger.xml': document(own('X7'), 'Zoe', '19601231', 'Else'),
  });
  const patients = resources(out, 'Patient');
  const ann = patients.filter(({ birthDate }) => birthDate === '1980-01-02');

  it('is one record under one id', () => {
    expect(patients).toHaveLength(4);
    expect(ann).toHaveLength(1);
    expect(summary.read.patients).toBe(4);
    const numbers = ann[0].identifier.map(({ value }: { value: string }) => value);
    expect(numbers.sort()).toEqual(['001', '999-11-2222', 'X9']);
    expect(summary.ledger.row?.remainder).toBe(0);
    expect(summary.ending).toBe('done');
  });

  it('has the statements of both, and all refer to it', () => {
    const [condition] = resources(out, 'Condition').filter(
      ({ subject }) => subject.reference === `Patient/${ann[0].id}`,
    );
    const [observation] = resources(out, 'Observation').filter(
      ({ subject }) => subject.reference === `Patient/${ann[0].id}`,
    );
    expect(condition).toBeDefined();
    expect(observation).toBeDefined();
    expect(danglingReferences(resources(out))).toEqual([]);
    expect(repeatedIds(resources(out))).toEqual([]);
  });

  it('is found by its document and by its rows', () => {
    const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
    const input = manifest.inputs.find(({ file }: { file: string }) => file === 'ccda/ann.xml');
    expect(input.patient).toBe(ann[0].id);
    const row = jsonLines(out, 'ledger.ndjson').find(({ file, line }) => file === 'people.csv' && line === 2);
    expect(row.into).toEqual([`Patient/${ann[0].id}`]);
    const record = JSON.parse(readFileSync(join(out, `records/${ann[0].id}.json`), 'utf8'));
    expect(record.patient.id).toBe(ann[0].id);
    const places = Object.values(record.trace).flatMap((fields) =>
      Object.values(fields as object).flat(),
    ) as string[];
    expect(places).toContain('results.csv:2 Value');
    expect(places.some((place) => place.startsWith('ccda/ann.xml:'))).toBe(true);
  });
});

describe('a document', () => {
  it.each([
    ['of another birth date', ssn('999-11-2222'), '19800103', 'Test'],
    ['of another family name', ssn('999-11-2222'), '19800102', 'Other'],
    ['of another number', ssn('999-11-9999'), '19800102', 'Test'],
    ['with a number of another system', own('001'), '19800102', 'Test'],
  ])('%s is of somebody else', async (name, ids, born, family) => {
    const { out } = await convert(name.replaceAll(' ', '-'), {
      'ann.xml': document(ids, 'Ann', born, family),
    });
    expect(resources(out, 'Patient')).toHaveLength(4);
  });

  it('stands alone under --per document, and so do the rows of a patient', async () => {
    const { out, summary } = await convert(
      'alone',
      { 'ann.xml': document(ssn('999-11-2222'), 'Ann', '19800102') },
      { per: 'document' },
    );
    expect(summary.ending).toBe('done');
    expect(resources(out, 'Patient')).toHaveLength(4);
    expect(repeatedIds(resources(out))).toEqual([]);
  });
});

it('tells of documents and tables alike with --bundle document, which tables cannot become', async () => {
  await expect(convert('bundle', {}, { bundle: 'document', per: 'document' })).rejects.toThrow(/tables/i);
});
