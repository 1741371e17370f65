import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { otherValue } from './other-value.ts';

describe('another value of the same form', () => {
  it.each([
    ['@value', '20120229', '20160229'],
    ['@value', '2012', '2016'],
    ['@value', 'true', 'false'],
    ['@value', '7.5', '7.6'],
    ['@root', '2.16.840.1.113883.6.96', '2.16.840.1.113883.6.96.9'],
    ['@root', '53c43889-7b20-5b31-8381-a0af338692ef', '03c43889-7b20-5b31-8381-a0af338692ef'],
    ['@code', '38341003', '38341003x'],
    ['@nullFlavor', 'UNK', 'NASK'],
    ['text()', 'Penicillin', 'Penicillinx'],
  ])('%s %s → %s', (name, text, other) => expect(otherValue({ name, text })).toBe(other));

  it('is never the same', () => {
    const names = fc.constantFrom('@value', '@code', '@root', '@nullFlavor', 'text()');
    fc.assert(
      fc.property(names, fc.string({ minLength: 1 }), (name, text) => otherValue({ name, text }) !== text),
    );
  });
});
