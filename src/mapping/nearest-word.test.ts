import { describe, expect, it } from 'vitest';
import { nearestWord } from './nearest-word.ts';

const words = ['key', 'links', 'ignore', 'optional', 'birthDate', 'patients'];

describe('the nearest word', () => {
  it.each([
    ['keys', 'key'],
    ['link', 'links'],
    ['ingore', 'ignore'],
    ['BIRTHDATE', 'birthDate'],
    ['pateints', 'patients'],
    ['quite another', undefined],
    ['x', undefined],
  ])('%s → %s', (wanted, expected) => {
    expect(nearestWord(wanted, words)).toBe(expected);
  });
});
