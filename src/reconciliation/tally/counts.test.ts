import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CountBook, type Counts } from './counts.ts';

const most = 5;
const countsOf = (parts: readonly Counts[]): Counts => {
  const book = new CountBook(most);
  for (const part of parts) book.addAll(part);
  return book.counts();
};
const sumOf = ({ keys, other }: Counts): number =>
  Object.values(keys).reduce((sum, count) => sum + count, other);

/** What was counted of a few words: so few that parts share them, so many that not all are held. */
const counts = fc.array(fc.constantFrom(...'abcdefghijklmnop'), { maxLength: 60 }).map((words) => {
  const book = new CountBook(most);
  for (const word of words) book.add(word);
  return book.counts();
});

describe('counts', () => {
  it('are the same in any order', () => {
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        expect(countsOf([a, b])).toEqual(countsOf([b, a]));
      }),
    );
  });

  it('are the same however they are grouped', () => {
    fc.assert(
      fc.property(counts, counts, counts, (a, b, c) => {
        expect(countsOf([countsOf([a, b]), c])).toEqual(countsOf([a, countsOf([b, c])]));
      }),
    );
  });

  it('are those of all parts counted at once', () => {
    const words = fc.array(fc.array(fc.constantFrom(...'abcdefghijklmnop'), { maxLength: 40 }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(words, (parts) => {
        const whole = new CountBook(most);
        for (const word of parts.flat()) whole.add(word);
        const summed = parts.map((part) => {
          const book = new CountBook(most);
          for (const word of part) book.add(word);
          return book.counts();
        });
        expect(countsOf(summed)).toEqual(whole.counts());
      }),
    );
  });

  it('lose nothing and hold no more than they may', () => {
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const both = countsOf([a, b]);
        expect(sumOf(both)).toBe(sumOf(a) + sumOf(b));
        expect(Object.keys(both.keys).length).toBeLessThanOrEqual(most);
      }),
    );
  });
});
