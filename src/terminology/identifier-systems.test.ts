import { describe, expect, it } from 'vitest';
import { identifierSystemOf, npiOid, rootsThatNeedExtension } from './identifier-systems.ts';

describe('identifierSystemOf', () => {
  it.each([
    ['2.16.840.1.113883.4.1', 'http://hl7.org/fhir/sid/us-ssn'],
    [npiOid, 'http://hl7.org/fhir/sid/us-npi'],
    ['2.16.840.1.113883.4.927', 'http://hl7.org/fhir/sid/us-mbi'],
    ['2.16.840.1.113883.4.3.25', 'urn:oid:2.16.840.1.113883.4.3.25'],
    ['2.16.840.1.113883.19.5', 'urn:oid:2.16.840.1.113883.19.5'],
    ['EC8A6FF8-ED4B-4F7E-82C3-E98E58B45DE7', 'urn:uuid:ec8a6ff8-ed4b-4f7e-82c3-e98e58b45de7'],
    ['http://example.org/mrn', 'http://example.org/mrn'],
    ['MRN list', 'urn:chartlift:id-root:MRN%20list'],
  ])('%s is %s', (root, system) => expect(identifierSystemOf(root)).toBe(system));

  it('knows the roots that need an extension', () => {
    expect(rootsThatNeedExtension.has('2.16.840.1.113883.4.1')).toBe(true);
    expect(rootsThatNeedExtension.has('2.16.840.1.113883.4.3.25')).toBe(true);
    expect(rootsThatNeedExtension.has('2.16.840.1.113883.19.5')).toBe(false);
  });
});
