import { describe, expect, it } from 'vitest';
import { mappingOf } from '../../test/mapped-rows.ts';
import { checkColumns } from './check-columns.ts';

const table = mappingOf(`
tables:
  people: { file: people.csv, key: $Id, optional: [MIDDLE], ignore: [COST], columns: { PRESSURE: { split: { at: /, into: [SYS, DIA] } } } }
records:
  - { from: people, to: patient, id: $Id, fields: { names: [{ given: [$FIRST, $MIDDLE], family: $FAMILY }], birthDate: $SYS } }
`).tables.get('people');

describe('the columns of a file', () => {
  it('are held against those that the mapping names', () => {
    if (!table) throw new Error('no table');
    expect(checkColumns(table, ['ID', 'FIRST', 'FAMILLY', 'COST', 'SHOE SIZE', 'PRESSURE'])).toEqual({
      missing: [{ column: 'FAMILY', nearest: 'FAMILLY' }],
      withoutRule: ['FAMILLY', 'SHOE SIZE'],
    });
  });
});
