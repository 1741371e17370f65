import { describe, expect, it } from 'vitest';
import { noStatements } from '../../../test/no-statements.ts';
import {
  type Document,
  idMaker,
  type PatientRecord,
  type Problem,
  recordFormat,
} from '../../record/index.ts';
import type { Composition, DocumentReference, Provenance } from './fhir-types.ts';
import { toJson } from './json.ts';
import type { FhirOptions } from './options.ts';
import { patientResources } from './patient-resources.ts';

const options: FhirOptions = {
  bundle: 'transaction',
  maxEntries: 100,
  source: 'file',
  program: { name: 'Chartlift', version: '0.1.0' },
  asOf: '2026-01-01T00:00:00Z',
  format: 'json',
  make: (...parts) => parts.join('-'),
};
const source = { file: 'a.xml', sha256: 'ab', sha1: 'cd', size: 3, mediaType: 'application/xml' };
const author = { who: { ref: 'practitioner/dr' }, time: { value: '2014' } };
const problem = (id: string): Problem => ({ id, code: { codings: [] }, authors: [author] });
const record = (document: Document[], problems: Problem[] = []): PatientRecord => ({
  format: recordFormat,
  patient: { id: 'p' },
  statements: { ...noStatements, document, problem: problems },
  people: { practitioner: [], practitionerRole: [], organization: [], location: [], device: [] },
});
const all = <T>(type: string, documents: Document[], problems: Problem[] = [], how = options): T[] =>
  patientResources(record(documents, problems), how)
    .resources.filter(({ resourceType }) => resourceType === type)
    .map((one) => JSON.parse(toJson(one)) as T);

describe('Composition', () => {
  const composition = (item: Partial<Document>) =>
    all<Composition>('Composition', [{ id: 'd', source, ...item }])[0];

  it('invents nothing that FHIR requires', () => {
    expect(composition({})).toEqual({
      resourceType: 'Composition',
      id: 'd',
      status: 'final',
      type: { extension: [expect.objectContaining({ valueCode: 'unknown' })] },
      subject: { reference: 'Patient/p' },
      _date: { extension: [expect.objectContaining({ valueCode: 'unknown' })] },
      author: [{ extension: [expect.objectContaining({ valueCode: 'unknown' })], display: 'Unknown' }],
      _title: { extension: [expect.objectContaining({ valueCode: 'unknown' })] },
    });
  });

  it('gives an empty section a text (cmp-1), and a reason only where there are no entries (cmp-2)', () => {
    const entries = [{ ref: 'problem/x' }];
    const section = composition({
      sections: [
        { title: 'a' },
        { title: 'b', emptyReason: 'nilknown', entries },
        { sections: [{ title: 'c' }] },
      ],
    })?.section;
    expect(section?.[0]?.text?.status).toBe('empty');
    expect(section?.[1]).toEqual({ title: 'b', entry: [{ reference: 'Condition/x' }] });
    expect(section?.[2]).not.toHaveProperty('text');
  });

  it('names templates as URIs', () => {
    expect(composition({ templates: ['1.2.3', '1.2.3:2015-08-01', 'urn:oid:1.2'] })?.meta?.tag).toEqual(
      ['urn:oid:1.2.3', 'urn:hl7ii:1.2.3:2015-08-01', 'urn:oid:1.2'].map((code) => ({
        system: 'urn:ietf:rfc:3986',
        code,
      })),
    );
  });
});

describe('DocumentReference', () => {
  const set = { system: 's', value: 'set' };
  const first: Document = {
    id: 'a',
    source,
    identifiers: [{ system: 's', value: '1' }],
    setId: set,
    version: '9',
  };
  const references = (documents: Document[], how = options) =>
    all<DocumentReference>('DocumentReference', documents, [], how);

  it('points at the file, with its hash', () => {
    expect(references([first])[0]?.content).toEqual([
      { attachment: { contentType: 'application/xml', url: 'documents/ab.xml', size: 3, hash: 'cd' } },
    ]);
  });

  it('holds the bytes where they are to be embedded', () => {
    const how: FhirOptions = { ...options, source: 'embed', sourceBytes: () => Buffer.from('abc') };
    expect(references([first], how)[0]?.content[0]?.attachment).toMatchObject({ data: 'YWJj' });
    expect(references([first], how)[0]?.content[0]?.attachment).not.toHaveProperty('url');
  });

  it('is superseded by a later version of its set, and by what replaces it', () => {
    const later = { ...first, id: 'b', identifiers: [], version: '10' };
    expect(references([first, later]).map(({ status }) => status)).toEqual(['superseded', 'current']);
    const replacing: Document = {
      id: 'c',
      source,
      related: [{ type: 'replaces', identifiers: first.identifiers ?? [] }],
    };
    const [old, now] = references([first, replacing]);
    expect([old?.status, now?.status]).toEqual(['superseded', 'current']);
    expect(now?.relatesTo).toEqual([
      { code: 'replaces', target: { reference: 'DocumentReference/DocumentReference-a' } },
    ]);
  });

  it('has a date only where it is a full instant', () => {
    const dated = (value: string) => references([{ ...first, date: { value } }])[0]?.date;
    expect(dated('2020-01-01T10:00:00-05:00')).toBe('2020-01-01T10:00:00-05:00');
    expect(dated('2020-01-01')).toBeUndefined();
  });
});

describe('Provenance', () => {
  const document: Document = {
    id: 'd',
    source,
    authors: [author],
    sections: [{ entries: [{ ref: 'problem/x' }] }],
  };
  const provenance = (documents: Document[], problems: Problem[] = []) =>
    all<Provenance>('Provenance', documents, problems);

  it('says of all that a document gave that this program assembled it from that source', () => {
    const [one] = provenance([document]);
    expect(one?.target.map(({ reference }) => reference)).toEqual([
      'Composition/d',
      'DocumentReference/DocumentReference-d',
      'Patient/p',
      'Condition/x',
    ]);
    expect(one?.recorded).toBe(options.asOf);
    expect(
      one?.agent.map(({ type, who }) => [type?.coding?.[0]?.code, who.display ?? who.reference]),
    ).toEqual([
      ['assembler', 'Chartlift 0.1.0'],
      ['author', 'Practitioner/dr'],
    ]);
    expect(one?.entity?.[0]).toMatchObject({
      role: 'source',
      what: { reference: 'DocumentReference/DocumentReference-d', identifier: { value: 'ab' } },
    });
  });

  it('says once who wrote which statements when', () => {
    const [one, ...others] = provenance([], [problem('x'), problem('y')]);
    expect(others).toEqual([]);
    expect(one?.target).toEqual([{ reference: 'Condition/x' }, { reference: 'Condition/y' }]);
    expect(one?.occurredDateTime).toBe('2014');
  });

  it('has the same ids for the same record', () => {
    const ids = () =>
      patientResources(record([document], [problem('x')]), { ...options, make: idMaker() }).resources.map(
        ({ id }) => id,
      );
    expect(ids()).toEqual(ids());
    expect(new Set(ids()).size).toBe(ids().length);
  });
});
