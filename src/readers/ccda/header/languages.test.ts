import { describe, expect, it } from 'vitest';
import { reading } from '../../../../test/reading.ts';
import { readLanguages } from './languages.ts';

const read = (...languages: string[]) =>
  reading(
    `<p>${languages.map((one) => `<languageCommunication>${one}</languageCommunication>`).join('')}</p>`,
    (element, scope) => readLanguages(element.elements(), scope),
  ).value;

const codeOf = (code: string) => read(`<languageCode code="${code}"/>`)?.[0]?.language;

describe('readLanguages', () => {
  it.each([
    ['en-US', 'en-US'],
    ['eng', 'en'],
    ['ENG', 'en'],
    ['es_MX', 'es-MX'],
  ])('%s is %s', (code, expected) => expect(codeOf(code)?.codings[0]?.code).toBe(expected));

  it('keeps words that are no language tag as words', () =>
    expect(codeOf('Plattdüütsch')).toEqual({ codings: [], text: 'Plattdüütsch' }));

  it('a language that is spoken and written is one, with both proficiencies', () => {
    const mode = (code: string) =>
      `<languageCode code="de"/><modeCode code="${code}" codeSystem="2.16.840.1.113883.5.60"/>`;
    const found = read(`${mode('ESP')}<preferenceInd value="true"/>`, mode('EWR'));
    expect(found).toHaveLength(1);
    expect(found?.[0]?.preferred).toBe(true);
    expect(found?.[0]?.proficiencies?.map(({ type }) => type?.code)).toEqual(['ESP', 'EWR']);
  });
});
