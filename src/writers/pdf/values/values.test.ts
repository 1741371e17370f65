import { describe, expect, it } from 'vitest';
import { en } from '../words/en.ts';
import { conceptWords } from './concept.ts';
import { timingWords } from './dosage.ts';
import { computedFlag, flagWords } from './observed.ts';
import { doseWords, quantityWords, rangeWords, safeNumber } from './quantity.ts';
import { ageWords, periodWords, whenWords } from './when.ts';

const sct = (code: string, display?: string) => ({
  system: 'http://snomed.info/sct',
  code,
  ...(display ? { display } : {}),
});

describe('times', () => {
  it.each([
    [{ value: '1950' }, '1950'],
    [{ value: '1950-04' }, 'Apr-1950'],
    [{ value: '1950-04-12' }, '12-Apr-1950'],
    [{ value: '2024-03-18T09:45:12-07:00' }, '18-Mar-2024 09:45'],
    [{ value: '2015-07-22', literal: '20150722181000' }, '22-Jul-2015 18:10'],
    [{ literal: 'in spring' }, 'in spring'],
    [{ absent: 'asked-unknown' as const }, 'asked, unknown'],
  ])('%j reads %s', (when, words) => expect(whenWords(when, en)).toBe(words));

  it('says a span on one day by its times', () => {
    const period = { start: { value: '2024-09-12T15:00:00Z' }, end: { value: '2024-09-12T15:45:00Z' } };
    expect(periodWords(period, en)).toBe('12-Sep-2024 15:00 – 15:45');
  });

  it.each([
    ['1950-04-12', '2026-04-11', '75 y'],
    ['1950-04-12', '2026-04-12', '76 y'],
    ['2024-06-01', '2026-01-01', '19 mo'],
    ['2025-12-20', '2026-01-01', '12 d'],
    ['1950-04', '2026-01-01', undefined],
    ['2027-01-01', '2026-01-01', undefined],
  ])('who was born %s is on %s %s old', (birth, day, age) => expect(ageWords(birth, day, en)).toBe(age));
});

describe('amounts', () => {
  it.each([
    ['5.0', '5'],
    ['.5', '0.5'],
    ['0.50', '0.5'],
    ['1000', '1,000'],
    ['1234567', '1,234,567'],
    ['0', '0'],
    ['-2.0', '-2'],
  ])('ISMP writes %s as %s', (value, safe) => expect(safeNumber(value)).toBe(safe));

  it('shows the digits of the source beside a dose where they differ', () => {
    expect(doseWords({ value: '5.0', unit: 'mg' }, en)).toBe('5 mg (“5.0”)');
    expect(doseWords({ value: '1000', unit: 'ug' }, en)).toBe('1,000 mcg');
  });

  it('keeps the digits of a result', () => {
    expect(quantityWords({ value: '1.50', comparator: '<=', code: '10*3/uL' }, en)).toBe('≤ 1.50 10³/µL');
    expect(quantityWords({ value: '2.1', code: 'm[IU]/L' }, en)).toBe('2.1 milliunits/L');
    expect(quantityWords({ value: '4', code: '[iU]/mL' }, en)).toBe('4 units/mL');
  });

  it('says a range by its ends', () => {
    const unit = 'mmol/L';
    expect(rangeWords({ low: { value: '1', unit }, high: { value: '2', unit } }, en)).toBe('1 – 2 mmol/L');
    expect(rangeWords({ high: { value: '2', unit } }, en)).toBe('≤ 2 mmol/L');
  });
});

describe('concepts', () => {
  it('are called by the words of the source, and by other names that say more', () => {
    const concept = {
      text: 'High blood pressure',
      codings: [sct('1', 'Hypertensive disorder'), sct('2', 'high blood-pressure')],
    };
    expect(conceptWords(concept, en)).toBe('High blood pressure [Hypertensive disorder]');
  });

  it('are called by their code where they have no name', () => {
    expect(conceptWords({ codings: [sct('59621000')] }, en)).toBe('SNOMED CT 59621000');
  });
});

describe('timing', () => {
  it.each([
    [{ frequency: 1, period: '6', periodUnit: 'h' as const }, 'every 6 hours'],
    [{ frequency: 2, period: '1', periodUnit: 'd' as const }, '2 times every day'],
    [{ period: '4', periodMax: '6', periodUnit: 'h' as const, frequency: 1 }, 'every 4–6 hours'],
    [{ when: ['HS'], daysOfWeek: ['mon' as const] }, 'Monday, at bedtime'],
    [{ when: ['AC'], offset: -30 }, 'before meals, 30 min before'],
  ])('%j reads %s', (timing, words) => expect(timingWords(timing, en)).toBe(words));
});

describe('flags', () => {
  const item = (value: string, more = {}) => ({
    id: 'x',
    status: 'final' as const,
    code: { codings: [] },
    value: { quantity: { value, unit: 'g' } },
    referenceRanges: [{ low: { value: '1', unit: 'g' }, high: { value: '2', unit: 'g' } }],
    ...more,
  });

  it('are words, not colours', () => {
    const interpretations = [{ codings: [{ code: 'H' }] }];
    expect(flagWords({ interpretations }, en)).toBe('▲ High');
  });

  it('are computed from the range alone where the source gives none, and say so', () => {
    expect(computedFlag(item('2.1'), en)).toBe('▲ Above range (by the range)');
    expect(computedFlag(item('0.9'), en)).toBe('▼ Below range (by the range)');
    expect(computedFlag(item('2'), en)).toBeUndefined();
  });

  it('are never computed against the source, over another unit, or from one of several ranges', () => {
    expect(computedFlag(item('3', { interpretations: [{ codings: [{ code: 'N' }] }] }), en)).toBeUndefined();
    expect(computedFlag(item('3', { value: { quantity: { value: '3', unit: 'mg' } } }), en)).toBeUndefined();
    const range = item('3').referenceRanges[0];
    expect(computedFlag(item('3', { referenceRanges: [range, range] }), en)).toBeUndefined();
  });
});
