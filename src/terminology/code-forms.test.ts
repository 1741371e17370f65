import { describe, expect, it } from 'vitest';
import { type CodeForm, codeForms } from './code-forms.ts';

const formsOf = (code: string) =>
  (Object.keys(codeForms) as CodeForm[]).filter((form) => codeForms[form].holds(code));

describe('code forms', () => {
  it.each([
    ['8480-6', ['LOINC']],
    ['8480-5', []],
    ['73211009', ['SNOMED CT']],
    ['73211008', []],
    ['900000000000207008', ['SNOMED CT']],
    ['E11.9', ['ICD-10-CM']],
    ['S72.001A', ['ICD-10-CM']],
    ['250.00', ['ICD-9-CM']],
    ['V58.69', ['ICD-10-CM', 'ICD-9-CM']],
    ['00093-1024-01', ['NDC']],
    ['0093-1024-01', ['NDC']],
    ['99213', ['CPT', 'RxNorm']],
    ['G0008', ['ICD-10-CM', 'HCPCS']],
    ['313782', ['RxNorm']],
    ['140', ['RxNorm', 'CVX']],
    ['08', ['CVX']],
    ['', []],
    ['Aspirin', []],
    ['2010-03-01', []],
  ])('takes %s for %j', (code, expected) => {
    expect(formsOf(code)).toEqual(expected);
  });
});
