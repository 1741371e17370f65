import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine } from './csv.ts';

/** A reader of RFC 4180, as simple as can be, for one line. */
function cellsOf(line: string): string[] {
  const cells = [''];
  let quoted = false;
  for (const character of line.slice(0, -2).replaceAll('""', '\u0000')) {
    if (character === '"') quoted = !quoted;
    else if (character === ',' && !quoted) cells.push('');
    else cells.push(cells.pop() + character);
  }
  return cells.map((cell) => cell.replaceAll('\u0000', '"'));
}

describe('csvLine', () => {
  it.each(['=1+1', '+1', '-1', '@sum', '\tx', '\rx'])('takes the formula out of %j', (text) => {
    expect(cellsOf(csvLine(['a', text]))[1]).toBe(`'${text}`);
  });

  it('quotes commas, quotes and line breaks', () => {
    expect(csvLine(['a,b', 'say "x"', 'two\nlines', undefined])).toBe('"a,b","say ""x""","two\nlines",\r\n');
  });

  it('gives back every other text as it was', () => {
    const text = fc.string({ unit: 'binary' }).filter((one) => !/^[=+\-@\t\r]|\0/.test(one));
    fc.assert(
      fc.property(fc.array(text, { minLength: 2 }), (cells) => {
        expect(cellsOf(csvLine(cells))).toEqual(cells);
      }),
    );
  });
});
