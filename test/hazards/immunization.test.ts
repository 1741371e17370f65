import { describe, expect, it } from 'vitest';
import { clinicalDocument, section } from '../clinical-document.ts';
import { convert, type Json } from '../conversion.ts';
import { codesOf, fixture, negated } from './hazard.ts';
import { noCode, type SubstanceParts, substance, vaccinated } from './substance.ts';

const shotOf = (parts: SubstanceParts): Json => vaccinated(parts).only('Immunization');
const refusal =
  '<entryRelationship typeCode="RSON"><observation classCode="OBS" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.53"/><code code="PATOBJ" codeSystem="2.16.840.1.113883.5.8"/><statusCode code="completed"/></observation></entryRelationship>';

describe('a refused vaccine', () => {
  it('was not given', () => {
    const shot = convert(fixture('hazards.xml')).only('Immunization');
    expect(shot.status).toBe('not-done');
    expect(codesOf(shot.statusReason)).toEqual(['RELIG']);
    expect(shot.occurrenceDateTime).toBe('2010-03');
    expect(shot.reasonCode).toBeUndefined();
  });

  it.each(['completed', 'active', 'aborted', 'cancelled'])(
    'was not given whatever its status (%s)',
    (status) => expect(shotOf({ attributes: `moodCode="EVN" ${negated}`, status }).status).toBe('not-done'),
  );

  it('is a refusal in the mood INT too', () =>
    expect(shotOf({ attributes: `moodCode="INT" ${negated}`, after: refusal }).status).toBe('not-done'));

  it('was not given though the export forgot the negation', () => {
    const { only, codes } = vaccinated({ after: refusal });
    expect(only('Immunization').status).toBe('not-done');
    expect(codes).toContain('refused-yet-given');
  });

  it('without a vaccine is a refusal of all', () => {
    const conversion = vaccinated({ attributes: `moodCode="EVN" ${negated}`, code: noCode, after: refusal });
    expect(conversion.only('Immunization').status).toBe('not-done');
    expect(conversion.record.statements.noneKnown).toEqual([]);
  });

  it('entered in error stays an error', () =>
    expect(shotOf({ attributes: `moodCode="EVN" ${negated}`, status: 'nullified' }).status).toBe(
      'entered-in-error',
    ));
});

describe('no immunizations known', () => {
  it.each([
    [
      'a negated vaccine in general',
      {
        attributes: `moodCode="EVN" ${negated}`,
        code: noCode,
        words:
          '<originalText>Vaccination</originalText><translation code="71181003" codeSystem="2.16.840.1.113883.6.96"/>',
      },
    ],
    [
      'words alone',
      {
        attributes: 'moodCode="INT" negationInd="false"',
        times: '',
        code: noCode,
        words: '<originalText>No known immunization history</originalText>',
      },
    ],
  ] satisfies [string, SubstanceParts][])('%s', (_, parts) => {
    const conversion = vaccinated(parts);
    expect([...conversion.of('Immunization'), ...conversion.of('MedicationRequest')]).toEqual([]);
    expect(codesOf(conversion.only('Composition').section[0].emptyReason)).toEqual(['nilknown']);
    expect(conversion.record.statements.noneKnown).toMatchObject([{ about: 'immunizations' }]);
  });
});

describe('a vaccine', () => {
  it('that is planned was not given', () => {
    const planned = substance({
      template: '2.16.840.1.113883.10.20.22.4.120',
      attributes: 'moodCode="INT"',
      code: 'code="33" codeSystem="2.16.840.1.113883.12.292"',
    });
    const conversion = convert(clinicalDocument({ sections: [section('plan', [planned])] }));
    expect(conversion.of('Immunization')).toEqual([]);
    expect(conversion.only('MedicationRequest')).toMatchObject({ intent: 'order', status: 'active' });
  });

  it.each([
    ['completed', 'completed'],
    ['active', 'completed'],
    ['aborted', 'not-done'],
    ['cancelled', 'not-done'],
    ['held', 'not-done'],
    ['new', 'not-done'],
    ['nullified', 'entered-in-error'],
  ])('of the status %s is %s', (status, expected) => expect(shotOf({ status }).status).toBe(expected));

  it.each([
    ['<effectiveTime value="201003"/>', '2010-03'],
    [
      '<effectiveTime xsi:type="IVL_TS"><low value="20100301"/><high value="20100302"/></effectiveTime>',
      '2010-03-01',
    ],
  ])('of %s was given then', (times, expected) =>
    expect(shotOf({ times }).occurrenceDateTime).toBe(expected),
  );

  it('of an unknown time says so', () =>
    expect(
      shotOf({ times: '<effectiveTime nullFlavor="UNK"/>' })._occurrenceDateTime.extension[0].valueCode,
    ).toBe('unknown'));

  it('is the number of its series only where it is one', () => {
    expect(shotOf({ more: '<repeatNumber value="2"/>' }).protocolApplied).toEqual([
      { doseNumberPositiveInt: 2 },
    ]);
    const none = vaccinated({ more: '<repeatNumber value="0"/>' });
    expect(none.only('Immunization').protocolApplied).toBeUndefined();
    expect(none.codes).toContain('repeat-number-invalid');
  });

  it('keeps its lot', () =>
    expect(shotOf({ product: '<lotNumberText>L-7</lotNumberText>' }).lotNumber).toBe('L-7'));

  it('in the older CCD is told from a drug by its section', () => {
    const both = substance({ template: '2.16.840.1.113883.10.20.1.24' });
    const types = (kind: 'medications' | 'immunizations'): string[] =>
      convert(clinicalDocument({ sections: [section(kind, [both])] }))
        .resources.map(({ resourceType }) => resourceType)
        .filter((type) => /^(Medication|Immunization)/.test(type));
    expect([types('medications'), types('immunizations')]).toEqual([['MedicationRequest'], ['Immunization']]);
  });
});
