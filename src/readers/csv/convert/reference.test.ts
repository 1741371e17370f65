import { describe, expect, it } from 'vitest';
import { facts, observation, person, tables } from '../../../../test/fact-rows.ts';
import { convertRows, mappingOf } from '../../../../test/mapped-rows.ts';

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
