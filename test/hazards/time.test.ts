import { describe, expect, it } from 'vitest';
import { offsetsOf } from '../../src/migration/zone.ts';
import { clinicalDocument, type DocumentParts, problem, section } from '../clinical-document.ts';
import { convert, type Json } from '../conversion.ts';
import { conditionOf, convertProblems, ended, fixture } from './hazard.ts';

describe('time', () => {
  it('201003 stays a month', () =>
    expect(conditionOf({ effectiveTime: ended('value="201003"', 'nullFlavor="NI"') }).onsetDateTime).toBe(
      '2010-03',
    ));

  it('an end before its beginning is said, and both are kept', () => {
    const converted = convertProblems({ effectiveTime: ended('value="20100301"', 'value="20090401"') });
    expect(converted.only('Condition')).toMatchObject({
      onsetDateTime: '2010-03-01',
      abatementDateTime: '2009-04-01',
    });
    expect(converted.issues.filter(({ code }) => code === 'end-before-start')).toHaveLength(1);
    const rightly = convertProblems({ effectiveTime: ended('value="2010"', 'value="20100401"') });
    expect(rightly.issues.map(({ code }) => code)).not.toContain('end-before-start');
  });

  const at = (value: string): string => `<effectiveTime><low value="${value}"/></effectiveTime>`;
  const onset = (value: string, zone?: string): Json => {
    const xml = clinicalDocument({
      sections: [section('problems', [problem({ effectiveTime: at(value) })])],
    });
    return convert(xml, zone ? { offsetAt: offsetsOf(zone) } : {}).only('Condition');
  };

  it('a local time gains no offset', () => {
    const condition = onset('20100301103000');
    expect(condition.onsetDateTime).toBe('2010-03-01');
    expect(condition._onsetDateTime.extension).toEqual([
      { url: 'http://hl7.org/fhir/StructureDefinition/originalText', valueString: '20100301103000' },
    ]);
  });

  it('a date-time keeps its own offset, whatever the site’s is', () =>
    expect(onset('20100301103000+0530', 'America/Chicago').onsetDateTime).toBe('2010-03-01T10:30:00+05:30'));

  it('an offset that is none is not replaced by the site’s', () => {
    const condition = onset('20100301103000-5000', 'America/Chicago');
    expect(condition.onsetDateTime).toBe('2010-03-01');
    expect(condition._onsetDateTime.extension[0].valueString).toBe('20100301103000-5000');
  });

  it('never another element’s offset', () => {
    const parts: DocumentParts = {
      identity: '<id root="2.16.840.1.113883.19.77.9"/><effectiveTime value="20100302080000-0700"/>',
      sections: [
        section('problems', [
          problem({ effectiveTime: ended('value="20100301103000"', 'value="20100401103000-0600"') }),
        ]),
      ],
    };
    const condition = convert(clinicalDocument(parts)).only('Condition');
    expect(condition.onsetDateTime).toBe('2010-03-01');
    expect(condition.abatementDateTime).toBe('2010-04-01T10:30:00-06:00');
  });

  it('--timezone knows daylight saving', () => {
    expect(onset('20100115103000', 'America/Chicago').onsetDateTime).toBe('2010-01-15T10:30:00-06:00');
    expect(onset('20100715103000', 'America/Chicago').onsetDateTime).toBe('2010-07-15T10:30:00-05:00');
  });

  it.each([
    ['never was', '20100314023000', '2010-03-14'],
    ['came twice', '20101107013000', '2010-11-07'],
  ])('a local time that %s is written as a date', (_, literal, date) => {
    const condition = onset(literal, 'America/Chicago');
    expect(condition.onsetDateTime).toBe(date);
    expect(condition._onsetDateTime.extension[0].valueString).toBe(literal);
  });

  it('what is no time is kept as text and never guessed', () => {
    const condition = onset('20101331');
    expect(condition.onsetDateTime).toBeUndefined();
    expect(JSON.stringify(condition._onsetDateTime)).toContain('20101331');
  });

  it('a birth date of a year stays a year', () =>
    expect(convert(fixture('hazards.xml')).only('Patient').birthDate).toBe('1957'));
});
