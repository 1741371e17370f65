import { describe, expect, it } from 'vitest';
import { readPattern } from './pattern.ts';

const match = (pattern: string, path: string) => {
  const read = readPattern(pattern);
  return 'fault' in read ? read.fault : read.match(path);
};

describe('a pattern over paths', () => {
  it('says what the path of a scan says', () =>
    expect(match('{mrn}/{date}_{kind}.pdf', 'archive/00017/2019-03-04_Consult note.PDF')).toEqual({
      mrn: '00017',
      date: '2019-03-04',
      kind: 'Consult note',
    }));

  it('has pages, either of several endings, and parts that are free', () =>
    expect(match('*/{mrn}-{document}-{page}.{tif,jpg}', 'box 1/7-letter-003.jpg')).toEqual({
      mrn: '7',
      document: 'letter',
      page: '003',
    }));

  it('looks into packages as into folders', () =>
    expect(match('{mrn}/{kind}.pdf', 'a.zip!/7/letter.pdf')).toEqual({ mrn: '7', kind: 'letter' }));

  it.each(['8/letter.tif', 'letter.pdf', '7/x/letter.pdf.txt'])('does not fit %s', (path) =>
    expect(match('{mrn}/{kind}.pdf', path)).toBeUndefined(),
  );

  it('takes nothing in it for a rule of its own', () => {
    expect(match('{mrn}(1).pdf', '7(1).pdf')).toEqual({ mrn: '7' });
    expect(match('{mrn}.pdf', '7xpdf')).toBeUndefined();
  });

  it.each([
    ['{date}.pdf', 'it does not say where the number of the patient stands: {mrn}'],
    ['{mrn}/{sort}.pdf', 'it has no word {sort}'],
    ['{mrn}/{mrn}.pdf', 'it has a word twice'],
  ])('%s is refused', (pattern, fault) => expect(match(pattern, '')).toBe(fault));
});
