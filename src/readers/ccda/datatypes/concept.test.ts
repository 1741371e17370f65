import { describe, expect, it } from 'vitest';
import { reading } from '../../../../test/reading.ts';
import { clean, readConcept, says } from './concept.ts';

const snomed = 'http://snomed.info/sct';

describe('readConcept', () => {
  it.each([
    ['a code', '<code code="1" codeSystem="2.16.840.1.113883.6.96" displayName="One"/>', { codings: [{ system: snomed, code: '1', display: 'One' }] }],
    ['a version', '<code code="1" codeSystem="2.16.840.1.113883.6.96" codeSystemVersion="2020"/>', { codings: [{ system: snomed, version: '2020', code: '1' }] }],
    ['a system by its name', '<code code="1" codeSystemName="SNOMED CT"/>', { codings: [{ system: snomed, code: '1' }] }],
    ['a code without a system', '<code code="A"/>', { codings: [{ code: 'A' }] }],
    ['original words', '<code code="A"><originalText> My <br/>words </originalText></code>', { codings: [{ code: 'A' }], text: 'My\nwords' }],
    ['no code but translations', '<code nullFlavor="OTH"><translation code="B"/></code>', { codings: [{ code: 'B' }] }],
    ['translations of translations', '<code code="A"><translation code="B"><translation code="C"/></translation></code>', { codings: [{ code: 'A' }, { code: 'B' }, { code: 'C' }] }],
    ['the same code twice', '<code code="A"><translation code="A"/></code>', { codings: [{ code: 'A' }] }],
    ['a name without a code', '<code displayName="One"/>', { codings: [], text: 'One' }],
    ['words in the element', '<code nullFlavor="UNK">One</code>', { codings: [], text: 'One' }],
    ['only why it is absent', '<code nullFlavor="NASK"/>', { codings: [], absent: 'not-asked' }],
    ['an empty translation', '<code code="A"><translation nullFlavor="NI"/></code>', { codings: [{ code: 'A' }] }],
    ['nothing', '<code/>', undefined],
    ['a code of spaces', '<code code=" "/>', undefined],
  ])('%s', (_, xml, expected) => expect(reading(xml, readConcept).value).toEqual(expected));

  it('resolves a reference into the narrative', () => {
    const xml = '<a><text><td ID="n1">Hay  fever</td></text><code code="A"><originalText><reference value="#n1"/></originalText></code></a>';
    expect(reading(xml, (a, scope) => readConcept(a.first('code')!, scope)).value?.text).toBe('Hay fever');
  });

  it('keeps the code where the reference leads nowhere', () => {
    const xml = '<code code="A" displayName="One"><originalText><reference value="#gone"/></originalText></code>';
    expect(reading(xml, readConcept).value).toEqual({ codings: [{ code: 'A', display: 'One' }] });
  });
});

it('says is for concepts that name something', () => {
  expect(says(undefined)).toBe(false);
  expect(says({ codings: [], absent: 'unknown' })).toBe(false);
  expect(says({ codings: [], text: 'One' })).toBe(true);
  expect(says({ codings: [{ code: 'A' }] })).toBe(true);
});

it('clean leaves single spaces between words, and nothing of nothing', () => {
  expect(clean(' a \n b ')).toBe('a b');
  expect(clean(' \t')).toBeUndefined();
  expect(clean(undefined)).toBeUndefined();
});
