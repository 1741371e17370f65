import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { explainInRun, explainSource } from '../../src/cli/explain-run.ts';
import { clinic, resources, run, scratch, write } from './clinic.ts';

const folder = scratch();
const out = join(folder, 'run');
let observation = '';

beforeAll(async () => {
  await run(out, [
    write(join(folder, 'in'), {
      ...clinic,
      'visits-b.csv': [...clinic['visits-b.csv'], 'V9,888,D1,2020-01-01'],
    }),
  ]);
  const found = resources(out, 'Observation').find(({ identifier }) => identifier[0].value === 'R1');
  observation = `Observation/${found.id}`;
});

const told = (element: string) =>
  explainInRun(out, { address: observation, element }, undefined).answers.flatMap(
    ({ path, value, file, spots }) =>
      spots.map((spot) => `${path} = ${value}: ${file}:${spot.line} ${spot.path}`),
  );

describe('explain of a run of tables', () => {
  it('leads an element to file, line and columns', () => {
    expect(told('valueQuantity.value')).toEqual([
      'valueQuantity.value = 101: results.csv:2 Value',
      'valueQuantity.value = 101: results.csv:2 Unit',
    ]);
    expect(told('effectiveDateTime')).toEqual([
      'effectiveDateTime = 2020-01-01T08:00:00-06:00: results.csv:2 Day',
    ]);
    expect(told('note')).toContain('note[0].text = first line\nsecond line: result_text.csv:3 Text');
  });

  it('leads a row to what it gave', () => {
    const { within, gives, ledger } = explainSource(out, { source: 'results.csv', line: 2 }, undefined);
    expect(within).toEqual([observation]);
    expect(gives.find(({ path }) => path === 'Day')?.values).toEqual([
      { address: observation, path: 'effectiveDateTime', value: '2020-01-01T08:00:00-06:00' },
    ]);
    expect(ledger).toMatchObject({ unit: 'row', state: 'converted' });
  });

  it('says why a row gave nothing', () => {
    const { within, ledger } = explainSource(out, { source: 'visits-b.csv', line: 3 }, undefined);
    expect(within).toEqual([]);
    expect(ledger).toMatchObject({ unit: 'row', state: 'quarantined', rule: 'orphan' });
  });

  it('names what is there where an element is not', () =>
    expect(() => explainInRun(out, { address: observation, element: 'bodySite' }, undefined)).toThrow(
      'no element bodySite',
    ));
});
