import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { loadMapping, type MappingPlace } from './index.ts';

const head = 'mapping: 1\nid: demo\n';
const place = (files: Readonly<Record<string, string>> = {}): MappingPlace => ({
  file: 'mapping.yaml',
  read: (name) => files[name],
});

/** The faults of a mapping, one line each: place, code, nearest word. */
function faultsIn(text: string, files?: Readonly<Record<string, string>>): string[] {
  const loaded = loadMapping(head + text, place(files));
  if (!('faults' in loaded)) return [];
  return loaded.faults.map(
    ({ line, column, code, nearest }) =>
      `${line}:${column} ${code}${nearest === undefined ? '' : ` ${nearest}`}`,
  );
}

const tables = `tables:
  patients: { file: patients.csv, key: $Id }
  visits: { file: visits.csv, key: $Id, links: { $PATIENT: patients } }
`;

describe('a mapping', () => {
  it('may be as small as a table and a rule', () => {
    const loaded = loadMapping(
      `${head}${tables}records:\n  - { from: patients, to: patient, id: $Id, fields: { birthDate: $BORN } }\n`,
      place(),
    );
    expect('mapping' in loaded && loaded.mapping.rules.map(({ from, to }) => [from, to])).toEqual([
      ['patients', 'patient'],
    ]);
  });

  it('keeps the digits of numbers that YAML would take for others', () => {
    const loaded = loadMapping(`${head}${tables}lookups:\n  codes: { 007: 010, 1.50: 1e3 }\n`, place());
    const rows = 'mapping' in loaded ? loaded.mapping.lookups.get('codes')?.rows : undefined;
    expect([...(rows ?? [])].map(([from, { word }]) => [from, word])).toEqual([
      ['007', '010'],
      ['1.50', '1e3'],
    ]);
  });

  it('takes NULL and 9999999 for the texts that cells have', () => {
    const loaded = loadMapping(`${head}source: { nulls: [NULL, 9999999, "", null] }\n${tables}`, place());
    expect('mapping' in loaded && loaded.mapping.source.nulls).toEqual(['NULL', '9999999', '', 'null']);
  });

  it('knows the columns that it names: keys, links, rules, and those beyond a link', () => {
    const loaded = loadMapping(
      `${head}${tables}records:
  - from: visits
    where: { $KIND: seen }
    to: encounter
    id: $Id
    fields: { patient: $PATIENT, reasons: ["\${Why it was}"], note: "born $PATIENT.BORN" }
`,
      place(),
    );
    if ('faults' in loaded) throw new Error('faults');
    const mapped = (table: string) => [...(loaded.mapping.tables.get(table)?.mapped ?? [])].sort();
    expect(mapped('visits')).toEqual(['Id', 'KIND', 'PATIENT', 'Why it was']);
    expect(mapped('patients')).toEqual(['BORN', 'Id']);
  });
});

describe('a fault', () => {
  it.each([
    ['what is no YAML', 'tables: {', '3:10 yaml'],
    ['a key of a table', 'tables:\n  patients: { file: a.csv, keys: $Id }', '4:28 unknown-key key'],
    [
      'a word of a list',
      `${tables}records:\n  - { from: patients, to: pateint }`,
      '7:23 unknown-word patient',
    ],
    [
      'a field',
      `${tables}records:\n  - { from: patients, to: patient, fields: { brithDate: $B } }`,
      '7:46 unknown-key birthDate',
    ],
    [
      'a constant',
      `${tables}records:\n  - { from: visits, to: encounter, fields: { status: finishd } }`,
      '7:46 unknown-word finished',
    ],
    ['a table', `${tables}records:\n  - { from: patient, to: patient }`, '7:7 unknown-table patients'],
    [
      'a lookup',
      `${tables}lookups: { sex: { M: male } }\nrecords:\n  - { from: patients, to: patient, fields: { gender: { from: $S, lookup: sx } } }`,
      '8:66 unknown-lookup sex',
    ],
    [
      'a word of a lookup',
      `${tables}lookups: { sex: { M: mail } }\nrecords:\n  - { from: patients, to: patient, fields: { gender: { from: $S, lookup: sex } } }`,
      '8:66 unknown-word male',
    ],
    [
      'a link',
      'tables:\n  visits: { file: v.csv, links: { $P: patient } }\n  patients: { file: p.csv, key: $Id }',
      '4:35 unknown-table patients',
    ],
    [
      'a column that is no link',
      `${tables}records:\n  - { from: visits, to: encounter, fields: { note: $PATEINT.NAME } }`,
      '7:46 unknown-column $PATIENT',
    ],
    ['a lookup that is not there', 'lookups: { codes: { file: lookups/codes.csv } }', '3:21 unreadable'],
    ['a missing word', `${tables}records:\n  - { to: patient }`, '7:5 missing'],
    [
      'a list for one value',
      `${tables}records:\n  - { from: patients, to: patient, fields: { birthDate: [$A, $B] } }`,
      '7:46 wrong-type',
    ],
    [
      'a field said twice',
      `${tables}records:\n  - { from: patients, to: patient, fields: { birth: $A, birthDate: $B } }`,
      '7:57 rule',
    ],
    ['a number of rows', `${tables}expect: { patients.rows: many }`, '6:11 rule'],
    [
      'a key of other length',
      'tables:\n  a: { file: a.csv, links: { $X: b } }\n  b: { file: b.csv, key: [$Y, $Z] }',
      '4:30 rule',
    ],
  ])('names its place and the nearest word: %s', (_, text, expected) => {
    expect(faultsIn(text)).toContain(expected);
  });

  it('of a date that no format is', () => {
    const text = `${tables.replace('key: $Id }', 'key: $Id, columns: { BORN: { date: "yyyy-QQ" } } }')}`;
    const loaded = loadMapping(head + text, {
      ...place(),
      faultOfFormat: (format) => (format === 'yyyy-QQ' ? 'QQ is none of its letters' : undefined),
    });
    expect('faults' in loaded && loaded.faults).toMatchObject([
      { line: 4, message: expect.stringContaining('QQ is none') },
    ]);
  });
});

describe('extends', () => {
  const base = `${head}${tables}lookups: { sex: { M: male, F: female } }
records:
  - { name: people, from: patients, to: patient, id: $Id, fields: { gender: { from: $SEX, lookup: sex } } }
  - { name: visits, from: visits, to: encounter, id: $Id }
`;
  const load = (text: string) =>
    loadMapping(`mapping: 1\nid: site\nextends: demo\n${text}`, {
      file: 'site.yaml',
      read: () => undefined,
      base: (name) =>
        name === 'demo' ? { text: base, place: { ...place(), file: 'demo/mapping.yaml' } } : undefined,
    });

  it('takes over what is not said, and puts rules of its own before', () => {
    const loaded = load(`tables: { visits: { ignore: [COST] } }
lookups: { sex: { X: other } }
records:
  - { name: visits, from: visits, to: encounter, id: [$Id, $DAY] }
  - { name: no shows, from: visits, where: { $KIND: none }, to: leftOut }
`);
    if ('faults' in loaded) throw new Error(JSON.stringify(loaded.faults));
    const { mapping } = loaded;
    expect(mapping.rules.map(({ name }) => name)).toEqual(['no shows', 'people', 'visits']);
    expect(mapping.rules.at(-1)?.id).toHaveLength(2);
    expect(mapping.tables.get('visits')).toMatchObject({ files: ['visits.csv'], ignore: new Set(['COST']) });
    expect([...(mapping.lookups.get('sex')?.rows.keys() ?? [])]).toEqual(['M', 'F', 'X']);
  });

  it('may say another system of the source', () => {
    const records =
      "records:\n  - { from: visits, to: encounter, id: $Id, fields: { identifiers: [{ system: '{source}:visit', value: $Id }] } }\n";
    const own = "tables: { visits: { system: '{source}:number' } }\n";
    const systemOf = (source: string) => {
      const loaded = load(`${source}${own}${records}`);
      if ('faults' in loaded) throw new Error(JSON.stringify(loaded.faults));
      const text = inspect(loaded.mapping.rules, { depth: null });
      return [loaded.mapping.tables.get('visits')?.system, /[\w:]+:visit\b/.exec(text)?.[0]];
    };
    expect(systemOf('source: { system: "urn:ours" }\n')).toEqual(['urn:ours:number', 'urn:ours:visit']);
    expect(systemOf('')).toEqual(['urn:chartlift:export:site:number', 'urn:chartlift:export:site:visit']);
  });

  it('names the file in which a fault stands', () => {
    const loaded = load('records:\n  - { from: visit, to: encounter }\n');
    expect('faults' in loaded && loaded.faults[0]).toMatchObject({
      file: 'site.yaml',
      line: 5,
      nearest: 'visits',
    });
  });

  it('of a mapping that is not there is a fault', () => {
    const loaded = loadMapping('mapping: 1\nid: site\nextends: nothing\n', place());
    expect('faults' in loaded && loaded.faults[0]).toMatchObject({ code: 'unreadable', line: 3 });
  });
});

describe('docs/mapping.md', () => {
  it('shows mappings that load', async () => {
    const { readFile } = await import('node:fs/promises');
    const text = await readFile(new URL('../../docs/mapping.md', import.meta.url), 'utf8');
    const blocks = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block = '']) => block);
    expect(blocks.length).toBeGreaterThan(1);
    const base = { text: head + tables, place: place() };
    for (const block of blocks) {
      const loaded = loadMapping(block, {
        file: 'docs.yaml',
        read: () => 'from,system,code,display\n',
        base: () => base,
      });
      expect(
        'faults' in loaded ? loaded.faults.filter(({ message }) => !/names no file/.test(message)) : [],
      ).toEqual([]);
    }
  });
});
