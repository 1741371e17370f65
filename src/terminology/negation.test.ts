import { describe, expect, it } from 'vitest';
import {
  isGenericProblem,
  noKnownAllergyConceptOf,
  noKnownAllergyOf,
  noKnownAllergyToSubstance,
} from './negation.ts';

describe('negation', () => {
  it('tells a generic problem from a named one', () => {
    expect(isGenericProblem('55607006')).toBe(true);
    expect(isGenericProblem('64572001')).toBe(true);
    expect(isGenericProblem('22298006')).toBe(false);
  });

  it.each([
    ['414285001', '429625007'],
    ['416098002', '409137002'],
    ['419199007', '716186003'],
    ['420134006', '716186003'],
    ['DALG', '409137002'],
  ])('no allergy of type %s is %s', (type, concept) => expect(noKnownAllergyOf(type)).toBe(concept));

  it('no intolerance to food leaves an allergy to food open', () => {
    expect(noKnownAllergyOf('235719002')).toBeUndefined();
    expect(noKnownAllergyOf('59037007')).toBeUndefined();
  });

  it('knows "no latex allergy" by its substance, and no other', () => {
    expect(noKnownAllergyToSubstance('111088007')).toBe('1003774007');
    expect(noKnownAllergyToSubstance('70618')).toBeUndefined();
  });

  it('replaces retired "no known" concepts', () => {
    expect(noKnownAllergyConceptOf('160244002')).toBe('716186003');
    expect(noKnownAllergyConceptOf('409137002')).toBe('409137002');
    expect(noKnownAllergyConceptOf('416098002')).toBeUndefined();
  });
});
