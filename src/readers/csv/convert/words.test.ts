import { describe, expect, it } from 'vitest';
import { convertRows, mappingOf } from '../../../../test/mapped-rows.ts';

const tables = `
tables:
  people: { file: people.csv, key: $Id }
  visits:
    file: visits.csv
    key: $No
    links: { $Id: people }
    columns:
      Day: { date: ["M/d/yyyy '12:00:00 AM'", "M/d/yyyy h:mm:ss a"], timezone: UTC }
      Pressure: { split: { at: "/", into: [High, Low] } }
      Codes: { split: { at: ";", into: [Code1, Code2], fewer: true } }
      Code1: { split: { at: ":", into: [Type1, Number1] } }
  values: { file: values.csv, key: [$No, $Line], links: { $No: visits } }
`;
const people = 'Id\np1';

function observationsOf(fields: string, rows: Record<string, string>, more = '') {
  const mapping = mappingOf(`${tables}
records:
  - { from: people, to: patient, id: $Id }
  - from: visits
    ${more}
    to: observation
    id: $No
    fields: { code: { text: x }, ${fields} }
  - { from: visits, to: leftOut, name: other }
  - { from: values, to: leftOut, name: other }`);
  const { contribution } = convertRows(mapping, { people, ...rows });
  return contribution.statements.observation ?? [];
}

/** A mapping of a whole text is too long to say at each test; these are its words one by one. */
const offsetIn = () => () => '+00:00';

describe('the parts of a cell', () => {
  const pressure = 'value: { firstOf: [{ string: "$High over $Low" }, { string: "$Pressure" }] }';
  const value = (cell: string) =>
    observationsOf(pressure, { visits: `Id|No|Pressure\np1|1|${cell}` })[0]?.value?.string;

  it('are columns of their own', () => expect(value('142 / 74')).toBe('142 over 74'));
  it.each(['142', '142/74/3'])('are none where there are more or fewer: %s', (cell) =>
    expect(value(cell)).toBe(cell),
  );
});

describe('parts that are split again', () => {
  const fields = 'value: { string: "$Type1 $Number1 $Code2" }';
  const value = (cell: string) =>
    observationsOf(fields, { visits: `Id|No|Codes\np1|1|${cell}` })[0]?.value?.string;

  it.each([
    ['ICD10:E11.9;CPT4:1', 'ICD10 E11.9 CPT4:1'],
    ['ICD10:E11.9', 'ICD10 E11.9'],
    ['E11.9;CPT4:1', 'CPT4:1'],
    ['a:1;b:2;c:3', undefined],
  ])('%s: %s', (cell, found) => expect(value(cell)).toBe(found));
});

describe('a rule that names columns of which one must hold something', () => {
  const rows = (visits: string) => observationsOf('value: "$High$Sig"', { visits }, 'any: [$High, $Sig]');

  it('takes a row with one of them', () => {
    expect(rows('Id|No|Pressure|Sig\np1|1|142/74|')).toHaveLength(1);
    expect(rows('Id|No|Pressure|Sig\np1|1||b.i.d.')).toHaveLength(1);
  });
  it('and none where all are empty', () => expect(rows('Id|No|Pressure|Sig\np1|1||')).toEqual([]));
});

describe('a condition on words', () => {
  it.each([
    ['1 q6h PRN pain', true],
    ['prn', true],
    ['no prnx', false],
    ['', false],
  ])('finds %j: %s', (cell, found) => {
    const rows = { visits: `Id|No|Sig\np1|1|${cell}` };
    expect(observationsOf('value: a', rows, 'where: { $Sig: { has: prn } }')).toHaveLength(found ? 1 : 0);
  });
});

describe('rows of another table', () => {
  const visits = 'Id|No\np1|1\np1|2';
  const values = 'No|Line|Text\n1|2|second\n1|1|first';
  const join = '{ table: values, on: { $No: $No } }';

  it('decide which rule takes a row', () => {
    const ids = (word: string) =>
      observationsOf('value: a', { visits, values }, `${word}: ${join}`).map(
        ({ identifiers }) => identifiers?.[0]?.value,
      );
    expect(ids('with')).toEqual(['1']);
    expect(ids('without')).toEqual(['2']);
  });

  it('give a value, the first of them in order', () => {
    const one = `value: { one: { table: values, on: { $No: $No }, orderBy: $Line }, string: $Text }`;
    expect(observationsOf(one, { visits, values }).map(({ value }) => value?.string)).toEqual([
      'first',
      undefined,
    ]);
  });
});

describe('a date', () => {
  const at = (cells: string, until = '') => {
    const mapping = mappingOf(`${tables}
records:
  - { from: people, to: patient, id: $Id }
  - { from: visits, to: observation, id: $No, fields: { code: x, effective: { value: $Day${until} } } }`);
    const { contribution } = convertRows(
      mapping,
      { people, visits: `Id|No|Day|Last\np1|1|${cells}` },
      { options: { offsetIn } },
    );
    return contribution.statements.observation?.[0]?.effective;
  };

  it('is read by the first format that fits: midnight is no time', () => {
    expect(at('9/28/2023 12:00:00 AM|')).toEqual({ value: '2023-09-28' });
    expect(at('9/28/2023 12:00:00 PM|')).toEqual({ value: '2023-09-28T12:00:00+00:00' });
  });

  it.each([
    ['1/1/2012|1/1/2012', '2012-01-01'],
    ['1/1/2012|', '2012-01-01'],
    ['3/1/2012|3/31/2012', '2012-03'],
    ['1/1/2012|12/31/2012', '2012'],
    ['1/1/2011|12/31/2012', undefined],
  ])('says no more than its first and last day have in common: %s', (cells, value) => {
    const when = at(cells, ', until: $Last');
    expect(when?.value).toBe(value);
    expect(when?.literal === undefined).toBe(value?.length === 10);
  });
});
