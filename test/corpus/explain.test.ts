import { describe, expect, it } from 'vitest';
import { hasCorpus, skipped } from './corpus.ts';
import { checkExplain, tableOf } from './explain-check.ts';

describe.skipIf(!hasCorpus)(`explain on 50 elements of 10 documents${skipped}`, () => {
  it.each([20_260_101, 4])(
    'names the literals that stand in the source, seed %i',
    (seed) => {
      const checked = checkExplain(seed);
      expect(checked).toHaveLength(50);
      expect(new Set(checked.map(({ file }) => file)).size).toBe(10);
      const wrong = checked.filter(({ verdict }) => !verdict.right);
      expect(wrong.length === 0 ? '' : tableOf(wrong)).toBe('');
      // Most values come from a literal: an explanation that says "by rule" of everything explains nothing.
      const led = checked.filter(({ answer }) => answer.spots.some(({ literal }) => literal !== undefined));
      expect(led.length).toBeGreaterThan(20);
    },
    300_000,
  );
});
