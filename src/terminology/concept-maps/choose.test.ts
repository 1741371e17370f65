import { describe, expect, it } from 'vitest';
import {
  addressTypeOf,
  addressUseOf,
  allergyCategoryOf,
  allergyTypeOf,
  immunizationStatusOf,
  nameUseOf,
  procedureStatusOf,
  severityOf,
  telecomSystemOf,
  telecomUseOf,
} from './choose.ts';

describe("rows with a condition, and the guide's maps with our additions", () => {
  it('a negated immunization was never given', () => {
    expect(immunizationStatusOf('completed', false)).toBe('completed');
    expect(immunizationStatusOf('completed', true)).toBe('not-done');
    expect(immunizationStatusOf('active', true)).toBe('not-done');
    expect(immunizationStatusOf('nullified', true)).toBe('entered-in-error');
    expect(immunizationStatusOf('active', false)).toBeUndefined();
  });

  it('a pseudonym is a nickname only if called so', () => {
    expect(nameUseOf('P', true)).toBe('nickname');
    expect(nameUseOf('P', false)).toBe('anonymous');
    expect(nameUseOf('SRCH L', false)).toBe('usual');
    expect(nameUseOf('OR', false)).toBe('official');
    expect(nameUseOf('SRCH', false)).toBeUndefined();
  });

  it('a pager is told by its use', () => {
    expect(telecomSystemOf('tel', 'WP')).toBe('phone');
    expect(telecomSystemOf('tel', 'HP PG')).toBe('pager');
    expect(telecomSystemOf('MAILTO', '')).toBe('email');
    expect(telecomSystemOf('https', '')).toBe('url');
    expect(telecomSystemOf('constructor', '')).toBeUndefined();
    expect(telecomUseOf('EC MC')).toBe('mobile');
  });

  it('an address has a use, a type, or both', () => {
    expect(addressUseOf('PST HP')).toBe('home');
    expect(addressTypeOf('PST HP')).toBe('postal');
    expect(addressUseOf('PHYS')).toBeUndefined();
    expect(addressTypeOf('constructor')).toBeUndefined();
  });

  it('no severity is played down', () => {
    expect(
      ['255604002', '371923003', '6736007', '371924009', '24484000', '399166001'].map(severityOf),
    ).toEqual(['mild', 'moderate', 'moderate', 'severe', 'severe', 'severe']);
  });

  it('takes the allergy types of C32', () => {
    expect(allergyCategoryOf('DALG')).toBe('medication');
    expect(allergyTypeOf('DALG')).toBe('allergy');
    expect(allergyTypeOf('DINT')).toBeUndefined();
  });

  it('no procedure status outside the guide says that it was done', () => {
    expect(['new', 'held', 'suspended', 'obsolete'].map(procedureStatusOf)).not.toContain('completed');
  });
});
