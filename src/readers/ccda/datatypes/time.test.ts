import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reading } from '../../../../test/reading.ts';
import { whenOf } from '../../when-of.ts';
import { known, readPeriod, readWhen } from './time.ts';

const date = fc
  .date({ min: new Date('1850-01-01T00:00:00Z'), max: new Date('2150-12-31T00:00:00Z'), noInvalidDate: true })
  .map((one) => one.toISOString().slice(0, 19));
const digits = (iso: string): string => iso.replace(/[-:T]/g, '');
const offset = fc
  .tuple(fc.constantFrom('+', '-'), fc.integer({ min: 0, max: 13 }), fc.constantFrom('00', '15', '30', '45'))
  .map(([sign, hours, minutes]) => `${sign}${String(hours).padStart(2, '0')}:${minutes}`);

describe('whenOf', () => {
  it.each([
    ['2023', '2023'],
    ['202305', '2023-05'],
    ['20230531', '2023-05-31'],
    ['202305312205-0500', '2023-05-31T22:05:00-05:00'],
    ['20230531220507.25+0000', '2023-05-31T22:05:07.25+00:00'],
    ['20230531220507+1400', '2023-05-31T22:05:07+14:00'],
    ['2023-05-31T22:05:07Z', '2023-05-31T22:05:07Z'],
    [' 20230531 ', '2023-05-31'],
  ])('%j is %s', (literal, value) => expect(whenOf(literal, undefined)).toEqual({ value }));

  it.each([
    ['a local time', '20230531220507', '2023-05-31'],
    ['an hour alone, which FHIR cannot say', '2023053122-0500', '2023-05-31'],
    ['an offset that is none', '20230531220507-5000', '2023-05-31'],
    ['a date with an offset', '20230531-0500', '2023-05-31'],
    ['an hour that is none', '202305312505-0500', '2023-05-31'],
    ['a leap second', '20161231235960Z', '2016-12-31'],
  ])('%s is a date that keeps its literal', (_, literal, value) =>
    expect(whenOf(literal, () => undefined)).toEqual({ value, literal }),
  );

  it.each([
    '',
    '2023-5-1',
    '20231301',
    '20230230',
    '00000101',
    '00010101000000',
    '2010133X',
    '20101',
    'last May',
    '20230531T',
  ])('%j is no time', (literal) => expect(whenOf(literal, undefined)).toBeUndefined());

  it('is never more precise than the source', () => {
    fc.assert(
      fc.property(date, fc.constantFrom(4, 6, 8), (iso, length) => {
        const value = whenOf(digits(iso).slice(0, length), undefined)?.value ?? '';
        expect(value.replaceAll('-', '')).toBe(digits(iso).slice(0, length));
      }),
    );
  });

  it('keeps the offset that is written and asks for none', () => {
    const never = () => {
      throw new Error('asked');
    };
    fc.assert(
      fc.property(date, offset, (iso, own) => {
        expect(whenOf(digits(iso) + own.replace(':', ''), never)).toEqual({ value: iso + own });
      }),
    );
  });

  it('gives a local time the site’s offset, or none', () => {
    fc.assert(
      fc.property(date, fc.option(offset, { nil: undefined }), (iso, sites) => {
        const when = whenOf(digits(iso), (local) => (local === iso ? sites : undefined));
        expect(when).toEqual(
          sites ? { value: iso + sites } : { value: iso.slice(0, 10), literal: digits(iso) },
        );
      }),
    );
  });

  it('answers any text with a FHIR time, or with none', () => {
    const fhir = /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d))?)?)?$/;
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[0-9:T.+-]{4,20}$/));
    fc.assert(
      fc.property(text, (one) => {
        expect(whenOf(one, undefined)?.value ?? '2000').toMatch(fhir);
      }),
    );
  });
});

describe('readWhen', () => {
  it.each([
    ['<time value="2010"/>', { value: '2010' }],
    ['<time><low value="2010"/><high value="2011"/></time>', { value: '2010' }],
    ['<time><center value="2010"/></time>', { value: '2010' }],
    ['<time nullFlavor="ASKU"/>', { absent: 'asked-unknown' }],
    ['<time><low nullFlavor="UNK"/></time>', { absent: 'unknown' }],
    ['<time value=" "/>', undefined],
    ['<time><high value="2011"/></time>', undefined],
    ['<time/>', undefined],
  ])('%s', (xml, expected) => expect(reading(xml, readWhen)).toEqual({ value: expected, codes: [] }));

  it('keeps what is no time, and says so', () =>
    expect(reading('<time value="2010133X"/>', readWhen)).toEqual({
      value: { literal: '2010133X', absent: 'error' },
      codes: ['time-invalid'],
    }));

  it('says that a time has no offset', () =>
    expect(reading('<time value="201003011030"/>', readWhen).codes).toEqual(['time-without-offset']));
});

describe('readPeriod', () => {
  it.each([
    ['<t><low value="2010"/><high value="2011"/></t>', { start: { value: '2010' }, end: { value: '2011' } }],
    ['<t value="2010"/>', { start: { value: '2010' } }],
    ['<t><high value="2011"/></t>', { end: { value: '2011' } }],
    [
      '<t><low value="2010"/><high nullFlavor="UNK"/></t>',
      { start: { value: '2010' }, end: { absent: 'unknown' } },
    ],
    ['<t/>', undefined],
  ])('%s', (xml, expected) => expect(reading(xml, readPeriod).value).toEqual(expected));
});

it('known tells what says something from what is only absent', () => {
  expect(known({ absent: 'unknown' })).toBeUndefined();
  expect(known({ literal: 'May', absent: 'error' })).toBeDefined();
  expect(known({ value: '2010' })).toEqual({ value: '2010' });
});
