import { expect, it } from 'vitest';
import { openSieve } from './sieve.ts';

it('knows each key that came twice, and takes few others for such', () => {
  const sieve = openSieve();
  const keys = Array.from({ length: 100_000 }, (_, number) => `urn:oid:2.16.840.1\t${number}`);
  for (const key of keys) sieve.note(key);
  for (const key of keys.slice(0, 1000)) sieve.note(key);
  expect(keys.slice(0, 1000).every(sieve.mayRepeat)).toBe(true);
  expect(keys.slice(1000).filter(sieve.mayRepeat).length).toBeLessThan(2000);
});
