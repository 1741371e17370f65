import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { convertRows, exportOptions, mappingOf, rowsOf, sharedOf } from '../../../test/mapped-rows.ts';
import { assemble } from '../../assemble/index.ts';
import { kinds, patient as patientSchema } from '../../record/index.ts';
import { convertShared, scanPatient } from './convert-patient.ts';

const tables = `
tables:
  people: { file: people.csv, key: $Id }
  visits: { file: visits.csv, key: $Id, links: { $PERSON: people, $SEEN_BY: staff } }
  facts: { file: facts.csv, key: [$PERSON, $DAY, $CODE], links: { $PERSON: people, $VISIT: visits } }
  lines: { file: lines.csv, key: [$NOTE, $LINE], links: { $PERSON: people } }
  staff: { file: staff.csv, key: $Id }
`;
const person =
  '  - { from: people, to: patient, id: $Id, fields: { names: [{ family: $NAME }], birthDate: $BORN } }\n';

/** What the rows of facts become under one rule for them. */
function facts(
  rule: string,
  rows: string,
  more: { head?: string; tables?: Record<string, string>; rules?: string } = {},
) {
  const text = `${more.head ?? ''}${tables}records:\n${person}${more.rules ?? ''}${rule}`;
  const mapping = mappingOf(text);
  return convertRows(mapping, { people: 'Id|NAME|BORN\np1|Doe|1980-01-02', ...more.tables, facts: rows });
}

const observation = (fields: string) =>
  `  - from: facts\n    to: observation\n    id: [$PERSON, $DAY, $CODE]\n    fields: { code: $CODE, ${fields} }\n`;

/** The observations that come of rows. */
const observed = (fields: string, rows: string, head = '') =>
  (facts(observation(fields), rows, { head }).contribution.statements.observation ?? []) as readonly Record<
    string,
    unknown
  >[];

describe('a cell', () => {
  it('is text until its place says otherwise: leading zeros stay', () => {
    const [one] = observed('identifiers: [$NUMBER]', 'PERSON|CODE|NUMBER\np1|x|007');
    expect(one?.['identifiers']).toEqual([{ system: 'urn:chartlift:export:test', value: '007' }]);
  });

  it('that means nothing is nothing', () => {
    const head = 'source: { nulls: ["", "NULL", "-9"] }\n';
    const found = observed(
      'value: { string: $VALUE }',
      'PERSON|CODE|VALUE\np1|a|NULL\np1|b|-9\np1|c|0',
      head,
    );
    expect(found.map(({ value }) => value)).toEqual([undefined, undefined, { string: '0' }]);
  });

  it('makes no object of the words of the mapping alone', () => {
    const [one] = observed(
      'performers: [{ who: { to: practitioner, fields: { names: [{ use: usual, family: $WHO }] } } }]',
      'PERSON|CODE|WHO\np1|a|',
    );
    expect(one?.['performers']).toBeUndefined();
  });
});

describe('a date', () => {
  const times = (rows: string, head = '', options = {}) => {
    const mapping = mappingOf(`${head}${tables}records:\n${person}${observation('effective: $DAY')}`);
    const { contribution } = convertRows(
      mapping,
      { people: 'Id|NAME|BORN\np1|Doe|1980', facts: rows },
      { options },
    );
    return (contribution.statements.observation ?? []).map(({ effective }) => effective);
  };

  it('is as precise as its cell, and a time without a zone is a date', () => {
    expect(
      times('PERSON|CODE|DAY\np1|a|2010\np1|b|2010-03\np1|c|2010-03-01T10:00:00Z\np1|d|2010-03-01 10:00'),
    ).toEqual([
      { value: '2010' },
      { value: '2010-03' },
      { value: '2010-03-01T10:00:00Z' },
      { value: '2010-03-01', literal: '2010-03-01 10:00' },
    ]);
  });

  it('takes the zone that the mapping names', () => {
    const offsetIn = (zone: string) => () => (zone === 'America/Chicago' ? '-06:00' : undefined);
    const head = 'source: { timezone: America/Chicago }\n';
    expect(times('PERSON|CODE|DAY\np1|a|2010-03-01 10:00', head, { offsetIn })).toEqual([
      { value: '2010-03-01T10:00:00-06:00' },
    ]);
  });

  it('that is none is kept as it is written', () => {
    expect(times('PERSON|CODE|DAY\np1|a|last spring')).toEqual([{ literal: 'last spring', absent: 'error' }]);
  });

  it('of a column is written as the mapping says', () => {
    const text = tables.replace(
      'key: [$PERSON, $DAY, $CODE]',
      'columns: { DAY: { date: M/d/yyyy } }, key: [$PERSON, $DAY, $CODE]',
    );
    const mapping = mappingOf(`${text}records:\n${person}${observation('effective: $DAY')}`);
    const { contribution } = convertRows(mapping, { facts: 'PERSON|CODE|DAY\np1|a|3/1/2010' });
    expect(contribution.statements.observation?.[0]?.effective).toEqual({ value: '2010-03-01' });
  });

  it('is cut by a column that says how exact it is', () => {
    const rule = observation('effective: { value: $DAY, precision: $EXACT }');
    const { contribution } = facts(rule, 'PERSON|CODE|DAY|EXACT\np1|a|2010-03-01|month');
    expect(contribution.statements.observation?.[0]?.effective?.value).toBe('2010-03');
  });
});

describe('a number', () => {
  it('keeps its digits, its comparator and its unit; a unit of UCUM is known', () => {
    const found = observed(
      'value: { quantity: { value: $VALUE, unit: $UNIT } }',
      'PERSON|CODE|VALUE|UNIT\np1|a|1.50|mg/dL\np1|b|>90|{score}\np1|c|5|glasses of wine',
    );
    expect(found.map(({ value }) => value)).toEqual([
      { quantity: { value: '1.50', unit: 'mg/dL', system: 'http://unitsofmeasure.org', code: 'mg/dL' } },
      {
        quantity: {
          value: '90',
          comparator: '>',
          unit: '{score}',
          system: 'http://unitsofmeasure.org',
          code: '{score}',
        },
      },
      { quantity: { value: '5', unit: 'glasses of wine' } },
    ]);
  });

  it('that is none is a result in words', () => {
    const { contribution } = facts(
      observation('value: { quantity: { value: $VALUE } }'),
      'PERSON|CODE|VALUE\np1|a|NONREACTIVE',
    );
    expect(contribution.statements.observation?.[0]?.value).toEqual({ string: 'NONREACTIVE' });
    expect(contribution.issues.map(({ code }) => code)).toEqual(['number-invalid']);
  });

  it('that is none keeps its unit, where it is a measure', () => {
    const found = observed(
      'value: { quantity: { value: $VALUE, unit: $UNIT } }',
      'PERSON|CODE|VALUE|UNIT\np1|a|5,4|mg/dL\np1|b|10-20|/hpf\np1|c|NONREACTIVE|mg/dL',
    );
    expect(found.map(({ value }) => value)).toEqual([
      { string: '5,4 mg/dL' },
      { string: '10-20 /hpf' },
      { string: 'NONREACTIVE' },
    ]);
  });

  it('with a decimal comma is never read as one with a point', () => {
    const commas = tables.replace(
      'key: [$PERSON, $DAY, $CODE]',
      "columns: { VALUE: { decimal: ',' } }, key: [$PERSON, $DAY, $CODE]",
    );
    const mapping = mappingOf(
      `${commas}records:\n${person}${observation('value: { quantity: { value: $VALUE } }')}`,
    );
    const rows = 'PERSON|CODE|VALUE\np1|a|5,4\np1|b|>1.234,5\np1|c|1.5';
    const { contribution } = convertRows(mapping, { facts: rows });
    expect(contribution.statements.observation?.map(({ value }) => value)).toEqual([
      { quantity: { value: '5.4' } },
      { quantity: { value: '1234.5', comparator: '>' } },
      { string: '1.5' },
    ]);
  });

  it('that the decimal marks read differently is kept in words and told once, until the source says which is written', () => {
    const rule = observation('value: { firstOf: [{ quantity: { value: $VALUE } }, { string: $VALUE }] }');
    const told = (source: string) => {
      const { contribution } = convertRows(mappingOf(`${source}${tables}records:\n${person}${rule}`), {
        facts: 'PERSON|CODE|VALUE\np1|a|1,234',
      });
      const [value] = (contribution.statements.observation ?? []).map((one) => one.value);
      return [value, contribution.issues.map(({ code, place }) => `${code} ${place.line} ${place.path}`)];
    };
    expect(told('')).toEqual([{ string: '1,234' }, ['number-ambiguous 2 VALUE']]);
    expect(told('source: { decimal: "." }\n')).toEqual([{ quantity: { value: '1234' } }, []]);
    expect(told('source: { decimal: "," }\n')).toEqual([{ quantity: { value: '1.234' } }, []]);
  });

  it('that is none does not matter where the mapping knows what else it is', () => {
    const rule = observation('value: { firstOf: [{ quantity: { value: $VALUE } }, { string: $VALUE }] }');
    const { contribution } = facts(rule, 'PERSON|CODE|VALUE\np1|a|NONREACTIVE');
    expect(contribution.statements.observation?.[0]?.value).toEqual({ string: 'NONREACTIVE' });
    expect(contribution.issues).toEqual([]);
  });
});

describe('a vital sign', () => {
  const rule = `  - from: facts
    to: observation
    fields:
      category: vital-signs
      code: { system: "http://loinc.org", code: $CODE }
      value: { quantity: { value: $VALUE, unit: $UNIT } }
`;
  const signs = (rows: string) => facts(rule, `PERSON|CODE|VALUE|UNIT\n${rows}`).contribution;

  it('has the codes that FHIR wants beside its own', () => {
    const found = signs('p1|2708-6|97|%\np1|3141-9|70|kg').statements.observation ?? [];
    expect(found.map(({ code }) => code.codings.map((one) => one.code))).toEqual([
      ['2708-6', '59408-5'],
      ['3141-9', '29463-7'],
    ]);
  });

  it('in a unit that FHIR does not allow stands as given in a component', () => {
    const { statements, issues } = signs('p1|8302-2|1.7|m');
    const [found] = statements.observation ?? [];
    expect(found?.value).toBeUndefined();
    expect(found?.components?.[0]?.value?.quantity).toMatchObject({ value: '1.7', code: 'm' });
    expect(issues).toMatchObject([{ code: 'vital-sign-unit', place: { file: 'facts.csv', line: 2 } }]);
  });
});

describe('a code', () => {
  const lookups =
    'lookups: { colors: { R: { system: "urn:c", code: red, display: Red } }, states: { F: final } }\n';
  const method = (otherwise: string, rows: string) =>
    facts(observation(`method: { from: $COLOR, lookup: colors, otherwise: ${otherwise} }`), rows, {
      head: lookups,
    });

  it('is looked up', () => {
    const { contribution } = method('keep', 'PERSON|CODE|COLOR\np1|a|R');
    expect(contribution.statements.observation?.[0]?.method).toEqual({
      codings: [{ system: 'urn:c', code: 'red', display: 'Red' }],
    });
  });

  it('that a lookup lacks is kept under a system of its own, and counted', () => {
    const { contribution, unmapped } = method('keep', 'PERSON|CODE|COLOR\np1|a|B');
    expect(contribution.statements.observation?.[0]?.method).toEqual({
      codings: [{ system: 'urn:chartlift:local-code:test:colors', code: 'B' }],
      text: 'B',
    });
    expect(unmapped).toEqual([{ lookup: 'colors', code: 'B' }]);
  });

  it('that a lookup lacks is left out, set aside with its row, or a constant, as the mapping says', () => {
    const rows = 'PERSON|CODE|COLOR\np1|a|B';
    expect(method('omit', rows).contribution.statements.observation?.[0]?.method).toBeUndefined();
    expect(method('plain', rows).contribution.statements.observation?.[0]?.method).toEqual({
      codings: [],
      text: 'plain',
    });
    const { quarantined, contribution } = method('quarantine', rows);
    expect(quarantined.map(({ rule, row }) => [rule, row.line])).toEqual([['code-unmapped', 2]]);
    expect(contribution.ledger.at(-1)).toMatchObject({ state: 'quarantined', rule: 'code-unmapped' });
  });

  it('for which a word of ours must stand goes into a note where there is none', () => {
    const rule = observation('status: { from: $STATE, lookup: states }');
    const { contribution } = facts(rule, 'PERSON|CODE|STATE\np1|a|F\np1|b|Q', { head: lookups });
    expect(contribution.statements.observation?.map(({ status, notes }) => [status, notes])).toEqual([
      ['final', undefined],
      ['unknown', [{ text: 'status: Q' }]],
    ]);
  });

  it('that cannot be one of its system is one of the source', () => {
    const rule = `  - from: facts\n    to: observation\n    fields: { code: { system: "http://loinc.org", code: $CODE } }\n`;
    const { contribution } = facts(rule, 'PERSON|CODE\np1|8480-6\np1|X99-1');
    expect(contribution.statements.observation?.map(({ code }) => code.codings[0]?.system)).toEqual([
      'http://loinc.org',
      'urn:chartlift:local-code:test',
    ]);
  });

  it('whose system is named as people name it has its URI', () => {
    const rule = `  - from: facts\n    to: observation\n    fields: { code: { system: $SYSTEM, code: $CODE } }\n`;
    const { contribution } = facts(rule, 'PERSON|SYSTEM|CODE\np1|SNOMED-CT|271649006');
    expect(contribution.statements.observation?.[0]?.code.codings[0]?.system).toBe('http://snomed.info/sct');
  });
});

describe('rows', () => {
  const rule = (text: string) => `  - ${text.trim().split('\n').join('\n    ')}\n`;

  it('that belong together make one record', () => {
    const pressure = rule(`
from: facts
where: { $CODE: [sys, dia] }
groupBy: [$PERSON, $DAY]
to: observation
fields:
  code: pressure
  effective: $DAY
  components:
    - { row: { $CODE: sys }, code: systolic, value: { quantity: { value: $VALUE } } }
    - { row: { $CODE: dia }, code: diastolic, value: { quantity: { value: $VALUE } } }
    - { row: { $CODE: mean }, code: mean, value: { quantity: { value: $VALUE } } }`);
    const { contribution } = facts(
      pressure + observation('value: $VALUE'),
      'PERSON|DAY|CODE|VALUE\np1|2020-01-01|sys|120\np1|2020-01-01|dia|80\np1|2020-01-02|sys|130\np1|2020-01-02|other|1',
    );
    const found = contribution.statements.observation ?? [];
    expect(found.map(({ components }) => components?.map(({ value }) => value?.quantity?.value))).toEqual([
      ['120', '80'],
      ['130'],
      undefined,
    ]);
    expect(
      contribution.ledger.filter(({ place }) => place.file === 'facts.csv').map(({ into }) => into),
    ).toEqual([['observation/s1'], ['observation/s1'], ['observation/s2'], ['observation/s3']]);
  });

  it('of a group are its items, or groups in it', () => {
    const study = rule(`
from: facts
groupBy: [$DAY]
to: imagingStudy
id: $DAY
fields:
  series: [{ many: group, by: $CODE, uid: $CODE, instances: [{ many: group, uid: $VALUE }] }]`);
    const { contribution } = facts(
      study,
      'PERSON|DAY|CODE|VALUE\np1|d|1.1|1.1.1\np1|d|1.1|1.1.2\np1|d|1.2|1.2.1',
    );
    expect(contribution.statements.imagingStudy?.[0]?.series).toEqual([
      { uid: '1.1', instances: [{ uid: '1.1.1' }, { uid: '1.1.2' }] },
      { uid: '1.2', instances: [{ uid: '1.2.1' }] },
    ]);
  });

  it('of another table are items and lines, in their order', () => {
    const note = rule(`
from: facts
to: note
fields:
  type: note
  contents: [{ text: { lines: { table: lines, on: { $NOTE: $CODE }, orderBy: $LINE, column: $TEXT } } }]
  authors: [{ many: { table: lines, on: { $NOTE: $CODE } }, who: { to: practitioner, fields: { names: [$BY] } } }]`);
    const { contribution } = facts(note, 'PERSON|CODE\np1|n1', {
      tables: {
        lines:
          'PERSON|NOTE|LINE|TEXT|BY\np1|n1|10|third|\np1|n1|1|first|A\np1|n1|2|second|A\np1|n2|1|nobody reads it|',
      },
    });
    const [one] = contribution.statements.note ?? [];
    expect(Buffer.from(one?.contents?.[0]?.data ?? '', 'base64').toString()).toBe('first\nsecond\nthird');
    expect(one?.authors).toHaveLength(1);
    const lines = contribution.ledger.filter(({ place }) => place.file === 'lines.csv');
    expect(lines.map(({ state, into }) => [state, into?.[0]])).toEqual([
      ['converted', 'note/s1'],
      ['converted', 'note/s1'],
      ['converted', 'note/s1'],
      ['left-out', undefined],
    ]);
  });

  it('of numbered columns are items', () => {
    const allergy = rule(`
from: facts
to: allergy
fields:
  code: $CODE
  reactions: [{ each: { n: [1, 2] }, manifestation: "$R{n}" }]`);
    const { contribution } = facts(allergy, 'PERSON|CODE|R1|R2\np1|nuts||hives');
    expect(contribution.statements.allergy?.[0]?.reactions).toEqual([
      { manifestation: { codings: [], text: 'hives' } },
    ]);
  });

  it('go on where a rule lets them, and are left out by name', () => {
    const rules = `${rule('from: facts\nto: observation\nalso: true\nwhere: { $CODE: a }\nfields: { code: $CODE }')}${rule('name: not care\nfrom: facts\nto: leftOut\nwhere: { $CODE: { not: b } }')}${rule('from: facts\nto: problem\nfields: { code: $CODE }')}`;
    const { contribution } = facts(rules, 'PERSON|CODE\np1|a\np1|b\np1|c');
    expect(
      contribution.ledger
        .filter(({ place }) => place.file === 'facts.csv')
        .map(({ state, rule: name }) => [state, name]),
    ).toEqual([
      ['converted', undefined],
      ['converted', undefined],
      ['left-out', 'not care'],
    ]);
  });

  it('that no rule takes, or that lack what makes them a record, are set aside with their reason', () => {
    const rules = rule('from: facts\nto: problem\nwhere: { $KIND: dx }\nfields: { code: $CODE }');
    const { contribution, quarantined } = facts(rules, 'PERSON|KIND|CODE\np1|dx|flu\np1|dx|\np1|other|x');
    expect(contribution.statements.problem).toHaveLength(1);
    expect(quarantined.map(({ row, rule: name, reason }) => [row.line, name, reason])).toEqual([
      [3, 'incomplete', 'problem has no code'],
      [4, 'no-rule', 'no rule takes this row of facts'],
    ]);
  });

  it('that say they are of another patient are set aside', () => {
    const rules = rule('from: facts\nto: problem\nfields: { patient: $PERSON, code: $CODE }');
    const { quarantined } = facts(rules, 'PERSON|CODE\np2|flu');
    expect(quarantined.map(({ rule: name }) => name)).toEqual(['other-patient']);
  });
});

describe('a reference', () => {
  const visit =
    '  - { from: visits, to: encounter, id: $Id, fields: { participants: [{ who: $SEEN_BY }] } }\n';
  const staff = '  - { from: staff, to: practitioner, id: $Id, fields: { names: [$NAME] } }\n';
  const text = `${tables}records:\n${person}${visit}${staff}${observation('encounter: $VISIT, performers: [{ who: $VISIT.SEEN_BY }]')}`;
  const shared = { staff: 'Id|NAME\nd1|Dr. Who' };
  const convert = (visits: string) =>
    convertRows(
      mappingOf(text),
      { people: 'Id|NAME|BORN\np1|Doe|1980', visits, facts: 'PERSON|VISIT|CODE\np1|v1|a' },
      { shared },
    );

  it('leads to what is made of the row that it links to, in a table of the patient or a shared one', () => {
    const { contribution } = convert('PERSON|Id|SEEN_BY\np1|v1|d1');
    const [visited] = contribution.statements.encounter ?? [];
    const [found] = contribution.statements.observation ?? [];
    expect(found?.encounter).toEqual({ ref: `encounter/${visited?.id}` });
    const [doctor] = contribution.people.practitioner;
    expect(doctor?.names).toEqual([{ text: 'Dr. Who' }]);
    expect(found?.performers).toEqual([{ who: { ref: `practitioner/${doctor?.id}` } }]);
    expect(visited?.participants).toEqual(found?.performers);
    expect(
      contribution.trace
        .get(`observation/${found?.id}`)
        ?.['performers']?.map((point) => [point.file, point.line, point.path()]),
    ).toEqual([['visits.csv', 2, 'SEEN_BY']]);
  });

  it('to a row that is not there is said, and left out', () => {
    const { contribution } = convert('PERSON|Id|SEEN_BY\np1|v2|d1');
    expect(contribution.statements.observation?.[0]?.encounter).toBeUndefined();
    expect(contribution.issues).toMatchObject([
      {
        code: 'row-link-broken',
        place: { file: 'facts.csv', line: 2, path: 'VISIT' },
        details: { field: 'encounter' },
      },
    ]);
  });

  it('to a record that could not be made is left out', () => {
    const problem = '  - { from: visits, to: problem, id: $Id, fields: { code: $WHY } }\n';
    const rule = `  - { from: facts, to: procedure, fields: { code: $CODE, reasonReferences: [$VISIT] } }\n`;
    const mapping = mappingOf(`${tables}records:\n${person}${problem}${rule}`);
    const { contribution } = convertRows(mapping, {
      visits: 'PERSON|Id|WHY\np1|v1|',
      facts: 'PERSON|VISIT|CODE\np1|v1|a',
    });
    expect(contribution.statements.procedure?.[0]?.reasonReferences).toBeUndefined();
  });

  it('may make what it refers to', () => {
    const rule = `  - { from: facts, to: deviceUse, fields: { device: { to: productInstance, fields: { udi: $CODE } } } }\n`;
    const { contribution } = facts(rule, 'PERSON|CODE\np1|(01)00844588003288(17)141120(10)7654321D');
    const [piece] = contribution.statements.productInstance ?? [];
    expect(piece).toMatchObject({
      deviceIdentifier: '00844588003288',
      lot: '7654321D',
      expires: { value: '2014-11-20' },
    });
    expect(contribution.statements.deviceUse?.[0]).toMatchObject({
      device: { ref: `productInstance/${piece?.id}` },
      status: 'active',
    });
  });
});

describe('what the source does not say the output does not say', () => {
  it('no status is invented: it is unknown, or told by an end', () => {
    const rules =
      '  - { from: visits, to: encounter, id: $Id, fields: { period: { start: $FROM, end: $TO } } }\n';
    const { contribution } = facts(observation('note: $CODE'), 'PERSON|CODE\np1|a', {
      rules,
      tables: { visits: 'PERSON|Id|FROM|TO\np1|v1|2020-01-01|2020-01-02\np1|v2|2020-01-01|' },
    });
    expect(contribution.statements.encounter?.map(({ status }) => status)).toEqual(['finished', 'unknown']);
    expect(contribution.statements.observation?.[0]?.status).toBe('unknown');
  });

  it('an end forbids active for a problem; an allergy that is stated active stays so', () => {
    const problem =
      '  - { from: facts, to: problem, fields: { code: $CODE, clinicalStatus: $STATE, abatement: $END } }\n';
    const allergy = problem.replace('problem', 'allergy');
    const rows = 'PERSON|CODE|STATE|END\np1|a|active|2020\np1|b||2020\np1|c|active|';
    expect(
      facts(problem, rows).contribution.statements.problem?.map(({ clinicalStatus }) => clinicalStatus),
    ).toEqual(['inactive', 'resolved', 'active']);
    expect(
      facts(allergy, rows).contribution.statements.allergy?.map(({ clinicalStatus }) => clinicalStatus),
    ).toEqual(['active', 'resolved', 'active']);
  });

  it('a refuted problem has no clinical status', () => {
    const rule =
      '  - { from: facts, to: problem, fields: { code: $CODE, verificationStatus: refuted, clinicalStatus: active } }\n';
    expect(facts(rule, 'PERSON|CODE\np1|a').contribution.statements.problem?.[0]).not.toHaveProperty(
      'clinicalStatus',
    );
  });
});

describe('the patient', () => {
  const fields = `names: [{ use: official, given: [$FIRST, $MIDDLE], family: $LAST }]
      gender: { from: $SEX, lookup: sex }
      deceased: $DIED
      race: { from: $RACE, lookup: race }
      maritalStatus: { from: $MARITAL, lookup: marital }
      identifiers: [{ type: MR, value: $Id }]`;
  const mapping = mappingOf(`lookups:
  sex: { M: male, F: female }
  race: { W: 2106-3 }
  marital: { S: Never Married }
tables: { people: { file: people.csv, key: $Id } }
records:
  - from: people
    to: patient
    id: $Id
    fields:
      ${fields}
`);
  const patient = (row: string) =>
    convertRows(mapping, { people: `Id|FIRST|MIDDLE|LAST|SEX|DIED|RACE|MARITAL\n${row}` }).contribution
      .patient;

  it('has names, words of the record, and codes by their words', () => {
    const found = patient('0042|Ann||Doe|F|2020-05-01|W|S');
    expect(patientSchema.parse(found)).toMatchObject({
      names: [{ use: 'official', given: ['Ann'], family: 'Doe' }],
      gender: 'female',
      died: { value: '2020-05-01' },
      race: { categories: [{ code: '2106-3', display: 'White' }], text: 'White' },
      maritalStatus: { codings: [{ code: 'S', display: 'Never Married' }] },
      identifiers: [{ value: '0042', type: { codings: [{ code: 'MR' }] } }],
    });
  });

  it('is never lost for an unknown code: it is kept', () => {
    const found = patient('1|Ann||Doe|X|yes|martian|?');
    expect(found.gender).toBeUndefined();
    expect(found).toMatchObject({
      genderConcept: { codings: [], text: 'X' },
      deceased: true,
      race: { other: [{ codings: [{ code: 'martian' }] }], text: 'martian' },
      maritalStatus: { text: '?' },
    });
  });

  it('is scanned for what tells the chart from others', () => {
    const [row] = rowsOf('people', 'Id|FIRST|MIDDLE|LAST|SEX|DIED|RACE|MARITAL\n1|Ann||Doe|F|||');
    if (!row) throw new Error('no row');
    const scan = scanPatient(mapping, row, sharedOf({}), exportOptions);
    expect(scan).toMatchObject({
      family: 'doe',
      identifiers: [{ value: '1' }],
      patient: patient('1|Ann||Doe|F|||').id,
    });
  });
});

describe('a file that a row names', () => {
  const rule = `  - from: facts
    to: note
    fields: { type: letter }
    attachments: { path: "scans/\${CODE}.pdf", type: application/pdf, sha256: $HASH, title: $CODE }
`;
  const bytes = Buffer.from('%PDF-');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const scanBeside = (file: string, name: string) =>
    file === 'facts.csv' && name === 'scans/a.pdf'
      ? { name, sha256, sha1: '', size: 5, pages: 2, faults: [], parts: () => [bytes] }
      : undefined;
  const letters = (rows: string) =>
    convertRows(
      mappingOf(`${tables}records:\n${person}${rule}`),
      { facts: `PERSON|CODE|HASH\n${rows}` },
      { options: { scanBeside } },
    );

  it('is the content of a note, named by its hash and handed to the run', () => {
    const { contribution } = letters(`p1|a|${sha256.toUpperCase()}`);
    const [letter] = contribution.statements.note ?? [];
    expect(letter?.contents).toMatchObject([{ contentType: 'application/pdf', title: 'a', sha256, size: 5 }]);
    const [kept] = contribution.embedded ?? [];
    expect(kept).toMatchObject({ sha256, file: 'scans/a.pdf', mediaType: 'application/pdf' });
    expect(Buffer.concat([...(kept?.parts() ?? [])]).equals(bytes)).toBe(true);
  });

  it('that is missing, or another one, sets its row aside', () => {
    const { contribution, quarantined } = letters('p1|b|\np1|a|00');
    expect(contribution.statements.note).toBeUndefined();
    expect(quarantined.map(({ row, rule: name }) => [row.line, name])).toEqual([
      [2, 'file-missing'],
      [3, 'file-differs'],
    ]);
  });

  it('of words stands in the note, the long ones beside it', () => {
    const words = '  - { from: facts, to: note, fields: { type: letter, contents: [{ text: $TEXT }] } }\n';
    const { contribution } = facts(words, `PERSON|CODE|TEXT\np1|a|Grüße\np1|b|${'x'.repeat(70_000)}`);
    const [short, long] = contribution.statements.note ?? [];
    expect(short?.contents).toEqual([
      { contentType: 'text/plain; charset=utf-8', data: Buffer.from('Grüße').toString('base64') },
    ]);
    expect(long?.contents?.[0]).toMatchObject({ size: 70_000 });
    expect(contribution.embedded).toHaveLength(1);
  });
});

describe('the account', () => {
  it('says which columns were read and held something', () => {
    const { used } = facts(observation('note: $A, value: $B'), 'PERSON|CODE|A|B|C\np1|x|1||3');
    expect([...(used.get('facts') ?? [])].sort()).toEqual(['A', 'CODE', 'PERSON']);
  });

  it('keeps two rows of one key apart that say different things, and makes one of equal rows', () => {
    const { contribution } = facts(
      observation('value: $V'),
      'PERSON|DAY|CODE|V\np1|2020|a|1\np1|2020|a|2\np1|2020|a|1',
    );
    const { record, ledger } = assemble([contribution], { make: exportOptions.make });
    expect(record.statements.observation.map(({ value }) => value?.string).sort()).toEqual(['1', '2']);
    const states = ledger.filter(({ place }) => place.file === 'facts.csv').map(({ state }) => state);
    expect(states.sort()).toEqual(['converted', 'converted', 'merged']);
  });

  it('tells rows of other keys apart though they say the same', () => {
    const rule = '  - { from: facts, to: problem, id: [$PERSON, $VISIT, $CODE], fields: { code: $CODE } }\n';
    const { contribution } = facts(rule, 'PERSON|VISIT|CODE\np1|v1|flu\np1|v2|flu');
    expect(assemble([contribution], { make: exportOptions.make }).record.statements.problem).toHaveLength(2);
  });

  it('speaks at the time of what last happened', () => {
    const { contribution } = facts(
      observation('effective: $DAY'),
      'PERSON|DAY|CODE\np1|2020-05-01|a\np1|2021-06-01T10:00:00Z|b\np1|2019|c',
    );
    expect(contribution.precedence.time).toBe('20210601100000');
  });

  it('makes statements that the record takes', () => {
    const { contribution } = facts(
      observation('status: final, effective: $DAY, value: $V, note: $V'),
      'PERSON|DAY|CODE|V\np1|2020-05-01|a|x',
    );
    for (const one of contribution.statements.observation ?? [])
      expect(() => kinds.observation.schema.parse(one)).not.toThrow();
  });
});

describe('tables that belong to no patient', () => {
  it('make people and organisations, each row with its line', () => {
    const mapping = mappingOf(`
tables:
  staff: { file: staff.csv, key: $Id, links: { $ORG: orgs } }
  orgs: { file: orgs.csv, key: $Id }
records:
  - { from: orgs, to: organization, id: $Id, fields: { name: $NAME } }
  - { from: staff, to: practitioner, also: true, id: $Id, fields: { names: [$NAME] } }
  - { from: staff, to: practitionerRole, id: [$Id, $ORG], fields: { practitioner: $Id, organization: $ORG } }
`);
    const rows = new Map([['staff', rowsOf('staff', 'Id|NAME|ORG\nd1|Dr. Who|o1\nd2|Dr. No|o9')]]);
    const { contribution } = convertShared(
      mapping,
      rows,
      sharedOf({ orgs: 'Id|NAME\no1|Clinic' }),
      exportOptions,
    );
    const { people } = contribution;
    expect(people.practitioner.map(({ names }) => names?.[0]?.text).sort()).toEqual(['Dr. No', 'Dr. Who']);
    expect(people.practitionerRole.filter(({ organization }) => organization !== undefined)).toHaveLength(1);
    expect(contribution.ledger.map(({ state, into }) => [state, into?.length])).toEqual([
      ['converted', 2],
      ['converted', 2],
    ]);
    expect(contribution.issues.map(({ code }) => code)).toEqual(['row-link-broken']);
  });
});
