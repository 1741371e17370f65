import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { PatientScan } from '../../readers/index.ts';
import { idMaker, patientId } from '../../record/index.ts';
import { openIdentityUnion } from './identity-union.ts';
import { openKeyStore } from './key-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'chartlift-'));
afterAll(() => rmSync(folder, { recursive: true }));

const make = idMaker();
const scan = (
  identifiers: Record<string, string>,
  birth = '1980-05-05',
  family = 'commaswell',
): PatientScan => {
  const list = Object.entries(identifiers).map(([system, value]) => ({ system: `urn:${system}`, value }));
  const names = [{ family }];
  return {
    patient: patientId(make, { identifiers: list, birth, names, source: '' }),
    identifiers: list,
    birth,
    family,
  };
};

/** What tells rows of a table from each other. */
const keyOf = ({ identifiers }: PatientScan): string => JSON.stringify(identifiers);

function ids(documents: readonly PatientScan[], ...exports: (readonly PatientScan[])[]): string[] {
  const store = openKeyStore(folder, 'keys', 0);
  const union = openIdentityUnion(store);
  for (const one of documents) union.addDocument(one);
  for (const [from, rows] of exports.entries()) for (const one of rows) union.addRow(one, from, keyOf(one));
  union.settle(make);
  store.close();
  const inRows = exports.flatMap((rows, from) =>
    rows.map((one) => union.idOfRow({ id: one.patient, key: keyOf(one) }, from)),
  );
  return [...documents.map(({ patient }) => union.idOf(patient)), ...inRows];
}
const charts = (...all: Parameters<typeof ids>) => new Set(ids(...all)).size;

describe('a patient whom documents and tables know', () => {
  const inDocument = scan({ b: '2', ssn: '9' });
  const inTable = scan({ a: '1', ssn: '9' });

  it('is one, under the id that all identifiers together give', () => {
    expect(ids([inDocument], [inTable])).toEqual(Array(2).fill(scan({ a: '1', b: '2', ssn: '9' }).patient));
  });

  it('is one whatever the order', () => {
    const third = scan({ c: '3', a: '1' });
    const orders = [ids([inDocument], [inTable], [third]), ids([inDocument], [third], [inTable])];
    expect(orders).toEqual(Array(2).fill(Array(3).fill(scan({ a: '1', b: '2', c: '3', ssn: '9' }).patient)));
  });

  it('is another with another birth date, family name or number', () => {
    expect(charts([inDocument], [scan({ a: '1', ssn: '9' }, '1980-05-06')])).toBe(2);
    expect(charts([inDocument], [scan({ a: '1', ssn: '9' }, '1980-05-05', 'other')])).toBe(2);
    expect(charts([inDocument], [scan({ a: '1', ssn: '8' })])).toBe(2);
    expect(charts([inDocument], [scan({ a: '1', x: '9' })])).toBe(2);
  });

  it('is left alone where birth date or family name is not known', () =>
    expect(charts([scan({ b: '2', ssn: '9' }, '')], [scan({ a: '1', ssn: '9' }, '')])).toBe(2));
});

describe('two rows of one export', () => {
  const twin = scan({ a: '1', policy: '9' });
  const other = scan({ a: '2', policy: '9' });

  it('are two patients, whatever number they share', () => expect(charts([], [twin, other])).toBe(2));

  it('are not joined by a document that has this number too', () => {
    expect(charts([scan({ d: '4', policy: '9' })], [twin, other])).toBe(3);
    expect(ids([scan({ a: '1', policy: '9' })], [twin, other])[0]).toBe(twin.patient);
  });

  it('are not joined by a document that has a number of each', () => {
    const both = scan({ d: '4', x: '1', y: '2' });
    expect(charts([both], [scan({ a: '1', x: '1' }), scan({ a: '2', y: '2' })])).toBe(3);
  });

  it('are two also where the number that they share is the one that ids are made of', () => {
    const twins = [scan({ a: '9', number: '1' }), scan({ a: '9', number: '2' })];
    expect(new Set(twins.map(({ patient }) => patient)).size).toBe(1);
    expect(charts([], twins)).toBe(2);
    expect(charts([], twins.toReversed())).toBe(2);
    expect(ids([], twins)).toEqual(ids([], twins.toReversed()).toReversed());
    expect(charts([scan({ a: '9', other: '4' })], twins)).toBe(3);
    expect(charts([], twins, [scan({ number: '2', x: '5' })])).toBe(2);
  });

  it('are one where nothing of what they say differs but the key of the row', () =>
    expect(charts([], [scan({ a: '1' }), scan({ a: '1', b: '2' })])).toBe(1));

  it('are told of where they share a number', () => {
    const store = openKeyStore(folder, 'told', 0);
    const union = openIdentityUnion(store);
    for (const one of [twin, other, twin]) union.addRow(one, 0, one.patient);
    union.addDocument(scan({ d: '4', policy: '9' }));
    expect(union.settle(make)).toEqual([3]);
    store.close();
  });
});

it('leaves documents alone that no table joins', () =>
  expect(charts([scan({ b: '2', ssn: '9' }), scan({ a: '1', ssn: '9' })])).toBe(2));
