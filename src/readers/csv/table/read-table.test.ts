import { describe, expect, it } from 'vitest';
import { openTable, tell } from '../../../../test/tables.ts';

const bytes = (...parts: (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

describe('cells', () => {
  it('reads Windows-1252', async () => {
    const file = bytes('ID,NAME\n1,Mu', [0xf1], 'oz', [0x20, 0x93], 'Pepe', [0x94], '\n');
    expect((await openTable(file)).dialect.encoding).toBe('windows-1252');
    expect(await tell(file)).toEqual(['2: 1|Muñoz “Pepe”']);
  });

  it('reads Latin-1', async () => {
    const file = bytes('ID,NAME\n1,G', [0xfc], 'nther\n');
    expect(await tell(file, { dialect: { encoding: 'iso-8859-1' } })).toEqual(['2: 1|Günther']);
  });

  it('reads UTF-8 with BOM: the mark is no part of the first name', async () => {
    const file = bytes([0xef, 0xbb, 0xbf], '"ID",NAME\n1,Núñez\n');
    expect((await openTable(file)).layout.header).toEqual(['ID', 'NAME']);
    expect(await tell(file)).toEqual(['2: 1|Núñez']);
  });

  it.each([
    ['utf-16le', Buffer.from('\ufeffID\tNAME\r\n1\tŁukasz\r\n', 'utf16le')],
    ['utf-16le', Buffer.from('ID\tNAME\r\n1\tŁukasz\r\n', 'utf16le')],
    ['utf-16be', utf16be('\ufeffID\tNAME\r\n1\tŁukasz\r\n')],
    ['utf-16be', utf16be('ID\tNAME\r\n1\tŁukasz\r\n')],
  ])('reads UTF-16 (%s)', async (encoding, file) => {
    expect((await openTable(file)).dialect.encoding).toBe(encoding);
    expect(await tell(file)).toEqual(['2: 1|Łukasz']);
  });

  it('reads a half of a UTF-16 pair as a fault of its row', async () => {
    const file = Buffer.from('\ufeffID,NAME\n1,a\ud800b\n2,ok\n', 'utf16le');
    expect(await tell(file)).toEqual(['2 encoding: 1|a\ufffdb', '3: 2|ok']);
  });

  it('reads bytes that are no UTF-8 as Windows-1252, in that row only, and counts them', async () => {
    const file = bytes('ID,NAME\n1,Núñez\n2,Mu', [0xf1], 'oz\n');
    const table = await openTable(file, { dialect: { encoding: 'utf-8' } });
    const rows = await Array.fromAsync(table.rows);
    expect(rows.map(({ cells }) => cells[1])).toEqual(['Núñez', 'Muñoz']);
    expect(table.repairs).toEqual({ bytes: 1, controls: 0 });
  });

  it('takes a file for UTF-8 where one name of it is not', async () => {
    const file = bytes('ID,NAME\n1,Núñez\n2,Mu', [0xf1], 'oz\n');
    expect(await tell(file)).toEqual(['2: 1|Núñez', '3: 2|Muñoz']);
    expect((await openTable(file)).dialect.encoding).toBe('utf-8');
  });

  it('reads a byte that means nothing as a fault of its row', async () => {
    const file = bytes('ID,NAME\n1,Nú\n2,x', [0x81], 'y\n3,ok\n');
    const expected = ['2: 1|Nú', '3 encoding: 2|x\u0081y', '4: 3|ok'];
    expect(await tell(file, { dialect: { encoding: 'utf-8' } })).toEqual(expected);
    const western = bytes('ID,NAME\n1,N', [0xfa], '\n2,x', [0x81], 'y\n3,ok\n');
    expect(await tell(western)).toEqual(expected);
  });

  it('replaces control characters, and counts them', async () => {
    const table = await openTable('ID,NAME\n1,a\u0000b\n');
    expect((await Array.fromAsync(table.rows))[0]?.cells).toEqual(['1', 'a\ufffdb']);
    expect(table.repairs.controls).toBe(1);
  });

  it.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
    ['pipe', '|'],
  ])('reads %s', async (_, delimiter) => {
    const text = 'ID;NAME;CITY\n1;Ann Lee;Troy\n2;Bo;\n'.replaceAll(';', delimiter);
    expect((await openTable(text)).dialect.delimiter).toBe(delimiter);
    expect(await tell(text)).toEqual(['2: 1|Ann Lee|Troy', '3: 2|Bo|']);
  });

  it('reads other delimiters where they are given', async () => {
    const text = 'ID\x1fNAME\n1\x1fAnn\n';
    expect(await tell(text, { dialect: { delimiter: '\x1f' } })).toEqual(['2: 1|Ann']);
    expect(await tell('ID~|NAME\n1~|"A~|B"\n', { dialect: { delimiter: '~|' } })).toEqual(['2: 1|A~|B']);
  });

  it.each([
    ['CR', '\r'],
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ])('reads %s', async (_, end) => {
    const text = ['ID,NAME', '1,Ann', '2,"Bo, Jr"', '3,Cy', ''].join(end);
    expect(await tell(text)).toEqual(['2: 1|Ann', '3: 2|Bo, Jr', '4: 3|Cy']);
    expect(await tell(text.slice(0, -end.length))).toEqual(['2: 1|Ann', '3: 2|Bo, Jr', '4: 3|Cy']);
  });

  it('reads a file whose line ends are mixed', async () => {
    expect(await tell('ID,NAME\r\n1,Ann\n2,Bo\r\n')).toEqual(['2: 1|Ann', '3: 2|Bo']);
  });

  it('reads rows that end with CRLF and hold bare LFs without quotes', async () => {
    const text = 'ID|NOTE|BY\r\n1|first\nsecond|x\r\n2|a\nb\nc|y\r\n3|one|z\r\n';
    expect(await tell(text)).toEqual(['2: 1|first\nsecond|x', '4: 2|a\nb\nc|y', '7: 3|one|z']);
  });

  it('reads quotes doubled', async () => {
    expect(await tell('ID,NOTE\n1,"say ""hi"", twice"\n2,""\n3,""""\n')).toEqual([
      '2: 1|say "hi", twice',
      '3: 2|',
      '4: 3|"',
    ]);
  });

  it('reads quotes backslash-escaped, and leaves other backslashes alone', async () => {
    const text = 'ID,NOTE\n1,"say \\"hi\\", twice"\n2,"C:\\temp\\new"\n3,"ends \\\\"\n';
    expect((await openTable(text)).dialect.quote).toBe('backslash');
    expect(await tell(text)).toEqual(['2: 1|say "hi", twice', '3: 2|C:\\temp\\new', '4: 3|ends \\']);
  });

  it('takes a backslash before a closing quote for a character where quotes are doubled', async () => {
    const text = 'ID,PATH,NOTE\n1,"C:\\scans\\","a ""b"""\n2,"D:\\",x\n';
    expect(await tell(text)).toEqual(['2: 1|C:\\scans\\|a "b"', '3: 2|D:\\|x']);
  });

  it('reads quotes absent: a quote is a character like others', async () => {
    const text = 'ID\tNOTE\n1\tsaid "no"\n2\t"brain fog" since May\n3\t5" scar\n';
    expect((await openTable(text)).dialect.quote).toBe('none');
    expect(await tell(text)).toEqual(['2: 1|said "no"', '3: 2|"brain fog" since May', '4: 3|5" scar']);
  });

  it('reads a quote within an unquoted cell as a character', async () => {
    expect(await tell('ID,NOTE\n1,5" scar\n2,"a, b"\n')).toEqual(['2: 1|5" scar', '3: 2|a, b']);
  });

  it('reads newlines inside cells, with exact line numbers', async () => {
    const text = 'ID,NOTE,BY\r\n1,"one\r\ntwo\r\n\r\nfour",x\r\n2,plain,y\r\n3,"a\nb",z\r\n4,last,w\r\n';
    expect(await tell(text)).toEqual([
      '2: 1|one\r\ntwo\r\n\r\nfour|x',
      '6: 2|plain|y',
      '7: 3|a\nb|z',
      '9: 4|last|w',
    ]);
  });

  it('reads newlines inside cells of a file that ends its rows with CR', async () => {
    expect(await tell('ID,NOTE\r1,"a\nb"\r2,c\r')).toEqual(['2: 1|a\nb', '4: 2|c']);
  });

  it('reads a line end of the other kind beside quotes, where rows end with CR or CRLF', async () => {
    expect(await tell('ID,NOTE\r1,a\n"b"\r2,"c"\r3,d\r')).toEqual(['2: 1|a\n"b"', '4: 2|c', '5: 3|d']);
    const text = 'ID|NOTE|BY\r\n1|a\nb|"x"\r\n2|c|y\r\n3|d|z\r\n';
    expect(await tell(text)).toEqual(['2: 1|a\nb|x', '4: 2|c|y', '5: 3|d|z']);
  });

  it('reads ragged rows as faults of their own, and goes on', async () => {
    const text = 'ID,NAME,CITY\n1,Ann,Troy\n2,Lee, Bo,Troy\n3,Cy\n4,Di,Rome\n';
    expect(await tell(text)).toEqual([
      '2: 1|Ann|Troy',
      '3 ragged: 2|Lee| Bo|Troy',
      '4 ragged: 3|Cy',
      '5: 4|Di|Rome',
    ]);
  });

  it('reads rows that leave out or add nothing but empty cells at their end', async () => {
    const rows = ['1,Ann,Troy,x', '2,Bo', '3,Cy,Rome', '4', '5,Di,Oslo,y', '6,Ed', '7,Fay,Bonn,z'];
    expect(await tell(`ID,NAME,CITY,CODE\n${rows.join('\n')}\n`)).toEqual([
      '2: 1|Ann|Troy|x',
      '3: 2|Bo||',
      '4: 3|Cy|Rome|',
      '5: 4|||',
      '6: 5|Di|Oslo|y',
      '7: 6|Ed||',
      '8: 7|Fay|Bonn|z',
    ]);
    expect(await tell('ID,NAME\n1,Ann,,\n2,Bo,,\n')).toEqual(['2: 1|Ann', '3: 2|Bo']);
  });

  it('leaves repeated headers out', async () => {
    expect(await tell('ID,NAME\n1,Ann\nID,NAME\n2,Bo\n')).toEqual([
      '2: 1|Ann',
      '3 repeated-header: ID|NAME',
      '4: 2|Bo',
    ]);
  });

  it.each([
    ['Total,,,2', '4 total-line: Total|||2'],
    ['Grand Total:', '4 total-line: Grand Total:|||'],
    ['(2 rows affected)', '4 total-line: (2 rows affected)|||'],
    ['2 rows selected.', '4 total-line: 2 rows selected.|||'],
    ['Record count: 2', '4 total-line: Record count: 2|||'],
    ['*** END OF REPORT ***', '4 total-line: *** END OF REPORT ***|||'],
  ])('leaves trailing total lines out: %s', async (line, expected) => {
    const text = `ID,NAME,CITY,N\n1,Ann,Troy,3\n2,Bo,Rome,4\n${line}\n\n`;
    expect((await tell(text)).at(-1)).toBe(expected);
  });

  it('keeps what only looks like a total: in the middle, or full of data', async () => {
    expect(await tell('NAME,A,B\nTotal,,\nx,1,2\n')).toEqual(['2: Total||', '3: x|1|2']);
    expect(await tell('NAME,A,B\nx,1,2\nTotal,3,4\n')).toEqual(['2: x|1|2', '3: Total|3|4']);
    expect(await tell('NAME,A,B\nx,1,2\nTotal protein,,\n')).toEqual(['2: x|1|2', '3: Total protein||']);
  });

  it('keeps leading zeros of MRN and ZIP', async () => {
    expect(await tell('MRN,ZIP\n000123,01610\n')).toEqual(['2: 000123|01610']);
  });

  it('leaves decimal commas to the mapping', async () => {
    expect(await tell('ID;VALUE\n1;1,5\n2;0,25\n')).toEqual(['2: 1|1,5', '3: 2|0,25']);
  });

  it('keeps blanks of cells, and takes them from names', async () => {
    const text = ' ID , NAME\n1, Ann \n';
    expect((await openTable(text)).layout.header).toEqual(['ID', 'NAME']);
    expect(await tell(text)).toEqual(['2: 1| Ann ']);
  });
});
