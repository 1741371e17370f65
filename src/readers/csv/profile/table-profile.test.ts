import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openTable } from '../../../../test/tables.ts';
import { LinkFinder } from './links.ts';
import { TableProfiler } from './table-profile.ts';

async function profiled(text: string, table = 'a') {
  const open = await openTable(text, { table, file: `${table}.csv` });
  const profiler = new TableProfiler(open.layout, open.dialect);
  for await (const block of open.blocks) profiler.push(block);
  return { ...profiler.profile(), isHeaderless: profiler.isHeaderless };
}
const lines = (header: string, rows: readonly string[]) => `${[header, ...rows].join('\n')}\n`;
const times = (count: number, row: (at: number) => string) => [...Array(count).keys()].map(row);

describe('a profile', () => {
  it('counts rows, empty cells, different values, bad rows and lines that are none', async () => {
    const text = lines('ID,KIND', ['1,a', '2,NULL', '3,', '4,a', '5,b,c', '', 'Total: 4']);
    const { profile } = await profiled(text);
    expect(profile.rows).toBe(4);
    expect(profile.bad).toEqual({ ragged: 1 });
    expect(profile.leftOut).toEqual({ 'total-line': 1 });
    expect(
      profile.columns.map(({ name, filled, empty, distinct }) => [name, filled, empty, distinct]),
    ).toEqual([
      ['ID', 4, 0, 4],
      ['KIND', 2, 2, 1],
    ]);
  });

  it('shows what comes five times and more, and says why it shows nothing else', async () => {
    const rows = times(
      20,
      (at) => `${at},${at < 5 ? 'often' : at < 9 ? 'rare' : `once${at}`},Lee${at % 2},note`,
    );
    const { profile } = await profiled(lines('ID,WORD,LAST_NAME,COMMENT', rows));
    expect(profile.columns.map(({ top, hidden }) => [top, hidden])).toEqual([
      [[], 'once'],
      [[{ value: 'often', count: 5 }], undefined],
      [[], 'identity'],
      [[], 'identity'],
    ]);
  });

  it('finds the formats of dates, and says where day and month may be either', async () => {
    const columns = 'A,B,C,D,E';
    const rows = [
      '2020-01-05,03/04/2020,3/24/2020 9:45:00 AM,3200105,43835',
      '2020-02-06,05/06/2020,4/25/2020 12:00:00 PM,3200206.0945,43867',
      '2020-03-07,07/08/2020,5/26/2020 1:00:00 AM,3200307,43897',
    ];
    const { profile } = await profiled(lines(columns.replace('E', 'E_DATE'), rows));
    expect(profile.columns.map(({ dates }) => dates.map(({ format }) => format))).toEqual([
      ['iso'],
      ['M/d/yyyy', 'd/M/yyyy'],
      ['M/d/yyyy h:mm:ss a'],
      ['fileman'],
      ['excel-serial'],
    ]);
  });

  it('takes numbers for no dates: ids of eight digits, years where no column says so', async () => {
    const { profile } = await profiled(lines('MRN,N', ['19870123,1999', '20998877,2003', '45120099,2004']));
    expect(profile.columns.flatMap(({ dates }) => dates)).toEqual([]);
  });

  it('tells code systems by check digit, by form, and numbers as numbers', async () => {
    const rows = ['8480-6,73211009,E11.9,140,00093-1024-01', '2093-3,22298006,I10,08,0093-1024-01'];
    const { profile } = await profiled(lines('A,B,C,D,E', rows));
    expect(profile.columns.map(({ codes }) => codes.map(({ system, by }) => `${system} ${by}`))).toEqual([
      ['LOINC check digit'],
      ['SNOMED CT check digit'],
      ['ICD-10-CM form'],
      ['CVX number'],
      ['NDC form'],
    ]);
  });

  it('finds keys: an id, an owner with a line, the columns that are needed together; never dates alone', async () => {
    const keyOf = async (text: string) => (await profiled(text)).profile.key;
    expect(await keyOf(lines('NAME,ID', ['a,1', 'a,2']))).toEqual(['ID']);
    expect(await keyOf(lines('OWNER_ID,LINE,X', ['1,1,a', '1,2,a', '2,1,a']))).toEqual(['OWNER_ID', 'LINE']);
    const visits = [
      '1,2020-01-01,8480-6',
      '1,2020-01-01,2093-3',
      '1,2020-01-02,8480-6',
      '2,2020-01-01,8480-6',
    ];
    expect(await keyOf(lines('PAT_ID,DAY,CODE', visits))).toEqual(['PAT_ID', 'DAY', 'CODE']);
    expect(await keyOf(lines('DAY,TEXT', ['2020-01-01,a', '2020-01-02,b']))).toEqual([]);
  });

  it('knows a first line that is a row', async () => {
    const isHeaderless = async (text: string) => (await profiled(text)).isHeaderless;
    expect(await isHeaderless('Smith,1980-02-01,M\nLee,1990-03-04,F\n')).toBe(true);
    expect(await isHeaderless('b,M,x\nc,F,x\nd,M,x\n')).toBe(true);
    expect(await isHeaderless('Scanned referral, from elsewhere.\n')).toBe(true);
    expect(await isHeaderless('NAME,BORN,SEX\nSmith,1980-02-01,M\n')).toBe(false);
  });

  it('never holds a value that comes less than five times in its column, whatever the table', async () => {
    const word = fc.integer({ min: 0, max: 12 }).map((number) => `zq${number}zq`);
    const tables = fc.array(fc.tuple(word, word, word), { minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(tables, async (rows) => {
        const text = lines(
          'KIND,GROUP,PLACE',
          rows.map((row) => row.join(',')),
        );
        const { profile, table } = await profiled(text);
        const told = JSON.stringify([profile, table]);
        const counts = rows
          .flat()
          .map((one, at, all) => all.filter((other, place) => other === one && place % 3 === at % 3).length);
        const often = new Set(rows.flat().filter((_, at) => (counts[at] ?? 0) >= 5));
        const shown = new Set(told.match(/zq\d+zq/g) ?? []);
        expect([...shown].filter((one) => !often.has(one))).toEqual([]);
      }),
    );
  });
});

describe('links', () => {
  const finderOf = async (...texts: [name: string, text: string][]) => {
    const found = await Promise.all(texts.map(([name, text]) => profiled(text, name)));
    const links = new LinkFinder(found.map(({ table }) => table));
    return found.map(({ table }) =>
      links.linksOf(table).map((link) => `${link.column} → ${link.table}.${link.to}`),
    );
  };

  it('lead from columns to the keys that they hold', async () => {
    const patients = lines(
      'ID,NAME',
      times(30, (at) => `P${at}x,n`),
    );
    const visits = lines(
      'VISIT_ID,PATIENT_ID',
      times(50, (at) => `V${at}y,P${at % 30}x`),
    );
    expect(await finderOf(['patients', patients], ['visits', visits])).toEqual([
      [],
      ['PATIENT_ID → patients.ID'],
    ]);
  });

  it('are none where numbers count rows in both tables', async () => {
    const counted = (name: string) =>
      lines(
        `${name},X`,
        times(30, (at) => `${at + 1},a`),
      );
    expect(await finderOf(['meds', counted('ID')], ['labs', counted('ID')])).toEqual([[], []]);
  });

  it('lead where the name speaks of the table, though numbers count rows', async () => {
    const patients = lines(
      'PID,NAME',
      times(30, (at) => `${at + 1},n`),
    );
    const labs = lines(
      'ID,PID',
      times(60, (at) => `${at + 1},${(at % 30) + 1}`),
    );
    expect(await finderOf(['patients', patients], ['labs', labs])).toEqual([[], ['PID → patients.PID']]);
  });

  it('are not taken for such where too many values are in no key', async () => {
    const patients = lines(
      'ID,NAME',
      times(30, (at) => `P${at}x,n`),
    );
    const visits = lines(
      'VISIT_ID,WHO_ID',
      times(50, (at) => `V${at}y,Q${at}z`),
    );
    expect(await finderOf(['patients', patients], ['visits', visits])).toEqual([[], []]);
  });

  it('hold in tables larger than what is kept of them', async () => {
    const patients = lines(
      'ID,NAME',
      times(9000, (at) => `P${at * 7919}x,n`),
    );
    const visits = lines(
      'VISIT_ID,PATIENT',
      times(9000, (at) => `V${at}y,P${(at % 4000) * 7919}x`),
    );
    expect(await finderOf(['patients', patients], ['visits', visits])).toEqual([
      [],
      ['PATIENT → patients.ID'],
    ]);
  });
});
