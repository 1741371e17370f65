import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tell } from '../../../../test/tables.ts';
import type { Dialect, GivenDialect } from './dialect.ts';
import { sniff } from './sniff.ts';

/** How a table of the test is written. */
interface Written {
  readonly delimiter: string;
  readonly quote: 'double' | 'backslash';
  readonly newline: 'lf' | 'cr';
  readonly end: string;
  readonly always: boolean;
  readonly encoding: Dialect['encoding'];
}

const ends = fc.constantFrom(
  { newline: 'lf' as const, end: '\n' },
  { newline: 'lf' as const, end: '\r\n' },
  { newline: 'cr' as const, end: '\r' },
);
const writers: fc.Arbitrary<Written> = fc
  .record({
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    quote: fc.constantFrom('double', 'backslash'),
    ends,
    always: fc.boolean(),
    encoding: fc.constantFrom('utf-8', 'utf-16le', 'utf-16be'),
  })
  .map(({ ends, ...rest }) => ({ ...rest, ...ends }));

const characters = fc.constantFrom(...'ab1 ,;\t|"\\\'é漢😀.-'.split(''), '\n', '\r\n', '"a"', '""');
const cell = fc
  .string({ unit: characters, maxLength: 8 })
  .map((text) => text.replace(/[\ud800-\udfff]/g, '·'));
/** Five columns, the first of which is a key: a row that is empty, a title or a total is another test. */
const rowsOf = fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 12 });
const header = ['K', 'A', 'B', 'C', 'D'];
const keyed = (rows: readonly (readonly string[])[]) => rows.map((cells, at) => [`k${at}`, ...cells]);

function cellText(text: string, { delimiter, quote, always }: Written): string {
  const special = always || /["\r\n]/.test(text) || text.includes(delimiter);
  if (!special) return text;
  const inner = quote === 'double' ? text.replaceAll('"', '""') : text.replace(/["\\]/g, '\\$&');
  return `"${inner}"`;
}

const linesIn = (text: string, { newline }: Written) =>
  text.split(newline === 'cr' ? /[\r\n]/ : /\n/).length - 1;

/** A file, and what reading it must tell. */
function write(rows: readonly (readonly string[])[], written: Written) {
  const texts = [header, ...rows].map((cells) =>
    cells.map((text) => cellText(text, written)).join(written.delimiter),
  );
  let line = 1;
  const expected: string[] = [];
  for (const [at, text] of texts.entries()) {
    if (at > 0) expected.push(`${line}: ${rows[at - 1]?.join('|')}`);
    line += 1 + linesIn(text, written);
  }
  return { text: `${texts.join(written.end)}${written.end}`, expected };
}

function encoded(text: string, encoding: Dialect['encoding']): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text);
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return encoding === 'utf-16le' ? bytes : bytes.swap16();
}

describe('a table', () => {
  it('is read as it was written, whatever its cells hold, with exact line numbers', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf, writers, async (cells, written) => {
        const { text, expected } = write(keyed(cells), written);
        const dialect: GivenDialect = { ...written, skip: 0, trimmed: false };
        expect(await tell(encoded(text, written.encoding), { dialect })).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('is read as csv-parse alone would read it', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf, writers, async (cells, written) => {
        const rfc: Written = { ...written, quote: 'double', encoding: 'utf-8' };
        const { text } = write(keyed(cells), rfc);
        const peer: string[][] = parse(text, { delimiter: rfc.delimiter, record_delimiter: rfc.end });
        const ours = await tell(text, { dialect: { ...rfc, skip: 0, trimmed: false } });
        expect(ours.map((row) => row.replace(/^\d+: /, ''))).toEqual(
          peer.slice(1).map((row) => row.join('|')),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('shows how it is written, where its cells are as cells are', () => {
    const plain = fc.array(
      fc.tuple(
        fc.constantFrom('Lee, Ann', 'O"Hara', 'Bo', 'Núñez', ''),
        fc.constantFrom('1,5', '2;3', 'a\nb', 'x', ''),
        fc.constantFrom('2020-01-01', ''),
        fc.constantFrom('M', 'F'),
      ),
      { minLength: 3, maxLength: 40 },
    );
    fc.assert(
      fc.property(plain, writers, (cells, written) => {
        const rfc: Written = { ...written, quote: 'double' };
        const { text } = write(keyed(cells), rfc);
        const found = sniff(encoded(text, rfc.encoding));
        expect(found).toMatchObject({
          encoding: rfc.encoding,
          delimiter: rfc.delimiter,
          skip: 0,
          trimmed: false,
        });
      }),
      { numRuns: 300 },
    );
  });

  it('never throws, and gives each of its lines one state at most', async () => {
    const garbage = fc.string({
      unit: fc.constantFrom(...'a,;"\\\t|\r\n \u0000é'.split('')),
      maxLength: 120,
    });
    await fc.assert(
      fc.asyncProperty(garbage, async (text) => {
        const lines = (await tell(text)).map((row) => Number.parseInt(row, 10));
        expect(lines).toEqual([...new Set(lines)].toSorted((a, b) => a - b));
      }),
      { numRuns: 1000 },
    );
  });
});
