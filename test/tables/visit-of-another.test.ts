import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reconcile } from '../../src/reconciliation/index.ts';
import { jsonLines, resources, run, scratch, write } from './clinic.ts';

const folder = scratch();

const mappingWith = (links: string) => `mapping: 1
id: visits
source: { system: "urn:example:visits" }
tables:
  people: { file: people.csv, key: $No }
  visits: { file: visits.csv, key: $Visit, links: { $No: people } }
  facts: { file: facts.csv, key: $Id, links: ${links} }
records:
  - { from: people, to: patient, id: $No, fields: { identifiers: [{ type: MR, value: $No }], names: [{ family: $Name }], birthDate: $Born } }
  - { from: visits, to: encounter, id: $Visit, fields: { patient: $No, period: { start: $Day } } }
  - { from: facts, to: problem, id: $Id, fields: { patient: $No, encounter: $Visit, code: { text: $What } } }`;

const tables = {
  'people.csv': ['No,Name,Born', '1,Test,1980-01-02', '2,Other,1981-01-02'],
  'visits.csv': ['Visit,No,Day', 'V1,1,2020-01-01', 'V2,2,2020-01-02'],
  'facts.csv': ['Id,No,Visit,What', 'a,1,V1,own', 'b,1,V2,crossed', 'c,1,V3,lost'],
};

const ways = {
  'a link': '{ $No: people, $Visit: visits }',
  'the id of the visit': '{ $No: people }',
};

async function convert(name: string, links: string) {
  const input = write(join(folder, name), tables);
  write(`${input}-mapping`, { 'mapping.yaml': [mappingWith(links)] });
  const out = `${input}-out`;
  await run(out, [input], { mapping: `${input}-mapping/mapping.yaml` });
  return out;
}

describe.each(Object.entries(ways))('a visit by %s', (name, links) => {
  it('that is of another patient is told, and the row stays with its own patient without it', async () => {
    const out = await convert(name.replaceAll(' ', '-'), links);
    const told = jsonLines(out, 'issues.ndjson').filter(({ code }) => code.startsWith('row-link'));
    expect(told.map(({ code, file, line, path }) => [code, file, line, path])).toEqual([
      ['row-link-crosses', 'facts.csv', 3, 'Visit'],
      ['row-link-broken', 'facts.csv', 4, 'Visit'],
    ]);
    expect(JSON.stringify(told)).not.toMatch(/V2|V3/);
    const problems = resources(out, 'Condition');
    expect(new Set(problems.map(({ subject }) => subject.reference)).size).toBe(1);
    const withVisit = problems.filter(({ encounter }) => encounter !== undefined);
    expect(withVisit.map(({ code }) => code.text)).toEqual(['own']);
  });
});

it('the report counts such rows by themselves', async () => {
  const out = await convert('reported', ways['a link']);
  await reconcile(out);
  const report = JSON.parse(readFileSync(join(out, 'report/report.json'), 'utf8'));
  expect(JSON.stringify(report)).toContain('["to a row of another patient",1]');
  expect(JSON.stringify(report)).toContain('["to a row that is not there, or that nothing was made of",1]');
});
