import { describe, expect, it } from 'vitest';
import { ucumOf } from './ucum.ts';
import { byCase, byName, counts } from './ucum-misspellings.ts';
import { isUcum } from './ucum-syntax.ts';

const UCUM =
  'mg/dL mm[Hg] % kg/m2 10*3/uL 10^3/uL /min {score} mL/min/{1.73_m2} [degF] [in_us] mg/kg/d umol/L m[IU]/L mg/(12.h) /[HPF] {breaths}/min 1 nmol/h/mL 10*-3.g [pH] ug{RBP}/dL'.split(
    ' ',
  );

describe('isUcum', () => {
  it.each(UCUM)('knows %s', (unit) => expect(isUcum(unit)).toBe(true));

  it.each([
    '',
    'mmHg',
    'lbs',
    'md/dL',
    'mg//dL',
    'mg/',
    'mg dL',
    'mcg',
    'tablet',
    'x10E3/uL',
    'm g',
    '{a',
    'mg/(dL',
  ])('refuses %j', (unit) => expect(isUcum(unit)).toBe(false));

  it('every code that a misspelling leads to is UCUM', () => {
    const codes = [...Object.values(byCase), ...Object.values(byName), ...Object.values(counts)];
    expect(codes.filter((code) => !isUcum(code))).toEqual([]);
  });

  it('the names are folded as they are looked up', () => {
    expect(Object.keys(byName).filter((name) => name !== name.toLowerCase().replace(/[\s.]/g, ''))).toEqual(
      [],
    );
  });
});

describe('ucumOf', () => {
  it.each(UCUM)('leaves %s as it is', (unit) =>
    expect(ucumOf(unit)).toBe(unit === '10^3/uL' ? '10*3/uL' : unit),
  );

  it.each([
    ['mmHg', 'mm[Hg]'],
    ['mm[hg]', 'mm[Hg]'],
    ['mm Hg', 'mm[Hg]'],
    ['mcg', 'ug'],
    ['µg', 'ug'],
    ['mcg/dL', 'ug/dL'],
    ['IU', '[IU]'],
    ['IU/L', '[IU]/L'],
    ['mcIU/mL', 'u[IU]/mL'],
    ['mcU/mL', 'uU/mL'],
    ['mcmol/L', 'umol/L'],
    ['mOsmol/kg', 'mosm/kg'],
    ['k/cumm', '10*3/mm3'],
    ['#/HPF', '{#}/[HPF]'],
    ['mcg/mg Cr', 'ug/mg{creat}'],
    ['mL/min/[1.73_m2]', 'mL/min/{1.73_m2}'],
    ['mL/min/1.73 m2', 'mL/min/{1.73_m2}'],
    ['cc', 'mL'],
    ['deg F', '[degF]'],
    ['F', '[degF]'],
    ['°C', 'Cel'],
    ['cel', 'Cel'],
    ['kg/m²', 'kg/m2'],
    ['bpm', '/min'],
    ['breaths/min', '/min'],
    ['lbs', '[lb_av]'],
    ['in', '[in_i]'],
    ['pH', '[pH]'],
    ['G/DL', 'g/dL'],
    ['MG/L', 'mg/L'],
    ['ML', 'mL'],
    ['PG', 'pg'],
    ['K/uL', '10*3/uL'],
    ['M/uL', '10*6/uL'],
    ['THOUS/MCL', '10*3/uL'],
    ['x10E3/uL', '10*3/uL'],
    ['X_10-3/uL', '10*3/uL'],
    ['10+3/ul', '10*3/ul'],
    ['10X9cells/L', '10*9/L'],
    ['CELLS/MCL', '{cells}/uL'],
    ['mEq/L', 'meq/L'],
    ['Tablet', '{tbl}'],
    ['EA', '{each}'],
    [' mg ', 'mg'],
  ])('%s is %s', (unit, code) => expect(ucumOf(unit)).toBe(code));

  it('a unit of insulin is no enzyme unit and no international unit', () => {
    expect(ucumOf('Units')).toBe('{unit}');
    expect(ucumOf('unit(s)')).toBe('{unit}');
  });

  it.each(['UCUM_UNIT', 'md/dL', 'constructor', '__proto__', 'toString/valueOf', '', '/'])(
    'does not guess at %j',
    (unit) => expect(ucumOf(unit)).toBeUndefined(),
  );

  it('leaves what it gave as it is', () => {
    const codes = [...Object.keys(byCase), ...Object.keys(byName)].map((unit) => ucumOf(unit) ?? unit);
    expect(codes.filter((code) => ucumOf(code) !== code)).toEqual([]);
  });
});
