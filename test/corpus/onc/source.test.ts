import { describe, expect, it } from 'vitest';
import type { Item } from './sheet.ts';
import { sourceOf, type Where, whereOf } from './source.ts';

const item: Item = {
  name: 'problem 1',
  types: ['Condition'],
  system: 'x',
  codes: ['1'],
  words: [/\bfever\b/i],
  facts: {},
};

const section = (text: string, entries = '') =>
  `<ClinicalDocument xmlns="urn:hl7-org:v3"><section><text>${text}</text>${entries}</section></ClinicalDocument>`;
const problem = (code: string, day: string, attributes = '') =>
  `<entry><observation moodCode="EVN"><effectiveTime value="${day}"/><value code="${code}" ${attributes}/></observation></entry>`;

describe('where a document states what our output lacks', () => {
  it.each<[Where, string, string, string[]]>([
    ['coded', 'by its code', section('', problem('1', '20150622')), []],
    ['coded', 'by its code and literal', section('', problem('1', '20150622')), ['20150622']],
    ['otherwise', 'by its code with another literal', section('', problem('1', '20150623')), ['20150622']],
    ['otherwise', 'by another code', section('', problem('2', '20150622', 'displayName="Fever"')), []],
    ['narrative', 'in words only', section('A <content>fever</content> came'), []],
    ['nowhere', 'not at all', section('feverish', problem('2', '20150622')), []],
    ['nowhere', 'by its code as a plan', section('', problem('1', '20150622').replace('EVN', 'INT')), []],
  ])('%s: %s', (where, _, xml, literals) => {
    expect(whereOf(sourceOf(xml), item, literals)).toBe(where);
  });
});
