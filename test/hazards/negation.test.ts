import { describe, expect, it } from 'vitest';
import { reaction, status, substance } from '../clinical-document.ts';
import { convert } from '../conversion.ts';
import {
  active,
  allergyOf,
  aspirin,
  clinicalOf,
  codesOf,
  conditionOf,
  convertAllergies,
  fixture,
  negated,
} from './hazard.ts';

const unknownSubstance = substance('nullFlavor="NA"');

describe('negation', () => {
  const { of } = convert(fixture('hazards.xml'));
  const conditions = new Map(of('Condition').map((one) => [codesOf(one.code)[0], one]));
  const [allergies] = [of('AllergyIntolerance')];

  it('a ruled-out infarction is refuted and not a diagnosis', () => {
    const infarction = conditions.get('22298006');
    expect(codesOf(infarction.verificationStatus)).toEqual(['refuted']);
    expect(infarction.clinicalStatus).toBeUndefined();
  });

  it('a problem whose status says "ruled out" is refuted', () => {
    const condition = conditionOf({ more: status('410516002') });
    expect(codesOf(condition.verificationStatus)).toEqual(['refuted']);
    expect(condition.clinicalStatus).toBeUndefined();
  });

  it('a problem that is to be ruled out is unconfirmed', () =>
    expect(codesOf(conditionOf({ more: status('415684004') }).verificationStatus)).toEqual(['unconfirmed']));

  it.each(['true', '1', 'TRUE'])('a refuted problem is never active (negationInd="%s")', (value) => {
    const condition = conditionOf({ attributes: `negationInd="${value}"`, more: active });
    expect(codesOf(condition.verificationStatus)).toEqual(['refuted']);
    expect(condition.clinicalStatus).toBeUndefined();
  });

  it('no known allergies, no latex allergy, no known drug allergies are no allergies to something', () => {
    expect(allergies?.map(({ code }) => codesOf(code))).toEqual([
      ['716186003'],
      ['1003774007'],
      ['409137002'],
    ]);
  });

  it('a negated allergy to a named substance is refuted and never active', () => {
    const one = allergyOf({ attributes: negated, more: aspirin + active });
    expect(codesOf(one.verificationStatus)).toEqual(['refuted']);
    expect(clinicalOf(one)).not.toContain('active');
    expect(codesOf(one.code)).toEqual(['1191']);
  });

  it.each(['No Known Drug Allergies', 'None', 'NKDA'])('a negated allergy to "%s" is to nothing', (name) => {
    const value = '<value xsi:type="CD" code="416098002" codeSystem="2.16.840.1.113883.6.96"/>';
    const entity = `<playingEntity classCode="MMAT"><code nullFlavor="NA"/><name>${name}</name></playingEntity>`;
    const more = `<participant typeCode="CSM"><participantRole>${entity}</participantRole></participant>`;
    const one = allergyOf({ attributes: negated, value, more });
    expect(codesOf(one.code)).toEqual(['409137002']);
    expect(one.extension).toBeUndefined();
    expect(one.verificationStatus).toBeUndefined();
  });

  it.each([
    ['247472004', ['negated-with-reaction']],
    // "Clinical finding absent": nothing happened, as the allergy says.
    ['373572006', []],
  ])('a negated allergy is asked about where a reaction is told of (%s)', (code, expected) => {
    const { issues } = convertAllergies({ attributes: negated, more: unknownSubstance + reaction(code) });
    const told = issues.map((issue) => issue.code).filter((one) => one === 'negated-with-reaction');
    expect(told).toEqual(expected);
  });

  it('no intolerance to food is not "no known allergies"', () => {
    const value = '<value xsi:type="CD" code="235719002" codeSystem="2.16.840.1.113883.6.96"/>';
    const one = allergyOf({ attributes: negated, value, more: unknownSubstance });
    expect(codesOf(one.code)).toEqual(['235719002']);
    expect(codesOf(one.verificationStatus)).toEqual(['refuted']);
    expect(clinicalOf(one)).toEqual([]);
  });

  it('a negated generic problem says "no current problems" and nothing else', () => {
    const value = '<value xsi:type="CD" code="55607006" codeSystem="2.16.840.1.113883.6.96"/>';
    const condition = conditionOf({ attributes: negated, value });
    expect(codesOf(condition.code)).toEqual(['160245001']);
    expect(condition.verificationStatus).toBeUndefined();
  });

  it('the words "no known problems" are not refuted in turn', () => {
    const condition = conditionOf({
      attributes: negated,
      value: '<value xsi:type="CD" nullFlavor="NI"/>',
      more: '<text>No known problems</text>',
    });
    expect(codesOf(condition.code)).toEqual(['160245001']);
    expect(condition.code.text).toBe('No known problems');
    expect(condition.verificationStatus).toBeUndefined();
  });
});
