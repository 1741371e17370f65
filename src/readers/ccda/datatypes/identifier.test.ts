import { describe, expect, it } from 'vitest';
import { reading } from '../../../../test/reading.ts';
import { readIdentifier, readIdentifiers } from './identifier.ts';

const read = (attributes: string) => reading(`<id ${attributes}/>`, readIdentifier);

// Row by row the guide's table of CDA id → FHIR Identifier.
describe('the guide’s table of identifiers', () => {
  it.each([
    [
      'URL exists',
      'root="2.16.840.1.113883.4.1" extension="987-65-4321"',
      'http://hl7.org/fhir/sid/us-ssn',
      '987-65-4321',
    ],
    [
      'no URL exists',
      'root="2.16.840.1.113883.4.500" extension="12345V7890"',
      'urn:oid:2.16.840.1.113883.4.500',
      '12345V7890',
    ],
    [
      'no URL and no extension',
      'root="2.16.840.1.123.4.50.123456789"',
      'urn:ietf:rfc:3986',
      'urn:oid:2.16.840.1.123.4.50.123456789',
    ],
    [
      'UUID alone, in lower case',
      'root="67265ED2-35BB-43F8-B9DE-91C5935625E0"',
      'urn:ietf:rfc:3986',
      'urn:uuid:67265ed2-35bb-43f8-b9de-91c5935625e0',
    ],
    [
      'UUID with extension',
      'root="67265ED2-35BB-43F8-B9DE-91C5935625E0" extension="abcd"',
      'urn:uuid:67265ed2-35bb-43f8-b9de-91c5935625e0',
      'abcd',
    ],
    ['extension alone', 'extension="Z1124"', undefined, 'Z1124'],
    [
      'a URL under the URI root',
      'root="2.16.840.1.113883.4.873" extension="http://myorg.com/patient/1234"',
      'http://myorg.com/patient',
      '1234',
    ],
    [
      'a URN under the URI root',
      'root="2.16.840.1.113883.4.873" extension="urn:myNID:myOrg:Z3321"',
      'urn:myNID:myOrg',
      'Z3321',
    ],
  ])('%s', (_, attributes, system, value) =>
    expect(read(attributes)).toEqual({ value: { ...(system && { system }), value }, codes: [] }),
  );
});

describe('readIdentifier', () => {
  it.each([
    [
      'a URL without a path is one whole',
      'root="2.16.840.1.113883.4.873" extension="http://myorg.com"',
      { system: 'urn:ietf:rfc:3986', value: 'http://myorg.com' },
    ],
    [
      'a numbering system is nobody’s number',
      'root="2.16.840.1.113883.4.6"',
      { system: 'http://hl7.org/fhir/sid/us-npi', absent: 'unknown' },
    ],
    [
      'a numbering system says why it has no number',
      'root="2.16.840.1.113883.4.1" nullFlavor="MSK"',
      { system: 'http://hl7.org/fhir/sid/us-ssn', absent: 'masked' },
    ],
    [
      'a root with nullFlavor',
      'root="2.16.840.1.113883.19.5" nullFlavor="ASKU"',
      { system: 'urn:oid:2.16.840.1.113883.19.5', absent: 'asked-unknown' },
    ],
    ['nullFlavor alone is nothing', 'nullFlavor="NI"', undefined],
    [
      'an empty extension is none',
      'root="2.16.840.1.113883.19.5.1" extension=" "',
      { system: 'urn:ietf:rfc:3986', value: 'urn:oid:2.16.840.1.113883.19.5.1' },
    ],
    [
      'the assigner is kept',
      'root="2.16.840.1.113883.19.5" extension="7" assigningAuthorityName="Fennel Street"',
      { system: 'urn:oid:2.16.840.1.113883.19.5', value: '7', assigner: 'Fennel Street' },
    ],
    [
      'a valid NPI',
      'root="2.16.840.1.113883.4.6" extension="1234567893"',
      { system: 'http://hl7.org/fhir/sid/us-npi', value: '1234567893' },
    ],
  ])('%s', (_, attributes, value) => expect(read(attributes)).toEqual({ value, codes: [] }));

  it.each([
    [
      'an invalid NPI',
      'root="2.16.840.1.113883.4.6" extension="1234567890"',
      { system: 'urn:oid:2.16.840.1.113883.4.6', value: '1234567890' },
      'npi-invalid',
    ],
    [
      'a root that is no OID',
      'root="LOCAL" extension="7"',
      { system: 'urn:chartlift:id-root:LOCAL', value: '7' },
      'id-root-invalid',
    ],
    [
      'a root alone that is no OID',
      'root="LOCAL"',
      { system: 'urn:chartlift:id-root', value: 'LOCAL' },
      'id-root-invalid',
    ],
  ])('%s is kept, with an issue', (_, attributes, value, code) =>
    expect(read(attributes)).toEqual({ value, codes: [code] }),
  );

  it('reads an id that is written twice once', () => {
    const xml = '<a><id root="1.2.3" extension="1"/><id root="1.2.3" extension="1"/><id root="1.2.3"/></a>';
    expect(reading(xml, readIdentifiers).value?.value).toHaveLength(2);
  });

  it('reads all ids of an element, and says each fault of an id once', () => {
    const xml = '<a><id nullFlavor="NI"/><id extension="1"/><id root="LOCAL" extension="2"/></a>';
    const { value, codes } = reading(xml, (element, scope) => {
      readIdentifiers(element, scope);
      return readIdentifiers(element, scope);
    });
    expect(value?.value.map((one) => one.value)).toEqual(['1', '2']);
    expect(codes).toEqual(['id-root-invalid']);
  });
});
