import { describe, expect, it } from 'vitest';
import { narrativeBlocks } from './blocks.ts';
import { saysMore, wordsOf } from './vocabulary.ts';

const div = (inner: string) => `<div xmlns="http://www.w3.org/1999/xhtml">${inner}</div>`;

describe('narrativeBlocks', () => {
  it('reads text, lists and breaks as they stand', () => {
    expect(narrativeBlocks(div('one <b>two</b><br/>three<ul><li>a</li><li>b</li></ul>'))).toEqual([
      {
        block: 'paragraph',
        text: [
          { text: 'one ', tone: 'normal' },
          { text: 'two', tone: 'term' },
          { text: '\nthree', tone: 'normal' },
        ],
      },
      {
        block: 'list',
        ordered: false,
        items: [
          [{ block: 'paragraph', text: [{ text: 'a', tone: 'normal' }] }],
          [{ block: 'paragraph', text: [{ text: 'b', tone: 'normal' }] }],
        ],
      },
    ]);
  });

  it('makes rows of a table as wide as each other, spans counted', () => {
    const [table] = narrativeBlocks(
      div(
        '<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td rowspan="2">1</td><td>2</td></tr><tr><td>3</td></tr><tr><td colspan="2">4</td></tr></tbody></table>',
      ),
    );
    if (table?.block !== 'table') throw new Error('a table');
    const texts = table.rows.map((row) =>
      row.map(({ text }) =>
        text
          .flat()
          .map((one) => (one as { text: string }).text)
          .join(),
      ),
    );
    expect(texts).toEqual([['1', '2'], ['', '3'], ['4']]);
    expect(table.rows[2]?.[0]?.span).toBe(2);
    expect(table.head).toHaveLength(1);
  });

  it('shows what was crossed out as crossed out', () => {
    expect(narrativeBlocks(div('<span style="text-decoration: line-through">penicillin</span>'))).toEqual([
      { block: 'paragraph', text: [{ text: 'penicillin', tone: 'struck' }] },
    ]);
  });

  it('keeps columns that were set with spaces', () => {
    expect(
      narrativeBlocks(div('Na\u00a0\u00a0\u00a0\u00a0140<br/>K\u00a0\u00a0\u00a0\u00a0\u00a04.1')),
    ).toEqual([
      { block: 'preformatted', text: 'Na\u00a0\u00a0\u00a0\u00a0140\nK\u00a0\u00a0\u00a0\u00a0\u00a04.1' },
    ]);
  });
});

describe('saysMore', () => {
  const printed = new Set(wordsOf('Penicillin, hives, 05-Apr-2011, 1,000 mg'));
  const says = (text: string) => saysMore(narrativeBlocks(div(`<p>${text}</p>`)), printed);

  it('knows dates and numbers in other forms', () => {
    expect(says('penicillin: hives (April 5, 2011)')).toBe(false);
    expect(says('Hives 4/5/2011 1000 mg')).toBe(false);
  });

  it('finds a word that is not printed', () => expect(says('no hives')).toBe(true));
  it('finds another day', () => expect(says('hives 2011-04-06')).toBe(true));

  it('does not count titles of columns', () => {
    const blocks = narrativeBlocks(
      div(
        '<table><thead><tr><th>Allergen</th></tr></thead><tbody><tr><td>Penicillin</td></tr></tbody></table>',
      ),
    );
    expect(saysMore(blocks, printed)).toBe(false);
  });
});
