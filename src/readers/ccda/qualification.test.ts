import { expect, it } from 'vitest';
import { element, scopeOf } from '../../../test/reading.ts';
import { qualificationsOf } from './qualification.ts';

const read = (suffix: string, description = '') => {
  const person = element(`<assignedPerson>${description}</assignedPerson>`);
  return qualificationsOf([{ family: 'Ferrier', suffix: [suffix] }], person, scopeOf(person))?.map(
    ({ text }) => text,
  );
};

it.each([
  ['M.D.', ['M.D.']],
  ['PA-C', ['PA-C']],
  ['M.D., C.N.A., CMA', ['M.D.', 'C.N.A.', 'CMA']],
  ['Jr.', undefined],
  ['the 7th', undefined],
  ['Jr., MD', ['MD']],
])('%s', (suffix, expected) => expect(read(suffix)).toEqual(expected));

it('a description that is a title is a qualification, another one is none', () => {
  expect(read('', '<sdtc:desc>RN</sdtc:desc>')).toEqual(['RN']);
  expect(read('', '<sdtc:desc>tall</sdtc:desc>')).toBeUndefined();
});
