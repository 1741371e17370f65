import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { codeSystemOfValueSet, codeSystems, isKnownSystem, oidOf, uriOf, uriOfName } from './code-systems.ts';
import { externalCodeSystems } from './external-code-systems.ts';
import { v3CodeSystems } from './v3-code-systems.ts';
import { valueSetCodeSystems } from './value-set-oids.ts';

const core = new URL('../../../shared/oracle/definitions/r4.core-4.0.1.json.gz', import.meta.url);

describe('uriOf', () => {
  it.each([
    ['2.16.840.1.113883.6.96', 'http://snomed.info/sct'],
    [' 2.16.840.1.113883.6.1\n', 'http://loinc.org'],
    ['urn:oid:2.16.840.1.113883.6.88', 'http://www.nlm.nih.gov/research/umls/rxnorm'],
    ['2.16.840.1.113883.12.292', 'http://hl7.org/fhir/sid/cvx'],
    ['2.16.840.1.113883.6.59', 'http://hl7.org/fhir/sid/cvx'],
    ['2.16.840.1.113883.6.104', 'http://hl7.org/fhir/sid/icd-9-cm'],
    ['2.16.840.1.113883.6.238', 'urn:oid:2.16.840.1.113883.6.238'],
    ['2.16.840.1.113883.5.4', 'http://terminology.hl7.org/CodeSystem/v3-ActCode'],
    ['2.16.840.1.113883.5.1008', 'http://terminology.hl7.org/CodeSystem/v3-NullFlavor'],
    ['2.16.840.1.113883.12.112', 'http://terminology.hl7.org/CodeSystem/v2-0112'],
    ['2.16.840.1.113883.18.108', 'http://terminology.hl7.org/CodeSystem/v2-0203'],
    ['2.16.840.1.113883.5.53', 'http://nucc.org/provider-taxonomy'],
    ['1.2.3.4.5', 'urn:oid:1.2.3.4.5'],
    ['http://loinc.org', 'http://loinc.org'],
    ['urn:uuid:9a6d1bac-17d3-4195-89c4-1121bc809b5a', 'urn:uuid:9a6d1bac-17d3-4195-89c4-1121bc809b5a'],
    ['9A6D1BAC-17D3-4195-89C4-1121BC809B5A', 'urn:uuid:9a6d1bac-17d3-4195-89c4-1121bc809b5a'],
    ['CPT', 'http://www.ama-assn.org/go/cpt'],
    ['our codes', 'urn:chartlift:code-system:our%20codes'],
    ['2.16.840.01.5', 'urn:chartlift:code-system:2.16.840.01.5'],
  ])('%j is %s', (codeSystem, uri) => expect(uriOf(codeSystem)).toBe(uri));

  it("a value set's OID in the place of a code system leads to the code system", () => {
    expect(uriOf('2.16.840.1.113883.1.11.19563')).toBe('http://terminology.hl7.org/CodeSystem/v3-RoleCode');
    expect(codeSystemOfValueSet('urn:oid:2.16.840.1.113883.1.11.19563')).toBe('2.16.840.1.113883.5.111');
    expect(codeSystemOfValueSet('2.16.840.1.113883.6.1')).toBeUndefined();
    expect(Object.values(valueSetCodeSystems).filter((oid) => !isKnownSystem(oid))).toEqual([]);
  });

  it('says which systems have an official URI', () => {
    expect(isKnownSystem('2.16.840.1.113883.6.1')).toBe(true);
    expect(isKnownSystem('2.16.840.1.113883.6.238')).toBe(true);
    expect(isKnownSystem('2.16.840.1.113883.12.443')).toBe(true);
    expect(isKnownSystem('1.2.3.4.5')).toBe(false);
    expect(isKnownSystem('LOINC')).toBe(false);
  });
});

describe('oidOf', () => {
  it.each([
    ['http://hl7.org/fhir/sid/cvx', '2.16.840.1.113883.12.292'],
    ['http://terminology.hl7.org/CodeSystem/v3-RoleCode', '2.16.840.1.113883.5.111'],
    ['http://terminology.hl7.org/CodeSystem/v2-0443', '2.16.840.1.113883.12.443'],
    ['urn:oid:1.2.3', '1.2.3'],
    ['https://www.usps.com/', undefined],
    ['http://example.org', undefined],
  ])('%s is %s', (uri, oid) => expect(oidOf(uri)).toBe(oid));

  it('is the way back of every registered OID', () => {
    const registered = externalCodeSystems.flatMap(({ oids: [oid] }) => (oid === undefined ? [] : [oid]));
    const v3 = Object.keys(v3CodeSystems).map((arc) => `2.16.840.1.113883.5.${arc}`);
    expect([...registered, ...v3].filter((oid) => oidOf(uriOf(oid)) !== oid)).toEqual([]);
  });
});

describe('uriOfName', () => {
  it.each([
    ['SNOMED CT', 'http://snomed.info/sct'],
    [' SNOMED-CT', 'http://snomed.info/sct'],
    ['RXNORM', 'http://www.nlm.nih.gov/research/umls/rxnorm'],
    ['Rx Norm', 'http://www.nlm.nih.gov/research/umls/rxnorm'],
    ['HL7ActCode', 'http://terminology.hl7.org/CodeSystem/v3-ActCode'],
    ['HL7 RoleCode', 'http://terminology.hl7.org/CodeSystem/v3-RoleCode'],
    ['ICD10CM', 'http://hl7.org/fhir/sid/icd-10-cm'],
    ['2.16.840.1.113883.6.96', 'http://snomed.info/sct'],
  ])('%j is %s', (name, uri) => expect(uriOfName(name)).toBe(uri));

  it.each(['GMTDynamic', '', 'constructor'])('does not guess at %j', (name) =>
    expect(uriOfName(name)).toBeUndefined(),
  );
});

describe('the table', () => {
  it('holds every OID, URI and name once', () => {
    const twice = (texts: string[]) => texts.filter((text, index) => texts.indexOf(text) !== index);
    expect(twice(externalCodeSystems.flatMap(({ oids }) => oids))).toEqual([]);
    expect(twice(externalCodeSystems.map(({ uri }) => uri))).toEqual([]);
    const names = [...externalCodeSystems.flatMap((system) => system.names), ...Object.values(v3CodeSystems)];
    expect(twice(names.map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, '')))).toEqual([]);
  });

  it("agrees with HL7's own code systems of version 2 and 3, and knows all of version 3", ({ skip }) => {
    skip(!existsSync(core), 'no ../shared');
    const { cs } = JSON.parse(gunzipSync(readFileSync(core)).toString()) as {
      cs: Record<string, { oid?: string[] }>;
    };
    const official = Object.entries(cs).flatMap(([url, { oid = [] }]) =>
      oid.map((one) => [one.replace('urn:oid:', ''), url.replace(/\|.*/, '')] as const),
    );
    const v3 = official.filter(([oid]) => /^2\.16\.840\.1\.113883\.5\.\d+$/.test(oid));
    const known = official.filter(([oid]) => isKnownSystem(oid));
    expect(v3.length).toBeGreaterThan(100);
    expect(v3.filter(([oid]) => !isKnownSystem(oid))).toEqual([]);
    expect(known.filter(([oid, url]) => uriOf(oid) !== url)).toEqual([]);
  });
});

describe('a site’s own code systems', () => {
  const own = codeSystems([
    { oid: '2.16.840.1.113883.19.5', uri: 'https://clinic.example/visits', name: 'Visit Types' },
  ]);

  it('have the URI that the site gives them, by OID and by name', () => {
    expect(own.uriOf('urn:oid:2.16.840.1.113883.19.5')).toBe('https://clinic.example/visits');
    expect(own.uriOfName('visit-types')).toBe('https://clinic.example/visits');
    expect(own.isKnown('2.16.840.1.113883.19.5')).toBe(true);
  });

  it('leave all others as they are', () => {
    expect(own.uriOf('2.16.840.1.113883.6.96')).toBe('http://snomed.info/sct');
    expect(own.isKnown('2.16.840.1.113883.19.6')).toBe(false);
    expect(codeSystems().isKnown('2.16.840.1.113883.19.5')).toBe(false);
  });
});
