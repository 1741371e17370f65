import { describe, expect, it } from 'vitest';
import { allGroups } from './groups.ts';
import type { Group } from './plan.ts';

const document = (id: string): Group => ({ id, documents: [{ name: id } as never] });
const groups = (documents: string[], patients: string[]) =>
  [
    ...allGroups(
      documents.map(document),
      patients.map((id) => ({ id, rows: [id] as never })),
    ),
  ].map(({ id, documents, rows }) => `${id}${documents.length > 0 ? ' d' : ''}${rows ? ' r' : ''}`);

describe('groups', () => {
  it.each([
    [
      ['a', 'c'],
      ['b', 'd'],
      ['a d', 'b r', 'c d', 'd r'],
    ],
    [
      ['a', 'b'],
      ['a', 'b'],
      ['a d r', 'b d r'],
    ],
    [['b'], ['a', 'b', 'c'], ['a r', 'b d r', 'c r']],
    [['a', 'b'], [], ['a d', 'b d']],
    [[], ['a'], ['a r']],
  ])('of %j and %j come in order, one a patient', (documents, patients, expected) =>
    expect(groups(documents, patients)).toEqual(expected),
  );
});
