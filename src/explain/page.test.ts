import { describe, expect, it } from 'vitest';
import type { Answer } from './explain.ts';
import { page } from './page.ts';

const answer: Answer = {
  path: 'code.text',
  value: '<b>Knee</b> & "bone"',
  way: 'literal',
  words: 'the literal of the source',
  file: 'a.xml',
  spots: [{ line: 5, path: '/x/@displayName', literal: 'Knee' }],
};
const lines = new Map([
  ['a.xml', Array.from({ length: 40 }, (_, index) => `<line n="${index + 1}">Knee</line>`)],
]);
const html = page({ address: 'Condition/1', answers: [answer], lines });

describe('page', () => {
  it('says that it holds patient data', () => expect(html).toContain('This page holds patient data.'));

  it('loads nothing', () => {
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/\b(src|href)="(?!#)|@import|url\(/);
  });

  it('writes values and sources as text', () => {
    expect(html).toContain('&lt;b&gt;Knee&lt;/b&gt; &amp; &quot;bone&quot;');
    expect(html).toContain('&lt;line n=&quot;5&quot;&gt;<mark>Knee</mark>&lt;/line&gt;');
  });

  it('links a value with its line, both ways', () => {
    expect(html).toMatch(/<tr id="v0" data-to="s0-5">.*href="#s0-5">line 5</);
    expect(html).toMatch(/<li id="s0-5" value="5" data-to="v0" class="used">.*href="#v0"/);
  });

  it('shows only what stands around', () => {
    expect(html.match(/<li /g)).toHaveLength(7);
  });

  it('cuts a document that is one line', () => {
    const long = new Map([['a.xml', [`${'x'.repeat(9000)}Knee${'y'.repeat(9000)}`]]]);
    const short = page({
      address: 'Condition/1',
      answers: [{ ...answer, spots: [{ ...answer.spots[0], line: 1 } as never] }],
      lines: long,
    });
    expect(short.length).toBeLessThan(10_000);
    expect(short).toContain('<mark>Knee</mark>');
  });
});
