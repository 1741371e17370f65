import { describe, expect, it } from 'vitest';
import { facts, observation, person, tables } from '../../../../test/fact-rows.ts';
import { convertRows, mappingOf } from '../../../../test/mapped-rows.ts';

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
