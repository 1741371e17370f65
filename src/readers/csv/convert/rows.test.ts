import { describe, expect, it } from 'vitest';
import { facts, observation } from '../../../../test/fact-rows.ts';

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
