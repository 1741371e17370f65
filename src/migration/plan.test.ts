import { describe, expect, it } from 'vitest';
import type { Examined } from './examine.ts';
import { planRun } from './plan.ts';

const document = (name: string, patient: string, identifier?: string): Examined => ({
  name,
  path: `/${name}`,
  size: 1,
  sha256: `hash of ${name}`,
  state: 'document',
  format: 'ccda',
  scan: {
    patient,
    family: 'family',
    birth: '2000-01-01',
    identifiers: identifier ? [{ system: 'urn:oid:2.999', value: identifier }] : [],
  },
  issues: [],
});

describe('planRun', () => {
  it('groups documents by patient, in the order of ids', () => {
    const { groups } = planRun([document('a', 'p2'), document('b', 'p1'), document('c', 'p2')], 'patient');
    expect(groups.map(({ id, documents }) => [id, documents.map(({ name }) => name)])).toEqual([
      ['p1', ['b']],
      ['p2', ['a', 'c']],
    ]);
  });

  it('makes each document a group of its own on request', () => {
    const { groups } = planRun([document('b', 'p1'), document('a', 'p1')], 'document');
    expect(groups.map(({ id }) => id)).toEqual(['hash of a', 'hash of b']);
  });

  it('reads the same bytes once', () => {
    const twin = { ...document('b', 'p1'), sha256: 'hash of a' };
    const { files, groups } = planRun([document('a', 'p1'), twin], 'patient');
    expect(groups[0]?.documents.map(({ name }) => name)).toEqual(['a']);
    expect(files[1]).toMatchObject({
      state: 'duplicate',
      issues: [{ code: 'file-duplicate', place: { file: 'b' }, details: { other: 'a' } }],
    });
  });

  it('tells of one identifier under two patients, once, and joins nothing', () => {
    const documents = [
      document('a', 'p1', 'X'),
      document('b', 'p2', 'X'),
      document('c', 'p2', 'X'),
      document('d', 'p3'),
    ];
    const { groups, issues } = planRun(documents, 'patient');
    expect(groups).toHaveLength(3);
    expect(issues).toEqual([{ code: 'possible-split', place: { file: 'a' }, details: { count: 2 } }]);
  });
});
