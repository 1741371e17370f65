import { describe, expect, it } from 'vitest';
import { readFingerprint, scorePreset, tablesKnown } from './fingerprint.ts';

const clinic = readFingerprint(`
needs: [people]
tables:
  people: { file: people.csv, columns: [PersonNo, Surname, Born, Sex] }
  visits: { file: visits.csv, columns: [VisitNo, PersonNo] }
`);
const people = { file: 'people.csv', header: ['PersonNo', 'Surname', 'Born', 'Sex', 'Shoe'] };

describe('a fingerprint', () => {
  it('is met by the tables that are there', () => {
    expect(scorePreset(clinic, [people])).toBe(1);
    expect(tablesKnown(clinic, [people])).toBe(1);
  });

  it('counts the columns that are missing', () => {
    const visits = { file: 'visits.csv', header: ['VisitNo', 'Patient'] };
    expect(scorePreset(clinic, [people, visits])).toBe(5 / 6);
  });

  it('is not met without a table that must be there', () => {
    expect(scorePreset(clinic, [{ file: 'visits.csv', header: ['VisitNo', 'PersonNo'] }])).toBe(0);
  });

  it('takes names in any case, in any folder, compressed or not', () => {
    const named = { file: 'export.zip!/Data/PEOPLE.CSV.gz', header: ['personno', 'SURNAME', 'born', 'Sex'] };
    expect(scorePreset(clinic, [named])).toBe(1);
  });

  it('refuses a file that has more to say', () => {
    expect(() => readFingerprint('needs: [a]\ntables: {}\nscore: 3')).toThrow();
  });
});
