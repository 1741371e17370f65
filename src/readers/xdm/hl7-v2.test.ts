import { describe, expect, it } from 'vitest';
import { addressOf, identifierOf, nameOf, personOf } from './hl7-v2.ts';

describe("HL7 v2's data types", () => {
  it.each([
    ['7^^^&1.2.3&ISO', { system: 'urn:oid:1.2.3', value: '7' }],
    ['7^^^Clinic&amp;1.2.3&amp;ISO', { system: 'urn:oid:1.2.3', value: '7', assigner: 'Clinic' }],
    ['7^^^Clinic&no-oid&L', { value: '7', assigner: 'Clinic' }],
    ['7', { value: '7' }],
    ['^^^&1.2.3&ISO', undefined],
  ])('a number %s', (text, expected) => expect(identifierOf(text)).toEqual(expected));

  it('a name', () => {
    expect(nameOf('Quillfeather^Ida^M^Jr^Dr')).toEqual({
      family: 'Quillfeather',
      given: ['Ida', 'M'],
      prefix: ['Dr'],
      suffix: ['Jr'],
    });
    expect(nameOf('^^^^')).toBeUndefined();
  });

  it('a person with a number', () =>
    expect(personOf('A-7^Loomweaver^Piers^^^^^^&1.2.3&ISO')).toEqual({
      identifier: { system: 'urn:oid:1.2.3', value: 'A-7' },
      name: { family: 'Loomweaver', given: ['Piers'] },
    }));

  it('an address', () => {
    expect(addressOf('1 Fennel Street^^Heron^IL^60601^US')).toEqual({
      line: ['1 Fennel Street'],
      city: 'Heron',
      state: 'IL',
      postalCode: '60601',
      country: 'US',
    });
    expect(addressOf('^^^^^')).toBeUndefined();
  });
});
