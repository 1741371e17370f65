import { describe, expect, it } from 'vitest';
import { make } from '../../test/conversion.ts';
import { type Contribution, type Kind, kindNames } from '../record/index.ts';
import { assemble } from './index.ts';

type Item = Readonly<Record<string, unknown>>;

const shelves = ['practitioner', 'practitionerRole', 'organization', 'location', 'device'] as const;
const people = Object.fromEntries(shelves.map((kind) => [kind, []])) as never;

/** What one source says: statements of one kind, of rows where they have keys. */
function said(file: string, kind: Kind, items: readonly Item[], isRows: boolean): Contribution {
  const refs = items.map((_, at) => `${kind}/s${at + 1}`);
  const place = (at: number) => ({ file, line: at + 2 });
  return {
    source: { file, sha256: file, sha1: '', size: 1, mediaType: 'text/plain' },
    precedence: { time: isRows ? '2020' : '2021', hash: file },
    patient: { id: 'p' },
    statements: {
      [kind]: items.map((item, at) => ({ id: `s${at + 1}`, ...item })),
    } as Contribution['statements'],
    people,
    ledger: refs.map((ref, at) => ({
      unit: isRows ? 'row' : 'entry',
      place: place(at),
      state: 'converted',
      into: [ref],
    })),
    units: {},
    trace: new Map(refs.map((ref, at) => [ref, { code: [{ line: at + 2, path: () => '' }] }])),
    ...(isRows && { keys: new Map(refs.map((ref) => [ref, `key of ${ref}`])) }),
    issues: [],
  };
}

function together(kind: Kind, inDocument: readonly Item[], inRows: readonly Item[]) {
  const own = inDocument.map((item, at) => ({
    identifiers: [{ system: 'urn:oid:1.2.3', value: `${at}-17` }],
    ...item,
  }));
  const sources = [said('a.xml', kind, own, false), said('a.csv', kind, inRows, true)];
  const { record, ledger } = assemble(sources, { make, patient: 'p' });
  const backwards = assemble(sources.toReversed(), { make, patient: 'p' }).record;
  expect(backwards.statements).toEqual(record.statements);
  for (const one of kindNames) if (one !== kind) expect(record.statements[one]).toEqual([]);
  return {
    items: record.statements[kind] as readonly Item[],
    states: ledger.map(({ place, state }) => `${place.file} ${state}`),
    trace: record.trace,
  };
}
const count = (...all: Parameters<typeof together>): number => together(...all).items.length;

const code = {
  codings: [{ system: 'http://snomed.info/sct', code: '91936005', display: 'Allergy to penicillin' }],
};
const allergy = { code, clinicalStatus: 'active', onset: { value: '2001-02-03' } };
const result = {
  code: { codings: [{ system: 'http://loinc.org', code: '2345-7' }] },
  status: 'final',
  effective: { value: '2020-01-02T10:00:00+00:00' },
  value: { quantity: { value: '101', code: 'mg/dL' } },
};

describe('what a document and rows say alike', () => {
  it('is one statement, with both in its account', () => {
    const words = { ...code, text: 'Penicillin' };
    const visit = { ...allergy, recorded: { value: '2001-02-03' } };
    const { items, states, trace } = together('allergy', [{ ...allergy, code: words }], [visit]);
    expect(items).toMatchObject([{ code: words, recorded: { value: '2001-02-03' } }]);
    expect(states).toEqual(['a.csv merged', 'a.xml converted']);
    expect(Object.keys(trace ?? {})).toHaveLength(1);
  });

  it('is one where a day or a number is written otherwise', () => {
    expect(count('allergy', [{ ...allergy, onset: { value: '2001-02-03T10:00:00+00:00' } }], [allergy])).toBe(
      1,
    );
    const value = { quantity: { value: '101.0', code: 'mg/dL' } };
    expect(
      count('observation', [result], [{ ...result, value, effective: { value: '2020-01-02T10:00:00Z' } }]),
    ).toBe(1);
  });

  it.each<[string, Item]>([
    ['status', { clinicalStatus: 'resolved' }],
    ['day', { onset: { value: '2001-02-04' } }],
    ['month alone', { onset: { value: '2001-02' } }],
    ['end', { abatement: { value: '2019-01-01' } }],
    ['verification', { verificationStatus: 'refuted' }],
    ['code', { code: { codings: [{ system: 'http://snomed.info/sct', code: '300913006' }] } }],
    ['words without a code', { code: { codings: [], text: 'Allergy to penicillin' } }],
    ['status that only one of them has', { clinicalStatus: undefined }],
  ])('is two where they differ in the %s', (_, other) => {
    expect(count('allergy', [allergy], [{ ...allergy, ...other }])).toBe(2);
    expect(count('allergy', [{ ...allergy, ...other }], [allergy])).toBe(2);
  });

  it.each<[string, Item]>([
    ['value', { value: { quantity: { value: '102', code: 'mg/dL' } } }],
    ['unit', { value: { quantity: { value: '101', code: 'mmol/L' } } }],
    ['minute', { effective: { value: '2020-01-02T10:01:00+00:00' } }],
    ['value that only one of them has', { value: undefined }],
    ['components', { components: [{ code, value: { string: 'x' } }] }],
  ])('is two results where they differ in the %s', (_, other) => {
    expect(count('observation', [result], [{ ...result, ...other }])).toBe(2);
    expect(count('observation', [{ ...result, ...other }], [result])).toBe(2);
  });

  it('is one visit where it bears one UUID and has one time, and two where its time differs', () => {
    const id = 'c987b0fc-015a-663e-bf7c-2a50d12d80d5';
    const visit = { status: 'finished', period: { start: { value: '2020-01-02T10:00:00+00:00' } } };
    const own = { ...visit, identifiers: [{ system: 'urn:ietf:rfc:3986', value: `urn:uuid:${id}` }] };
    const row = { ...visit, identifiers: [{ system: 'urn:example', value: id }] };
    const { items } = together('encounter', [own], [row]);
    expect(items).toMatchObject([{ identifiers: [{ value: `urn:uuid:${id}` }, { value: id }] }]);
    const later = { period: { start: { value: '2020-01-02T11:00:00+00:00' } } };
    expect(count('encounter', [own], [{ ...row, ...later }])).toBe(2);
    expect(count('encounter', [own], [{ ...row, status: 'cancelled' }])).toBe(2);
    const ended = { period: { ...visit.period, end: { value: '2020-01-02T10:30:00+00:00' } } };
    expect(count('encounter', [own], [{ ...row, ...ended }])).toBe(2);
  });

  it('is left apart where one of them says it twice: nobody knows which is meant', () => {
    expect(count('allergy', [allergy], [allergy, { ...allergy, category: 'food' }])).toBe(3);
  });

  it('keeps what only the later source says of it; what only the older one says would be lost', () => {
    const { items } = together('allergy', [{ ...allergy, criticality: 'high' }], [allergy]);
    expect(items).toMatchObject([{ criticality: 'high' }]);
    expect(count('allergy', [allergy], [{ ...allergy, criticality: 'high' }])).toBe(2);
  });
});
