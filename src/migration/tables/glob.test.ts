import { describe, expect, it } from 'vitest';
import { matches } from './glob.ts';

describe('a pattern', () => {
  it.each([
    ['patients.csv', 'patients.csv'],
    ['patients.csv', 'PATIENTS.CSV'],
    ['./patients.csv', 'patients.csv'],
    ['observations-*.csv', 'observations-01.csv'],
    ['part?.txt', 'part7.txt'],
    ['**/patients.csv', 'patients.csv'],
    ['**/patients.csv', 'a/b/patients.csv'],
    ['data/**', 'data/x/y.tsv'],
    ['labs.{csv,txt}', 'labs.txt'],
    ['{lab,vital}s*.csv', 'vitals_1.csv'],
    ['a+(b).csv', 'a+(b).csv'],
  ])('%s names %s', (pattern, path) => expect(matches(pattern, path)).toBe(true));

  it.each([
    ['patients.csv', 'sub/patients.csv'],
    ['patients.csv', 'patientsxcsv'],
    ['*.csv', 'sub/patients.csv'],
    ['*.csv', 'patients.csv.bak'],
    ['labs.{csv,txt}', 'labs.tsv'],
  ])('%s does not name %s', (pattern, path) => expect(matches(pattern, path)).toBe(false));
});
