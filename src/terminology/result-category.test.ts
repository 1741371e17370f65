import { describe, expect, it } from 'vitest';
import { resultCategoryOf, statedResultCategory } from './result-category.ts';

describe('resultCategoryOf', () => {
  it.each([
    ['a code of the list', '718-7', undefined, 'laboratory'],
    ['a test of a sample by its name', '00000-0', 'Glucose [Mass/volume] in Serum or Plasma', 'laboratory'],
    ['a panel of a sample by its name', '00000-0', 'CBC panel - Blood by Automated count', 'laboratory'],
    ['a look at a sample', '00000-0', 'Color of Urine', 'laboratory'],
    ['an X-ray', '24648-8', 'XR Chest PA upr', 'imaging'],
    ['a questionnaire', '44249-1', undefined, 'survey'],
    [
      'a measurement on the patient that names blood',
      '59408-5',
      'Oxygen saturation in Arterial blood by Pulse oximetry',
      undefined,
    ],
    ['a word that only holds the name of a sample', '00000-0', 'Examination of bloodline', undefined],
    ['a blood pressure', '00000-0', 'Systolic blood pressure', undefined],
    ['anything else', '00000-0', 'Something', undefined],
  ])('%s', (_, code, name, category) => expect(resultCategoryOf(code, name)).toBe(category));
});

it.each([
  ['LAB', 'laboratory'],
  ['LP29684-5', 'imaging'],
  ['constructor', undefined],
])('a stated %s is %s', (code, category) => expect(statedResultCategory(code)).toBe(category));
