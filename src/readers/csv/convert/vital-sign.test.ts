import { describe, expect, it } from 'vitest';
import { facts } from '../../../../test/fact-rows.ts';

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
