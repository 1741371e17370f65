import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultOfFormat, namedFormats, precisionOf, readWhen, type WhenOptions } from './dates.ts';

const chicago = (local: string) =>
  local.slice(5, 7) < '11' && local.slice(5, 7) > '03' ? '-05:00' : '-06:00';
const value = (text: string, options?: WhenOptions) => readWhen(text, options)?.value;
const epic = 'M/d/yyyy h:mm:ss a';

describe('readWhen', () => {
  it.each([
    ['2018', '2018'],
    ['2018-08', '2018-08'],
    ['2018-08-09', '2018-08-09'],
    ['2018-08-00', '2018-08'],
    ['2018-00-00', '2018'],
    ['20180809', '2018-08-09'],
    ['2018-08-09T09:45:00Z', '2018-08-09T09:45:00Z'],
    ['2018-08-09 09:45:00 UTC', '2018-08-09T09:45:00Z'],
    ['2018-08-09 09:45:00.123 +0100', '2018-08-09T09:45:00.123+01:00'],
    ['2018-08-09 09:45:00-05', '2018-08-09T09:45:00-05:00'],
  ])('reads ISO 8601 as databases write it: %s', (text, expected) => {
    expect(readWhen(text)).toEqual({ value: expected });
  });

  it.each(['', '0000-00-00', '0001-01-01', '2018-02-30', '2018-13-01', 'unknown', '8/9/2018', '18-08-09'])(
    'finds no ISO date in %j',
    (text) => {
      expect(readWhen(text)).toBeUndefined();
    },
  );

  it('never invents an offset: a time without a zone is a date, its literal keeps the rest', () => {
    const literal = '8/9/2018 9:45:00 AM';
    expect(readWhen(literal, { format: epic })).toEqual({ value: '2018-08-09', literal });
    expect(readWhen('2018-08-09 09:45:00')).toEqual({ value: '2018-08-09', literal: '2018-08-09 09:45:00' });
  });

  it('takes the zone of the site where it is given', () => {
    expect(readWhen('8/9/2018 9:45:00 AM', { format: epic, offsetAt: chicago })).toEqual({
      value: '2018-08-09T09:45:00-05:00',
    });
    expect(value('1/9/2018 9:45:00 AM', { format: epic, offsetAt: chicago })).toBe(
      '2018-01-09T09:45:00-06:00',
    );
  });

  it('leaves a time that the zone has twice or never a date', () => {
    const literal = '11/1/2018 1:30:00 AM';
    expect(readWhen(literal, { format: epic, offsetAt: () => undefined })).toEqual({
      value: '2018-11-01',
      literal,
    });
  });

  it.each([
    ['12:00:00 AM', '00:00:00'],
    ['12:00:00 PM', '12:00:00'],
    ['1:05:09 PM', '13:05:09'],
    ['11:59:59 pm', '23:59:59'],
  ])('knows the halves of the day: %s', (text, expected) => {
    expect(value(`8/9/2018 ${text}`, { format: epic, offsetAt: chicago })).toBe(
      `2018-08-09T${expected}-05:00`,
    );
  });

  it.each([
    ['M/d/yyyy', '8/9/2018', '2018-08-09'],
    ['MM/dd/yyyy', '08/09/2018', '2018-08-09'],
    ['d/M/yyyy', '8/9/2018', '2018-09-08'],
    ['dd.MM.yyyy', '09.08.2018', '2018-08-09'],
    ['yyyyMMdd', '20180809', '2018-08-09'],
    ['ddMMyyyy', '09082018', '2018-08-09'],
    ['d-MMM-yyyy', '9-AUG-2018', '2018-08-09'],
    ['MMMM d, yyyy', 'August 9, 2018', '2018-08-09'],
    ['EEE MMM d yyyy', 'Thu Aug 9 2018', '2018-08-09'],
    ["M/d/yyyy '12:00:00 AM'", '8/9/2018 12:00:00 AM', '2018-08-09'],
    ['yyyy/MM/dd HH:mm XXX', '2018/08/09 09:45 -05:00', '2018-08-09T09:45:00-05:00'],
    ["yyyy-MM-dd'T'HH:mm:ss.SSSZ", '2018-08-09T09:45:00.250-0500', '2018-08-09T09:45:00.250-05:00'],
    ['M/d/yyyy h:mm a z', '8/9/2018 9:45 AM EDT', '2018-08-09T09:45:00-04:00'],
  ])('reads %s', (format, text, expected) => {
    expect(readWhen(text, { format })).toEqual({ value: expected });
  });

  it.each([
    [epic, '8/9/2018', '2018-08-09'],
    [epic, '8/2018', '2018-08'],
    [epic, '2018', '2018'],
    ['MM/dd/yyyy', '00/00/2018', '2018'],
    ['MM/dd/yyyy', '08/00/2018', '2018-08'],
    ['dd.MM.yyyy', '08.2018', '2018-08'],
    ['yyyyMMdd', '201808', '2018-08'],
  ])('leaves a partial date partial: %s of %s', (format, text, expected) => {
    expect(readWhen(text, { format })).toEqual({ value: expected });
  });

  it.each([
    ['M/d/yyyy', '13/9/2018'],
    ['M/d/yyyy', '2/30/2018'],
    ['M/d/yyyy', '8/9/18'],
    ['M/d/yyyy', '9-AUG-2018'],
    ['MM/dd/yyyy', '08/00'],
    ['d/M/yyyy', '9/0/2018'],
    ['M/d/yyyy h:mm a z', '8/9/2018 9:45 AM IST'],
    ['dd/MM/yyyy hh:mm', '09/08/2018 09:45'],
    ['bogus', '8/9/2018'],
  ])('answers nothing rather than something else: %s of %s', (format, text) => {
    expect(readWhen(text, { format })).toBeUndefined();
  });

  it('reads years of two digits only with a pivot', () => {
    expect(readWhen('8/9/18', { format: 'M/d/yy' })).toBeUndefined();
    expect(value('8/9/18', { format: 'M/d/yy', pivot: 25 })).toBe('2018-08-09');
    expect(value('8/9/25', { format: 'M/d/yy', pivot: 25 })).toBe('1925-08-09');
    expect(value('8/9/24', { format: 'M/d/yy', pivot: 25 })).toBe('2024-08-09');
    expect(value('00/00/00', { format: 'M/d/yy', pivot: 25 })).toBeUndefined();
    expect(value('00/00/90', { format: 'M/d/yy', pivot: 25 })).toBe('1990');
  });

  it.each([
    ['1', '1900-01-01'],
    ['59', '1900-02-28'],
    ['61', '1900-03-01'],
    ['43321', '2018-08-09'],
    ['43321.0', '2018-08-09'],
  ])('reads Excel serial %s', (text, expected) => {
    expect(readWhen(text, { format: 'excel-serial' })).toEqual({ value: expected });
  });

  it('reads the time of an Excel serial, and the serials of 1904', () => {
    const options = { format: 'excel-serial', offsetAt: chicago };
    expect(value('43321.40625', options)).toBe('2018-08-09T09:45:00-05:00');
    expect(value('41859', { format: 'excel-serial-1904' })).toBe('2018-08-09');
    for (const none of ['0', '60', '-3', '2958466', '8/9/2018'])
      expect(readWhen(none, options)).toBeUndefined();
  });

  it.each([
    ['3180809', '2018-08-09'],
    ['3180800', '2018-08'],
    ['3180000', '2018'],
    ['2450101', '1945-01-01'],
    ['3180809.0945', '2018-08-09T09:45:00-05:00'],
    ['3180809.1', '2018-08-09T10:00:00-05:00'],
    ['3180809.094503', '2018-08-09T09:45:03-05:00'],
  ])('reads FileMan %s', (text, expected) => {
    expect(readWhen(text, { format: 'fileman', offsetAt: chicago })).toEqual({ value: expected });
  });

  it('leaves the midnight that FileMan writes as 24 hours in the literal', () => {
    expect(readWhen('3180809.24', { format: 'fileman', offsetAt: chicago })).toEqual({
      value: '2018-08-09',
      literal: '3180809.24',
    });
  });

  it('reads epochs, which are in UTC', () => {
    expect(value('1533807900', { format: 'epoch' })).toBe('2018-08-09T09:45:00Z');
    expect(value('1533807900250', { format: 'epoch-ms' })).toBe('2018-08-09T09:45:00.250Z');
    expect(value('-86400', { format: 'epoch' })).toBe('1969-12-31T00:00:00Z');
    expect(readWhen('2018-08-09', { format: 'epoch' })).toBeUndefined();
  });

  it('cuts a date by what an accuracy column says of it', () => {
    const cut = (precision: WhenOptions['precision']) =>
      readWhen('8/9/2018 9:45:00 AM', { format: epic, offsetAt: chicago, precision });
    const literal = '8/9/2018 9:45:00 AM';
    expect(cut('year')).toEqual({ value: '2018', literal });
    expect(cut('month')).toEqual({ value: '2018-08', literal });
    expect(cut('day')).toEqual({ value: '2018-08-09', literal });
    expect(cut('time')).toEqual({ value: '2018-08-09T09:45:00-05:00' });
    expect(readWhen('2018', { precision: 'month' })).toEqual({ value: '2018' });
  });

  it.each([
    ['Year', 'year'],
    ['month', 'month'],
    ['AAA', 'day'],
    ['EAA', 'month'],
    ['UUA', 'year'],
    ['UUE', undefined],
    ['about', undefined],
    ['constructor', undefined],
  ])('takes %s of an accuracy column as %s', (text, expected) => {
    expect(precisionOf(text)).toBe(expected);
  });
});

/** A local date and time, as numbers. */
const moments = fc
  .date({ min: new Date('1900-03-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 19)}Z`);
const pad = (number: number) => String(number).padStart(2, '0');

/** What another program would write for a moment. */
const written: Record<string, (moment: Date) => string> = {
  [epic]: (at) => {
    const hour = at.getUTCHours();
    return `${at.getUTCMonth() + 1}/${at.getUTCDate()}/${at.getUTCFullYear()} ${hour % 12 || 12}:${pad(at.getUTCMinutes())}:${pad(at.getUTCSeconds())} ${hour < 12 ? 'AM' : 'PM'}`;
  },
  'dd.MM.yyyy HH:mm:ss': (at) =>
    `${pad(at.getUTCDate())}.${pad(at.getUTCMonth() + 1)}.${at.getUTCFullYear()} ${at.toISOString().slice(11, 19)}`,
  yyyyMMddHHmmss: (at) => at.toISOString().replace(/\D/g, '').slice(0, 14),
  iso: (at) => at.toISOString().slice(0, 19).replace('T', ' '),
  epoch: (at) => String(at.getTime() / 1000),
  'excel-serial': (at) => String(at.getTime() / 86_400_000 + 25_569),
  fileman: (at) => {
    const digits = at.toISOString().replace(/\D/g, '');
    const date = Number(digits.slice(0, 8)) - 17_000_000;
    return `${date}.${digits.slice(8, 14)}`.replace(/\.?0+$/, (zeros) =>
      zeros.startsWith('.') ? '' : zeros,
    );
  },
};

describe('readWhen, for every moment', () => {
  it.each(Object.keys(written))('reads back what %s wrote', (format) => {
    fc.assert(
      fc.property(moments, (moment) => {
        const text = written[format]?.(new Date(moment)) ?? '';
        const read = readWhen(text, { format, offsetAt: () => '+00:00' });
        const said = read?.value?.replace('+00:00', 'Z');
        // FileMan has no midnight: without a fraction a number is a day.
        expect(said).toBe(
          said?.length === 10 && moment.endsWith('T00:00:00Z') ? moment.slice(0, 10) : moment,
        );
      }),
    );
  });

  it('never throws, and never says more than a FHIR date can', () => {
    const formats = fc.constantFrom(...namedFormats, ...Object.keys(written), 'M/d/yy', 'd-MMM-yyyy');
    fc.assert(
      fc.property(fc.string(), formats, (text, format) => {
        const read = readWhen(text, { format, pivot: 30 });
        expect(read?.value ?? '2000').toMatch(
          /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?)?)?$/,
        );
      }),
    );
  });
});

describe('faultOfFormat', () => {
  it.each(['M/d/yyyy h:mm:ss a', "yyyy-MM-dd'T'HH:mm:ssXXX", 'ddMMyy', 'EEE, d MMM yyyy'])(
    'has nothing against %s',
    (format) => {
      expect(faultOfFormat(format)).toBeUndefined();
    },
  );

  it.each([
    ['DD/MM/YYYY', /DD/],
    ['M/d', /no year/],
    ['M/d/yyyy h:mm', /AM or PM/],
    ['yyyy-MM-dd yyyy', /y stands in it twice/],
  ])('says what is wrong with %s', (format, words) => {
    expect(faultOfFormat(format)).toMatch(words);
  });
});
