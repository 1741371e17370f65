import { describe, expect, it } from 'vitest';
import { dataAbsentReasonOf } from './null-flavor.ts';

describe('dataAbsentReasonOf', () => {
  it.each([
    ['NI', 'unknown'],
    ['ASKU', 'asked-unknown'],
    ['MSK', 'masked'],
    ['OTH', 'unsupported'],
    ['INV', 'error'],
    ['UNC', 'as-text'],
    ['QS', 'unknown'],
    ['nonsense', 'unknown'],
    ['constructor', 'unknown'],
  ])('%s is %s', (flavor, reason) => expect(dataAbsentReasonOf(flavor)).toBe(reason));
});
