import { describe, expect, it } from 'vitest';
import { element, scopeOf } from '../../../test/reading.ts';
import { isSilent } from './silent.ts';

/** A piece beside a narrative that has words under `words` and none under `empty`. */
function judge(piece: string): boolean {
  const root = element(`<section><text><td ID="words">Iron</td><td ID="empty"/></text>${piece}</section>`);
  const stated = root.elements().at(-1);
  if (!stated) throw new Error('no piece');
  return isSilent(stated, scopeOf(root));
}

const text = (to: string): string => `<text><reference value="${to}"/></text>`;
const observation = (inside: string): string =>
  `<observation classCode="OBS"><templateId root="1.2"/><code code="A"/><statusCode code="completed"/>${inside}</observation>`;
const comment = (words: string): string =>
  `<act><code code="48767-8" codeSystem="2.16.840.1.113883.6.1"/><text>${words}</text></act>`;

describe('isSilent', () => {
  it.each([
    ['an empty element', '<performer/>'],
    ['a null flavour', '<value nullFlavor="UNK" codeSystem="1.2"/>'],
    [
      'nulls to the ends',
      '<participant typeCode="CSM"><entity><code nullFlavor="NA"/></entity></participant>',
    ],
    ['words that the narrative lacks', text('#nowhere')],
    ['a place in the narrative without words', text('#empty')],
    ['an observation that finds nothing', observation('<value nullFlavor="UNK"/>')],
    ['a comment without words', comment('')],
  ])('%s says nothing', (_, piece) => expect(judge(piece)).toBe(true));

  it.each([
    ['a code', '<priorityCode code="A"/>'],
    ['an identifier', '<id root="1.2.3"/>'],
    ['words of its own', '<text>Iron</text>'],
    ['words of the narrative', text('#words')],
    ['a reference to elsewhere', text('https://clinic.example/a')],
    ['a value', observation('<value value="1"/>')],
    ['an observation that asks for no value', observation('')],
    ['a finding with a method', observation('<value nullFlavor="UNK"/><methodCode code="B"/>')],
    ['a comment', comment('Iron')],
  ])('%s says something', (_, piece) => expect(judge(piece)).toBe(false));
});
