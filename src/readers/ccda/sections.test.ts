import { describe, expect, it } from 'vitest';
import { sectionRules, sections } from './sections.ts';

const twice = (all: readonly string[]) => all.filter((one, index) => all.indexOf(one) !== index);

describe('the table of sections', () => {
  it('holds every template, code and title once', () => {
    expect(twice(sections.flatMap(({ templates }) => templates))).toEqual([]);
    expect(twice(sections.flatMap(({ loinc }) => loinc))).toEqual([]);
    expect(twice(sections.map(({ title }) => title))).toEqual([]);
  });

  it('holds template ids and codes that can be such', () => {
    expect(
      sections.flatMap(({ templates }) => templates).filter((one) => !/^\d+(\.\d+){5,}$/.test(one)),
    ).toEqual([]);
    expect(
      sections.flatMap(({ loinc }) => loinc).filter((one) => !/^(\d+-\d|1210\d\d|1211\d\d)$/.test(one)),
    ).toEqual([]);
  });
});

describe('sectionRules', () => {
  it.each([
    ['R2.1 with entries required', ['2.16.840.1.113883.10.20.22.2.5.1'], undefined, 'Problems'],
    ['entries optional', ['2.16.840.1.113883.10.20.22.2.5'], undefined, 'Problems'],
    ['the older CCD', ['2.16.840.1.113883.10.20.1.11'], undefined, 'Problems'],
    ['C32', ['2.16.840.1.113883.3.88.11.83.103'], undefined, 'Problems'],
    [
      'a template before the code',
      ['2.16.840.1.113883.10.20.22.2.6.1'],
      '11450-4',
      'Allergies and intolerances',
    ],
    ['the code alone', [], ' 11450-4 ', 'Problems'],
    ['the code beside an unknown template', ['1.2.3'], '48765-2', 'Allergies and intolerances'],
  ])('knows a section by %s', (_, templates, code, title) =>
    expect(sectionRules(templates, code)?.title).toBe(title),
  );

  it('does not know a hospital’s own section', () =>
    expect(sectionRules(['1.2.3'], '99999-9')).toBeUndefined());
});
