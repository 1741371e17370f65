import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clinic, jsonLines, resources, rowStates, run, scratch, write } from './clinic.ts';

const folder = scratch();

describe('an export with faults', async () => {
  const input = write(join(folder, 'faults'), {
    ...clinic,
    'visits-a.csv': [...clinic['visits-a.csv'], 'V3,009,D1,2020-03-01'],
    'results.csv': [
      ...clinic['results.csv'],
      'R3,V3,GLU,2020-03-01,98,mg/dL',
      'R5,,GLU,2021-01-01,140,mg/dL',
      'R6,V4,GLU,2021-01-01,140,mg/dL,one too many',
    ],
    'result_text.csv': [...clinic['result_text.csv'], 'R9,1,of no result'],
    'tests.csv': ['Test,Words', 'GLU,Glucose'],
    'bills.csv': ['Bill,Amount', '1,2', '2,3'],
    'readme.txt': ['Nothing of a table.'],
  });
  const out = join(folder, 'out');
  const summary = await run(out, [input]);

  it('converts every row that can be, and sets the others aside, each with its rule', () => {
    expect(rowStates(out)).toEqual(
      [
        'bills.csv:* left-out table-without-rule',
        ...['doctors.csv:2', 'doctors.csv:3', 'doctors.csv:4'].map((row) => `${row} converted`),
        ...['people.csv:2', 'people.csv:3', 'people.csv:4'].map((row) => `${row} converted`),
        'result_text.csv:2 converted',
        'result_text.csv:3 converted',
        'result_text.csv:4 quarantined orphan',
        ...['results.csv:2', 'results.csv:3', 'results.csv:4'].map((row) => `${row} converted`),
        'results.csv:5 quarantined held-with-link',
        'results.csv:6 quarantined no-patient',
        'results.csv:7 quarantined ragged',
        'tests.csv:2 left-out not-referred-to',
        'visits-a.csv:2 converted',
        'visits-a.csv:3 converted',
        'visits-a.csv:4 quarantined orphan',
        'visits-b.csv:2 converted',
      ].sort(),
    );
    expect(summary.ending).toBe('losses');
    expect(summary.ledger.row).toMatchObject({
      read: 22,
      converted: 14,
      'left-out': 3,
      quarantined: 5,
      remainder: 0,
    });
  });

  it('keeps the rows that were set aside in their own columns', () => {
    expect(readFileSync(join(out, 'quarantine/results.csv'), 'utf8').split('\r\n')).toEqual([
      'ResultNo,VisitNo,Test,Day,Value,Unit,_file,_line,_rule,_reason,_surplus',
      'R3,V3,GLU,2020-03-01,98,mg/dL,results.csv,5,held-with-link,what it links to was set aside,',
      'R5,,GLU,2021-01-01,140,mg/dL,results.csv,6,no-patient,none of the columns that lead to a patient holds anything,',
      'R6,V4,GLU,2021-01-01,140,mg/dL,results.csv,7,ragged,it has more or fewer cells than the header has columns,one too many',
      '',
    ]);
  });

  it('names every column: mapped, left out on purpose, or holding data that no rule reads', () => {
    const columns = jsonLines(out, 'ledger.ndjson').filter(
      ({ unit, file }) => unit === 'column' && file === 'people.csv',
    );
    const fates = Object.fromEntries(columns.map(({ path, state, rule }) => [path, rule ?? state]));
    expect(fates).toEqual({
      PersonNo: 'converted',
      First: 'converted',
      Last: 'converted',
      Sex: 'converted',
      Born: 'converted',
      Ssn: 'converted',
      Shoe: 'ignored',
      Hat: 'no-rule',
    });
    const told = jsonLines(out, 'issues.ndjson').filter(({ code }) => code === 'column-without-rule');
    expect(told.map(({ file, details }) => [file, details.column])).toEqual([
      ['people.csv', 'Hat'],
      ['tests.csv', 'Words'],
    ]);
    expect(summary.ledger.column?.remainder).toBe(0);
  });

  it('counts the rows of what the mapping does not name', () => {
    expect(summary.exports).toMatchObject([
      { folder: '.', mapping: { id: 'clinic', version: '1.2.0' }, others: [{ file: 'bills.csv', rows: 2 }] },
    ]);
    const files = jsonLines(out, 'ledger.ndjson').filter(({ unit }) => unit === 'file');
    expect(files.map(({ file, state, rule }) => [file, state, rule])).toContainEqual([
      'bills.csv',
      'left-out',
      'table-without-rule',
    ]);
    expect(files).toHaveLength(9);
  });

  it('writes the codes that lookups lack, to be filled in', () => {
    const lines = readFileSync(join(out, 'unmapped/tests.csv'), 'utf8').split('\r\n');
    expect(lines[0]).toBe('from,system,code,display,count,status,approvedBy,fromDisplay');
    expect(lines.slice(1)).toEqual(['NAT,,,,1,,,', '']);
  });

  it('says what it read in the manifest', () => {
    const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
    expect(manifest.exports[0].mapping).toEqual({
      id: 'clinic',
      version: '1.2.0',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const results = manifest.exports[0].tables.find(({ file }: { file: string }) => file === 'results.csv');
    expect(results).toMatchObject({
      rows: { read: 6, converted: 3, quarantined: 3 },
      columns: { read: 6, mapped: 6 },
    });
  });

  it('makes one record of rows that belong together', () => {
    const [glucose] = resources(out, 'Observation').filter(({ identifier }) => identifier[0].value === 'R1');
    expect(glucose.note).toEqual([{ text: 'first line\nsecond line' }]);
    expect(glucose.effectiveDateTime).toBe('2020-01-01T08:00:00-06:00');
    const encounters = resources(out, 'Encounter');
    expect(encounters.map(({ identifier }) => identifier[0].value).sort()).toEqual(['V1', 'V2', 'V4']);
  });

  it('shows no value of a row in an issue', () => {
    const issues = readFileSync(join(out, 'issues.ndjson'), 'utf8');
    for (const value of ['999-11', 'felt', 'House', 'of no result', 'one too many'])
      expect(issues).not.toContain(value);
  });
});

describe('a patient', () => {
  it('whose key stands on two people is set aside with all rows, and nobody is guessed', async () => {
    const people = [...clinic['people.csv'], '003,Dee,Other,f,2001-01-01,,,'];
    const out = join(folder, 'repeated');
    await run(out, [write(join(folder, 'in-repeated'), { ...clinic, 'people.csv': people })]);
    expect(rowStates(out).filter((line) => line.includes('quarantined'))).toEqual([
      'people.csv:4 quarantined patient-key-repeated',
      'people.csv:5 quarantined patient-key-repeated',
      'results.csv:4 quarantined held-with-link',
      'visits-b.csv:2 quarantined ambiguous-link',
    ]);
    expect(resources(out, 'Patient')).toHaveLength(2);
  });

  it('whose row stands twice is one', async () => {
    const people = [...clinic['people.csv'], clinic['people.csv'][3]];
    const out = join(folder, 'twice');
    const { ending } = await run(out, [write(join(folder, 'in-twice'), { ...clinic, 'people.csv': people })]);
    expect(ending).toBe('done');
    expect(resources(out, 'Patient')).toHaveLength(3);
  });

  it('of two keys and one identity is one record with the rows of both', async () => {
    const twice = {
      ...clinic,
      'people.csv': [
        ...clinic['people.csv'].slice(0, 3),
        'A1,Cyd,Test,x,1990-05-06,999-11-4444,,',
        'A2,Cyd,Test,x,1990-05-06,999-11-4444,,',
      ],
      'visits-b.csv': ['VisitNo,PersonNo,Doctor,Day', 'V4,A1,D2,2021-01-01', 'V5,A2,D2,2021-02-01'],
    };
    const out = join(folder, 'two-keys');
    const { ending } = await run(out, [write(join(folder, 'in-two-keys'), twice)]);
    expect(ending).toBe('done');
    // Two keys of the EMR are two charts, as long as no key of the EMR is among the identifiers that tell people apart.
    const cyd = resources(out, 'Patient').filter(({ birthDate }) => birthDate === '1990-05-06');
    expect(cyd).toHaveLength(2);
    expect(jsonLines(out, 'issues.ndjson').filter(({ code }) => code === 'possible-split')).toHaveLength(1);
  });
});
