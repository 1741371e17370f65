import { describe, expect, it } from 'vitest';
import { clinicalDocument, problem, section, status } from '../clinical-document.ts';
import { convert } from '../conversion.ts';
import {
  active,
  aspirin,
  clinicalOf,
  codesOf,
  conditionOf,
  convertAllergies,
  convertProblems,
  ended,
} from './hazard.ts';

const unknownEnd = ended('value="2015"', 'nullFlavor="UNK"');

describe('status and end', () => {
  it.each([
    ['active', active, ['inactive']],
    ['relapse', status('263855007'), ['inactive']],
    ['resolved', status('413322009'), ['resolved']],
    ['remission', status('277022003'), ['remission']],
    ['inactive', status('73425007'), ['inactive']],
  ])('high UNK forbids active: stated %s', (_, more, expected) => {
    const condition = conditionOf({ effectiveTime: unknownEnd, more });
    expect(clinicalOf(condition)).toEqual(expected);
    expect(condition.abatementDateTime).toBeUndefined();
    expect(condition._abatementDateTime.extension[0].valueCode).toBe('unknown');
  });

  it('a stated active that has ended is said so', () => {
    const { codes } = convertProblems({ effectiveTime: ended('value="2015"', 'value="2016"'), more: active });
    expect(codes).toContain('status-contradicts-end');
  });

  it('an end makes a problem resolved only where nobody states a status', () => {
    const condition = conditionOf({
      effectiveTime: ended('value="2015"', 'value="2016"'),
      concernStatus: 'x',
    });
    expect(clinicalOf(condition)).toEqual(['resolved']);
    expect(condition.abatementDateTime).toBe('2016');
  });

  it.each(['NI', 'NA', 'NAV', 'ASKU'])('high %s says nothing of an end', (nullFlavor) => {
    const condition = conditionOf({
      effectiveTime: ended('value="2015"', `nullFlavor="${nullFlavor}"`),
      more: active,
    });
    expect(clinicalOf(condition)).toEqual(['active']);
    expect(condition._abatementDateTime).toBeUndefined();
  });

  it('Problem Status comes before the concern’s statusCode', () => {
    expect(clinicalOf(conditionOf({ more: status('413322009'), concernStatus: 'active' }))).toEqual([
      'resolved',
    ]);
    expect(clinicalOf(conditionOf({ concernStatus: 'completed' }))).toEqual(['inactive']);
  });

  it('an allergy that is stated to be active stays active though it has an end', () => {
    const { only, codes } = convertAllergies({
      effectiveTime: ended('value="2015"', 'value="2016"'),
      more: aspirin + active,
    });
    expect(clinicalOf(only('AllergyIntolerance'))).toEqual(['active']);
    expect(codes).toContain('status-contradicts-end');
  });

  it('each observation of a concern is a Condition of its own', () => {
    const one = problem({ id: '<id root="2.16.840.1.113883.19.77.6" extension="S-1"/>' });
    const other = one
      .slice(one.indexOf('<entryRelationship'), one.lastIndexOf('</act>'))
      .replace('195967001', '38341003');
    const both = one.replace('</act>', `${other}</act>`);
    const { of } = convert(clinicalDocument({ sections: [section('problems', [both])] }));
    expect(of('Condition').map(({ code }) => codesOf(code)[0])).toEqual(['195967001', '38341003']);
  });
});
