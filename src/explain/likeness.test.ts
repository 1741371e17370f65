import { describe, expect, it } from 'vitest';
import { likeness } from './likeness.ts';

describe('likeness of a literal to a value', () => {
  it.each([
    ['38341003', '38341003', 3],
    ['  Amox\n icillin ', 'Amox icillin', 3],
    ['200503', '2005-03', 2],
    ['20090310112000-0700', '2009-03-10T11:20:00-07:00', 2],
    ['200903101120', '2009-03-10', 2],
    ['20090310', '2009-03-11', 0],
    ['tel:+1(555)0100', '+1(555)0100', 1],
    ['CRITH', 'high', 0],
    ['1', '1.5', 0],
  ] as const)('%j and %j: %i', (literal, value, like) => expect(likeness(literal, value)).toBe(like));
});
