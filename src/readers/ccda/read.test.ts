import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  clinicalDocument,
  patientOf,
  problem,
  recordTarget,
  section,
} from '../../../test/clinical-document.ts';
import { contributionOf, inputOf, make } from '../../../test/conversion.ts';
import { readCcda, scanCcda } from './read.ts';

const folder = new URL('../../../fixtures/ccda/', import.meta.url);
const fixtures = readdirSync(folder).filter((name) => name.endsWith('.xml'));
const codesOf = (xml: string) => readCcda(inputOf(xml), { make }).issues.map(({ code }) => code);

describe('readCcda', () => {
  it('converts a document without patient under a patient of its own', () => {
    const [one, other] = ['1', '2'].map((extension) =>
      contributionOf(
        clinicalDocument({
          recordTarget: '',
          identity: `<id root="1.2.3" extension="${extension}"/>`,
          sections: [section('problems', [problem()])],
        }),
      ),
    );
    expect(one?.issues.map(({ code }) => code)).toContain('document-without-patient');
    expect(one?.statements.problem).toHaveLength(1);
    expect(one?.patient.id).not.toBe(other?.patient.id);
  });

  it('refuses a document of several patients', () => {
    const xml = clinicalDocument({ recordTarget: recordTarget + recordTarget });
    for (const result of [readCcda(inputOf(xml), { make }), scanCcda(inputOf(xml), { make })]) {
      expect(result).toMatchObject({
        kind: 'unreadable',
        issues: [{ code: 'document-several-patients', details: { count: 2 } }],
      });
    }
  });

  it('says that a patient has no usable identifier', () =>
    expect(
      codesOf(
        clinicalDocument({
          recordTarget: patientOf('<id nullFlavor="UNK"/>', '<name><family>A</family></name>'),
        }),
      ),
    ).toContain('patient-unidentified'));

  it.each([
    ['no XML', 'hello', 'xml-not-well-formed'],
    ['a cut document', clinicalDocument().slice(0, 900), 'xml-not-well-formed'],
    ['another root', '<Bundle xmlns="http://hl7.org/fhir"/>', 'document-not-cda'],
    ['a document type', `<!DOCTYPE a>${clinicalDocument().replace(/<\?xml.*?\?>\n/, '')}`, 'xml-refused'],
  ])('refuses %s', (_, xml, code) => expect(codesOf(xml)).toEqual([code]));

  it('has one line for the document, for each participant of its header, each narrative and each entry', () => {
    const { ledger } = contributionOf(
      clinicalDocument({ sections: [section('problems', [problem(), problem()])] }),
    );
    expect(ledger.map(({ unit }) => unit)).toEqual([
      'document',
      'narrative',
      'entry',
      'entry',
      'header',
      'header',
      'header',
    ]);
  });

  it('speaks by its version in a set, then by its time', () => {
    const identity =
      '<setId root="1.2.3" extension="S"/><versionNumber value="3"/><effectiveTime value="20200102"/>';
    expect(contributionOf(clinicalDocument({ identity })).precedence).toMatchObject({
      set: 'urn:oid:1.2.3|S',
      version: 3,
      time: '20200102',
    });
    expect(contributionOf(clinicalDocument()).precedence).toMatchObject({
      set: undefined,
      version: undefined,
    });
  });

  it('gives the same contribution for the same bytes', () => {
    const xml = readFileSync(new URL('ccd-r21.xml', folder));
    const text = () =>
      JSON.stringify(contributionOf(xml), (key, value) => (key === 'trace' ? [...value.keys()] : value));
    expect(text()).toBe(text());
  });
});

describe.each(fixtures)('fixture %s', (name) => {
  const file = inputOf(readFileSync(new URL(name, folder)), name);

  it('is scanned for the patient that it is read for', () => {
    const scan = scanCcda(file, { make });
    expect(scan).toHaveProperty('patient', contributionOf(file.bytes, { name }).patient.id);
  });

  it('gives no statement a reference that leads nowhere', () => {
    const { statements, people, patient } = contributionOf(file.bytes, { name });
    const ids = Object.entries({ ...statements, ...people }).flatMap(([kind, items]) =>
      (items ?? []).map(({ id }) => `${kind}/${id}`),
    );
    const known = new Set([...ids, 'patient', `patient/${patient.id}`]);
    const refs = [...JSON.stringify([statements, people, patient]).matchAll(/"ref":"([^"]*)"/g)].map(
      ([, ref = '']) => ref,
    );
    expect(refs.filter((ref) => !known.has(ref))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says nothing of an element twice', () => {
    const places = contributionOf(file.bytes, { name }).issues.map(
      ({ code, place }) => `${code} ${place.line} ${place.path}`,
    );
    expect(places.filter((one, index) => one.includes('/') && places.indexOf(one) !== index)).toEqual([]);
  });
});
