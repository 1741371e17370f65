import { describe, expect, it } from 'vitest';
import { openTable, tell } from '../../../../test/tables.ts';

describe('headers', () => {
  it('makes doubled and missing names unique, and says so', async () => {
    const { layout, issues } = await openTable('ID,NAME,NAME,,NAME_2\n1,a,b,c,d\n');
    expect(layout.header).toEqual(['ID', 'NAME', 'NAME_3', 'column_4', 'NAME_2']);
    expect(layout.index.get('NAME_3')).toBe(2);
    expect(issues).toEqual([
      { code: 'table-column-repeated', place: { file: 'a.csv', line: 1 }, details: { count: 1 } },
      { code: 'table-column-nameless', place: { file: 'a.csv', line: 1 }, details: { count: 1 } },
    ]);
  });

  it('takes names that are given for a file without a header: its first line is a row', async () => {
    expect(await tell('1,Ann\n2,Bo\n', { dialect: { header: ['ID', 'NAME'] } })).toEqual([
      '1: 1|Ann',
      '2: 2|Bo',
    ]);
  });

  it('finds the header below titles', async () => {
    const text = 'Patient list\nPrinted 2020-01-01\n\nID,NAME,CITY\n1,Ann,Troy\n2,Bo,Rome\n';
    const table = await openTable(text);
    expect(table.layout.header).toEqual(['ID', 'NAME', 'CITY']);
    expect(await tell(text)).toEqual([
      '1 preamble: Patient list',
      '2 preamble: Printed 2020-01-01',
      '5: 1|Ann|Troy',
      '6: 2|Bo|Rome',
    ]);
  });

  it('leaves out what spreadsheets and SQL tools add: the delimiter above, a line below the names', async () => {
    expect(await tell('sep=;\r\nID;NAME\r\n1;Ann\r\n')).toEqual(['1 preamble: sep=|', '3: 1|Ann']);
    expect(await tell('ID,NAME\n--,----\n1,Ann\n')).toEqual(['2 header-underline: --|----', '3: 1|Ann']);
  });

  it('reads a file with a header and no rows, an empty file, and one of blank lines', async () => {
    expect((await openTable('ID,NAME')).layout.header).toEqual(['ID', 'NAME']);
    expect(await tell('ID,NAME')).toEqual([]);
    expect((await openTable('')).layout.header).toEqual([]);
    expect(await tell('\n\n')).toEqual([]);
  });

  it('skips blank lines and the Ctrl-Z of DOS, and leaves rows of empty cells out', async () => {
    expect(await tell('ID,NAME\n\n1,Ann\n,\n\n2,Bo\n\u001a')).toEqual([
      '3: 1|Ann',
      '4 empty-row: |',
      '6: 2|Bo',
    ]);
  });
});

describe('fixed widths', () => {
  const dialect = { widths: [6, 10, 5], header: ['MRN', 'NAME', 'ZIP'] };

  it('cuts the columns, without the blanks that fill them up', async () => {
    expect(await tell('000123Ann Lee   01610\n000124Bo        02134\n', { dialect })).toEqual([
      '1: 000123|Ann Lee|01610',
      '2: 000124|Bo|02134',
    ]);
  });

  it('reads a line that editors have cut short, and faults one that is too long', async () => {
    expect(await tell('000123Ann\n000124Bo        02134 more\n', { dialect })).toEqual([
      '1: 000123|Ann|',
      '2 ragged: 000124|Bo|02134|more',
    ]);
  });

  it('takes the names from the file where it has them', async () => {
    expect(
      await tell('MRN   NAME      ZIP  \n000123Ann Lee   01610\n', { dialect: { widths: [6, 10, 5] } }),
    ).toEqual(['2: 000123|Ann Lee|01610']);
  });
});

describe('a bad row', () => {
  const quoted = { dialect: { quote: 'double' } } as const;

  it('costs that row where its quote is never closed', async () => {
    expect(await tell('ID,NAME\n1,Ann\n2,"Bo\n3,Cy\n4,Di\n', quoted)).toEqual([
      '2: 1|Ann',
      '3 quote: 2|"Bo',
      '4: 3|Cy',
      '5: 4|Di',
    ]);
  });

  it('costs that row where its quote is closed by the quote of a later row', async () => {
    expect(await tell('ID,NAME\n1,"Ann\n2,Bo\n3,"Cy"\n4,Di\n', quoted)).toEqual([
      '2 quote: 1|"Ann',
      '3: 2|Bo',
      '4: 3|Cy',
      '5: 4|Di',
    ]);
  });

  it('costs that row where a later quote closes it by chance', async () => {
    const text = 'ID,NAME,CITY\n1,"Ann,Troy\n2,Bo,Rome\n3,5"\n4,Di,Oslo\n';
    expect(await tell(text, quoted)).toEqual([
      '2 quote: 1|"Ann|Troy',
      '3: 2|Bo|Rome',
      '4 ragged: 3|5"',
      '5: 4|Di|Oslo',
    ]);
  });

  it('costs that row where text follows its closing quote', async () => {
    expect(await tell('ID,NAME\n1,"Ann"x\n2,"Bo"\n', quoted)).toEqual(['2 quote: 1|"Ann"x', '3: 2|Bo']);
  });

  it('costs that row where the others are all quoted: the file counts as quoted all the same', async () => {
    const text = '"ID","NAME"\n"1","Ann"\n"2","Bo\n"3","Cy"\n"4","Di"\n';
    expect(await tell(text)).toEqual(['2: 1|Ann', '3 quote: "2"|"Bo', '4: 3|Cy', '5: 4|Di']);
  });

  it('keeps both parts of a row that a line end within a cell has broken', async () => {
    const text = 'ID,NOTE,BY\n1,a,x\n2,first\nsecond,y\n3,b,z\n4,c\nd,w\n5,e,v\n';
    expect(await tell(text)).toEqual([
      '2: 1|a|x',
      '3 ragged: 2|first',
      '4 ragged: second|y',
      '5: 3|b|z',
      '6 ragged: 4|c',
      '7 ragged: d|w',
      '8: 5|e|v',
    ]);
  });

  it('costs that row where it is larger than memory should hold', async () => {
    const text = `ID,NAME\n1,${'x'.repeat(3000)}\n2,Bo\n3,"${'y\n'.repeat(600)}"\n4,Di\n`;
    const rows = await tell(text, { maxRow: 1000, dialect: { quote: 'double' } });
    expect(rows[0]?.slice(0, 14)).toBe('2 too-large: 1');
    expect(rows[1]).toBe('3: 2|Bo');
    expect(rows.at(-1)).toBe('605: 4|Di');
  });
});
