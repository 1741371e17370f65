import { describe, expect, it } from 'vitest';
import { reading } from '../../../../test/reading.ts';
import { readTimings } from './dosage-timing.ts';

const timingsOf = (xml: string) =>
  reading(`<substanceAdministration>${xml}</substanceAdministration>`, readTimings).value?.value;
const cycle = (period: string, attributes = '') =>
  timingsOf(`<effectiveTime xsi:type="PIVL_TS" operator="A" ${attributes}>${period}</effectiveTime>`)?.[0];
const set = 'institutionSpecified="true"';
const range = '<period xsi:type="IVL_PQ"><low value="6" unit="h"/><high value="8" unit="h"/></period>';

describe('PIVL', () => {
  it.each([
    ['every 8 hours', '<period value="8" unit="h"/>', '', { frequency: 1, period: '8', periodUnit: 'h' }],
    [
      'the same said',
      '<period value="8" unit="h"/>',
      'institutionSpecified="false"',
      { frequency: 1, period: '8', periodUnit: 'h' },
    ],
    [
      'three times a day',
      '<period value="8" unit="h"/>',
      set,
      { frequency: 3, period: '1', periodUnit: 'd' },
    ],
    ['once a day', '<period value="24.00" unit="h"/>', set, { frequency: 1, period: '1', periodUnit: 'd' }],
    ['every 5 hours', '<period value="5" unit="h"/>', set, { frequency: 1, period: '5', periodUnit: 'h' }],
    [
      'every other day',
      '<period value="48" unit="h"/>',
      set,
      { frequency: 1, period: '48', periodUnit: 'h' },
    ],
    ['weekly', '<period value="1" unit="wk"/>', set, { frequency: 1, period: '1', periodUnit: 'wk' }],
    ['every 6 to 8 hours', range, '', { frequency: 1, period: '6', periodMax: '8', periodUnit: 'h' }],
    ['3 to 4 times a day', range, set, { frequency: 3, frequencyMax: 4, period: '1', periodUnit: 'd' }],
  ])('%s', (_, period, attributes, expected) => expect(cycle(period, attributes)).toEqual(expected));

  it.each([
    '',
    '<period nullFlavor="UNK"/>',
    '<period value="0" unit="h"/>',
    '<period value="3" unit="moons"/>',
  ])('no frequency is made up of "%s"', (period) => expect(cycle(period)).toBeUndefined());

  it('a phase names a day of the week', () =>
    expect(cycle('<phase value="20240101"/><period value="1" unit="wk"/>', 'alignment="DW"')).toMatchObject({
      daysOfWeek: ['mon'],
    }));

  it('a phase names a time of the day', () =>
    expect(
      cycle('<phase value="202401010815"/><period value="1" unit="d"/>', 'alignment="HD"'),
    ).toMatchObject({ timesOfDay: ['08:15:00'] }));
});

describe('EIVL', () => {
  const event = (xml: string) =>
    timingsOf(`<effectiveTime xsi:type="EIVL_TS" operator="A">${xml}</effectiveTime>`)?.[0];

  it.each([
    ['<event code="HS"/>', { when: ['HS'] }],
    ['<event code="PC"/><offset><low value="1" unit="h"/></offset>', { when: ['PC'], offset: 60 }],
    ['<event code="AC"/><offset><low value="-30" unit="min"/></offset>', { when: ['AC'], offset: -30 }],
  ])('%s', (xml, expected) => expect(event(xml)).toEqual(expected));
});

describe('several times', () => {
  const low = '<effectiveTime xsi:type="IVL_TS"><low value="20240101"/></effectiveTime>';
  const twice =
    '<effectiveTime xsi:type="PIVL_TS" operator="A"><period value="12" unit="h"/></effectiveTime>';

  it('bounds and a frequency are one timing', () =>
    expect(timingsOf(low + twice)).toEqual([
      { bounds: { start: { value: '2024-01-01' } }, frequency: 1, period: '12', periodUnit: 'h' },
    ]));

  it('two frequencies are two, within the same bounds', () =>
    expect(
      timingsOf(low + twice + twice.replace('12', '8'))?.map(({ period, bounds }) => [
        period,
        bounds?.start?.value,
      ]),
    ).toEqual([
      ['12', '2024-01-01'],
      ['8', '2024-01-01'],
    ]));

  it('a point is an event, and no bound', () =>
    expect(timingsOf('<effectiveTime value="20240101"/>')).toEqual([{ events: [{ value: '2024-01-01' }] }]));

  it('a frequency that stands first is still one', () =>
    expect(timingsOf(twice)).toEqual([{ frequency: 1, period: '12', periodUnit: 'h' }]));

  it('nothing is no timing', () => expect(timingsOf('')).toBeUndefined());
});
