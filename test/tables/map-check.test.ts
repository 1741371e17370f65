import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkMapping, openMapping } from '../../src/migration/index.ts';
import { scratch, write } from './clinic.ts';

const folder = scratch();
const progress = { begin() {}, advance() {}, end() {} };

const mapping = `mapping: 1
id: letters
version: 1.0.0
title: Letters beside tables
source: { system: "urn:example:letters", nulls: [""] }
tables:
  people: { file: people.csv, key: $No }
  letters: { file: letters.csv, key: $Id, links: { $No: people } }
records:
  - { from: people, to: patient, id: $No, fields: { names: [{ family: $Name }] } }
  - from: letters
    to: note
    id: $Id
    fields:
      status: current
      type: { text: Letter }
      patient: $No
      contents: [{ file: "letters/$File", contentType: text/plain }]`;

it('map check finds the files that rows name, and tells of those that are not there', async () => {
  const input = write(join(folder, 'export'), {
    'people.csv': ['No,Name', '1,Test'],
    'letters.csv': ['Id,No,File', '1,1,there.txt', '2,1,There.TXT', '3,1,lost.txt'],
    'letters/there.txt': ['Dear colleague'],
  });
  const place = join(write(join(folder, 'mapping'), { 'mapping.yaml': [mapping] }), 'mapping.yaml');
  const { findings } = await checkMapping(openMapping(place).mapping, input, progress);
  expect(findings).toEqual([
    {
      code: 'file-missing',
      table: 'letters',
      count: 1,
      line: 4,
      reason: 'the file that it names is not in the export',
    },
  ]);
});
