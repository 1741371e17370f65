import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { clinic, resources, rowStates, run, scratch, write } from './clinic.ts';

const folder = scratch();
const first = join(folder, 'run-1');
const input = join(folder, 'in');
const quarantine = (table: string) => join(first, 'quarantine', `${table}.csv`);

/** Changes the rows of a table in quarantine, as somebody does with an editor. */
function mend(table: string, from: string, to: string): void {
  const text = readFileSync(quarantine(table), 'utf8');
  expect(text).toContain(from);
  writeFileSync(quarantine(table), text.replace(from, to));
}

beforeAll(async () => {
  write(input, {
    ...clinic,
    'visits-a.csv': [...clinic['visits-a.csv'], 'V3,009,D1,2020-03-01'],
    'results.csv': [
      ...clinic['results.csv'],
      'R3,V3,GLU,2020-03-01,98,mg/dL',
      'R6,V3,GLU,2020-03-02,97,mg/dL,one too many',
      'R7,V1,GLU',
    ],
  });
  const { ending } = await run(first, [input]);
  expect(ending).toBe('losses');
  expect(rowStates(first).filter((one) => one.includes('quarantined'))).toHaveLength(4);
});

describe('--only-quarantine', () => {
  it('takes mended rows again, with all of their patients and nobody else', async () => {
    mend('visits', 'V3,009', 'V3,003');
    const out = join(folder, 'run-2');
    const { ledger } = await run(out, [input], { onlyQuarantine: first });
    // R6 has a cell too many still, and R7 was not touched.
    expect(rowStates(out).filter((one) => one.includes('quarantined'))).toEqual([
      'results.csv:6 quarantined ragged',
      'results.csv:7 quarantined ragged',
    ]);
    expect(resources(out, 'Patient').map(({ birthDate }) => birthDate)).toEqual(['1990-05-06']);
    const numbers = resources(out, 'Observation').map(({ identifier }) => identifier[0].value);
    expect(numbers.sort()).toEqual(['R3', 'R4']);
    expect(rowStates(out).filter((one) => one.includes('not-in-quarantine'))).toEqual([
      'people.csv:* left-out not-in-quarantine',
      'result_text.csv:* left-out not-in-quarantine',
      'results.csv:* left-out not-in-quarantine',
      'visits-a.csv:* left-out not-in-quarantine',
    ]);
    expect(ledger.row).toMatchObject({ read: 18, remainder: 0 });
    // What is written again has the ids that it has in a whole run.
    const before = resources(first).map(({ resourceType, id }) => `${resourceType}/${id}`);
    const [patient] = resources(out, 'Patient');
    expect(before).toContain(`Patient/${patient.id}`);
  });

  it('takes what somebody has said what it means', async () => {
    mend(
      'results',
      '97,mg/dL,results.csv,6,ragged,it has more or fewer cells than the header has columns,one too many',
      '97,mg/dL,results.csv,6,,,',
    );
    mend('results', 'R7,V1,GLU,,,', 'R7,V1,GLU,2020-01-03,96,mg/dL');
    const out = join(folder, 'run-3');
    const { ending } = await run(out, [input], { onlyQuarantine: first });
    expect(ending).toBe('done');
    const numbers = resources(out, 'Observation').map(({ identifier }) => identifier[0].value);
    expect(numbers.sort()).toEqual(['R1', 'R3', 'R4', 'R6', 'R7']);
  });

  it('reads a file that a spreadsheet saved with semicolons', async () => {
    for (const table of ['visits', 'results']) {
      writeFileSync(quarantine(table), readFileSync(quarantine(table), 'utf8').replaceAll(',', ';'));
    }
    const out = join(folder, 'run-4');
    expect((await run(out, [input], { onlyQuarantine: first })).ending).toBe('done');
  });

  it('refuses tables that are not those of the run: a line would be another row', async () => {
    const other = write(join(folder, 'other'), {
      ...clinic,
      'visits-a.csv': [...clinic['visits-a.csv'], 'V8,001,D1,2020-04-01', 'V3,009,D1,2020-03-01'],
    });
    await expect(run(join(folder, 'run-5'), [other], { onlyQuarantine: first })).rejects.toThrow(
      'does not hold the table',
    );
  });

  it('refuses a run without quarantine and a folder that is no run', async () => {
    const clean = join(folder, 'clean');
    await run(clean, [write(join(folder, 'in-clean'), clinic)]);
    await expect(run(join(folder, 'run-6'), [input], { onlyQuarantine: clean })).rejects.toThrow(
      'nothing in quarantine',
    );
    await expect(run(join(folder, 'run-7'), [input], { onlyQuarantine: input })).rejects.toThrow('is no run');
  });
});
