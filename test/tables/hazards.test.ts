import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Json } from '../conversion.ts';
import { resources, run, scratch, write } from './clinic.ts';

const folder = scratch();

/** A mapping of one table beside the patients. */
const mapped = (records: string, lookups = ''): string[] => [
  `mapping: 1
id: hazards
version: 1.0.0
title: Rows that must not turn over
source: { system: "urn:example:hazards", nulls: [""] }
tables:
  people: { file: people.csv, key: $No }
  facts: { file: facts.csv, key: $Id, links: { $No: people } }
${lookups}
records:
  - from: people
    to: patient
    id: $No
    fields:
      identifiers: [{ type: MR, value: $No }]
      names: [{ family: $Name }]
      birthDate: $Born
${records}`,
];

async function convert(name: string, mapping: string[], facts: string[]): Promise<(type: string) => Json[]> {
  const input = write(join(folder, name), {
    'people.csv': ['No,Name,Born', '007,Test,1980-01-02', '7,Other,1981-01-02'],
    'facts.csv': facts,
  });
  write(join(folder, `${name}-mapping`), { 'mapping.yaml': mapping });
  const out = join(folder, `${name}-out`);
  await run(out, [input], { mapping: join(folder, `${name}-mapping`, 'mapping.yaml') });
  return (type) => resources(out, type);
}

const results = `  - from: facts
    to: observation
    id: $Id
    fields:
      status: final
      code: { text: $What }
      patient: $No
      effective: $Day
      value: { firstOf: [{ when: { $Value: present }, quantity: { value: $Value, unit: $Unit } }, { string: $Text }] }`;

describe('a row', () => {
  it('goes to the patient of exactly its key: leading zeros count', async () => {
    const of = await convert('zeros', mapped(results), [
      'Id,No,What,Day,Value,Unit,Text',
      '1,007,a,2020-01-01,1,mg,',
      '2,7,b,2020-01-01,2,mg,',
    ]);
    const born = new Map(of('Patient').map(({ id, birthDate }) => [`Patient/${id}`, birthDate]));
    const found = of('Observation').map(({ code, subject }) => [code.text, born.get(subject.reference)]);
    expect(found.sort()).toEqual([
      ['a', '1980-01-02'],
      ['b', '1981-01-02'],
    ]);
  });

  it('keeps the digits of its numbers, and words where a number was to be', async () => {
    const of = await convert('digits', mapped(results), [
      'Id,No,What,Day,Value,Unit,Text',
      '1,7,a,2020-01-01,1.50,mg,',
      '2,7,b,2020-01-01,,,NONREACTIVE',
    ]);
    const [number, word] = of('Observation').toSorted((a, b) => (a.code.text < b.code.text ? -1 : 1));
    const lines = readFileSync(join(folder, 'digits-out/ndjson/Observation.ndjson'), 'utf8');
    expect(number.valueQuantity.value).toBe(1.5);
    expect(lines).toContain('"value":1.50,');
    expect(word.valueString).toBe('NONREACTIVE');
    expect(word.valueQuantity).toBeUndefined();
  });

  it('has a date where its time has no zone, and never an offset that nobody gave', async () => {
    const of = await convert('zone', mapped(results), [
      'Id,No,What,Day,Value,Unit,Text',
      '1,7,a,2020-01-01T08:30:00,1,mg,',
    ]);
    expect(of('Observation')[0].effectiveDateTime).toBe('2020-01-01');
  });

  it('of a vaccine that was refused is not one that was given', async () => {
    const records = `  - from: facts
    to: immunization
    id: $Id
    fields:
      status: { from: $Status, lookup: given }
      patient: $No
      code: { text: $What }
      occurrence: $Day`;
    const lookups = 'lookups: { given: { done: completed, refused: not-done } }';
    const of = await convert('vaccine', mapped(records, lookups), [
      'Id,No,What,Day,Status',
      '1,7,Flu,2020-01-01,refused',
      '2,7,Polio,2020-01-01,done',
    ]);
    const states = of('Immunization').map(({ status, vaccineCode }) => [vaccineCode.text, status]);
    expect(states.sort()).toEqual([
      ['Flu', 'not-done'],
      ['Polio', 'completed'],
    ]);
  });
});
