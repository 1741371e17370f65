import { describe, expect, it } from 'vitest';
import { facts, observation, observed, person, tables } from '../../../../test/fact-rows.ts';
import { convertRows, mappingOf } from '../../../../test/mapped-rows.ts';

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
