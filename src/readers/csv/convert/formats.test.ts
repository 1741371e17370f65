import { describe, expect, it } from 'vitest';
import { inForm } from './formats.ts';

describe('a cell in the form of its column', () => {
  it.each([
    ['icd9', '25000', '250.00'],
    ['icd9', '4019', '401.9'],
    ['icd9', '250', '250'],
    ['icd9', 'V1582', 'V15.82'],
    ['icd9', 'E8859', 'E885.9'],
    ['icd9', '250.00', '250.00'],
    ['icd10', 'E119', 'E11.9'],
    ['icd10', 'S72001A', 'S72.001A'],
    ['icd10', 'I10', 'I10'],
    ['ssn', '999112222', '999-11-2222'],
    ['ssn', '999-11-2222', '999-11-2222'],
    ['ssn', '12345', '12345'],
    ['phone', '5555550161', '555-555-0161'],
    ['phone', '+49 30 555', '+49 30 555'],
  ] as const)('%s: %s → %s', (format, text, expected) => {
    expect(inForm(text, format)).toBe(expected);
  });
});
