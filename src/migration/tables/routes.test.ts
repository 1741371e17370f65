import { describe, expect, it } from 'vitest';
import type { Mapping, TableRule } from '../../mapping/index.ts';
import { routesOf } from './routes.ts';

const table = (
  name: string,
  links: Record<string, string> = {},
  more: Partial<TableRule> = {},
): TableRule => ({
  name,
  files: [`${name}.csv`],
  dialect: {},
  key: ['ID'],
  links: Object.entries(links).map(([column, target]) => ({ columns: [column], table: target, to: [] })),
  optional: new Set(),
  ignore: new Set(),
  columns: new Map(),
  mapped: new Set(),
  ...more,
});
const rule = (from: string, to: string, fields = new Map<string, unknown>()) => ({
  name: to,
  from,
  to,
  fields,
});
const routes = (tables: TableRule[], rules = [rule('patients', 'patient')], source = {}) =>
  routesOf({
    source,
    tables: new Map(tables.map((one) => [one.name, one])),
    rules,
  } as unknown as Mapping);
const order = (...tables: TableRule[]) => routes(tables)?.routed.map(({ table }) => table.name);

describe('routes', () => {
  it('reach the patients through tables that reach them, whatever the order of the mapping', () => {
    const chain = [
      table('lines', { NOTE: 'notes' }),
      table('notes', { VISIT: 'visits' }),
      table('patients'),
      table('visits', { PAT: 'patients' }),
    ];
    expect(order(...chain)).toEqual(['patients', 'visits', 'notes', 'lines']);
    expect(routes(chain)?.routed[3]?.steps).toEqual([{ columns: ['NOTE'], table: 'notes', to: ['ID'] }]);
    expect(routes(chain)?.routed[1]?.named).toEqual([['ID']]);
  });

  it('try a direct link first, and a visit where it is empty', () => {
    const found = routes([
      table('results', { VISIT: 'visits', PAT: 'patients' }),
      table('patients'),
      table('visits', { PAT: 'patients' }),
    ]);
    expect(found?.routed.map(({ table, steps }) => [table.name, steps.map((step) => step.table)])).toEqual([
      ['patients', []],
      ['visits', ['patients']],
      ['results', ['patients', 'visits']],
    ]);
  });

  it('leave alone what belongs to no patient', () => {
    const found = routes([
      table('patients', { GP: 'doctors' }),
      table('doctors', { CLINIC: 'clinics' }),
      table('clinics'),
    ]);
    expect(found?.routed).toHaveLength(1);
    expect(found?.shared.map(({ name }) => name)).toEqual(['doctors', 'clinics']);
  });

  it('do not run in circles', () => {
    expect(order(table('patients'), table('a', { B: 'b', P: 'patients' }), table('b', { A: 'a' }))).toEqual([
      'patients',
      'a',
      'b',
    ]);
    expect(order(table('patients'), table('a', { B: 'b' }), table('b', { A: 'a' }))).toEqual(['patients']);
  });

  it('name a table by other columns than its key', () => {
    const allergy = table(
      'allergy',
      {},
      { links: [{ columns: ['ID'], table: 'listed', to: ['ALLERGY_ID'] }] },
    );
    const found = routes([table('patients'), table('listed', { PAT: 'patients' }), allergy]);
    expect(found?.routed[1]?.named).toEqual([['ALLERGY_ID']]);
  });

  it('take a table without links to the rows that join it', () => {
    const join = {
      do: 'lines',
      join: { table: 'text', on: [{ theirs: 'NOTE_ID', ours: { path: ['ID'] } }] },
    };
    const rules = [rule('patients', 'patient'), rule('notes', 'note', new Map([['text', join]]))];
    const found = routes([table('patients'), table('notes', { PAT: 'patients' }), table('text')], rules);
    expect(found?.routed[2]?.steps).toEqual([{ columns: ['NOTE_ID'], table: 'notes', to: ['ID'] }]);
  });

  it('are none without patients', () =>
    expect(routes([table('visits')], [rule('visits', 'encounter')])).toBeUndefined());

  it('leave out what the mapping leaves out', () => {
    const found = routes([table('patients'), table('claims', { PAT: 'patients' }, { leftOut: 'billing' })]);
    expect(found?.leftOut.map(({ name }) => name)).toEqual(['claims']);
    expect(found?.routed).toHaveLength(1);
  });

  it('give what leads to nobody to the patient where the export is of one', () => {
    const tables = [table('patients'), table('history'), table('doctors'), table('words')];
    const rules = [rule('patients', 'patient'), rule('history', 'problem'), rule('doctors', 'practitioner')];
    const found = routes(tables, rules, { patients: 'one' });
    expect(found?.routed.map((route) => route.table.name)).toEqual(['patients', 'history']);
    expect(found?.shared.map(({ name }) => name)).toEqual(['doctors', 'words']);
    expect(routes(tables, rules)?.routed).toHaveLength(1);
  });
});
