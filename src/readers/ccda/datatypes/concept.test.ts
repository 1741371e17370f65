import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reading } from '../../../../test/reading.ts';
import { codeSystems } from '../../../terminology/index.ts';
import { clean, readConcept, says } from './concept.ts';

const snomed = 'http://snomed.info/sct';

describe('readConcept', () => {
  it.each([
    [
      'a code',
      '<code code="1" codeSystem="2.16.840.1.113883.6.96" displayName="One"/>',
      { codings: [{ system: snomed, code: '1', display: 'One' }] },
    ],
    [
      'a version',
      '<code code="1" codeSystem="2.16.840.1.113883.6.96" codeSystemVersion="2020"/>',
      { codings: [{ system: snomed, version: '2020', code: '1' }] },
    ],
    [
      'a system by its name',
      '<code code="1" codeSystemName="SNOMED CT"/>',
      { codings: [{ system: snomed, code: '1' }] },
    ],
    ['a code without a system', '<code code="A"/>', { codings: [{ code: 'A' }] }],
    [
      'original words',
      '<code code="A"><originalText> My <br/>words </originalText></code>',
      { codings: [{ code: 'A' }], text: 'My\nwords' },
    ],
    [
      'no code but translations',
      '<code nullFlavor="OTH"><translation code="B"/></code>',
      { codings: [{ code: 'B' }] },
    ],
    [
      'translations of translations',
      '<code code="A"><translation code="B"><translation code="C"/></translation></code>',
      { codings: [{ code: 'A' }, { code: 'B' }, { code: 'C' }] },
    ],
    ['the same code twice', '<code code="A"><translation code="A"/></code>', { codings: [{ code: 'A' }] }],
    ['a null flavour for a code', '<code code="UNK" nullFlavor="UNK"/>', { codings: [], absent: 'unknown' }],
    ['a name without a code', '<code displayName="One"/>', { codings: [], text: 'One' }],
    ['words in the element', '<code nullFlavor="UNK">One</code>', { codings: [], text: 'One' }],
    ['only why it is absent', '<code nullFlavor="NASK"/>', { codings: [], absent: 'not-asked' }],
    [
      'an empty translation',
      '<code code="A"><translation nullFlavor="NI"/></code>',
      { codings: [{ code: 'A' }] },
    ],
    ['nothing', '<code/>', undefined],
    ['a code of spaces', '<code code=" "/>', undefined],
  ])('%s', (_, xml, expected) => expect(reading(xml, readConcept).value).toEqual(expected));

  it('resolves a reference into the narrative', () => {
    const xml =
      '<a><text><td ID="n1">Hay  fever</td></text><code code="A"><originalText><reference value="#n1"/></originalText></code></a>';
    expect(reading(xml, (a, scope) => readConcept(a.first('code')!, scope)).value?.text).toBe('Hay fever');
  });

  it('keeps the code where the reference leads nowhere', () => {
    const xml =
      '<code code="A" displayName="One"><originalText><reference value="#gone"/></originalText></code>';
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

it('cleans any text as trimming it and replacing all white space in it does', () => {
  const characters = fc.constantFrom(
    'a',
    'B',
    '~',
    ' ',
    '  ',
    '\t',
    '\n',
    '\u00a0',
    '\u2003',
    '\u0001',
    '\u007f',
    'é',
    '漢',
  );
  fc.assert(
    fc.property(fc.string({ unit: characters }), (text) => {
      expect(clean(text)).toBe(text.trim().replace(/\s+/g, ' ') || undefined);
    }),
  );
});

describe('code systems', () => {
  const said = (attributes: string, own: Parameters<typeof codeSystems>[0] = []) =>
    reading(`<code code="1" ${attributes}/>`, (element, scope) => {
      const known = { ...scope, systems: codeSystems(own) };
      return { system: readConcept(element, known)?.codings[0]?.system, issues: known.issues };
    }).value;

  it.each([
    ['codeSystem="1.2.3.4"', '1.2.3.4', 'urn:oid:1.2.3.4'],
    ['codeSystem="Flint codes"', 'no OID', 'urn:chartlift:code-system:Flint%20codes'],
    ['', 'none stated', undefined],
  ])('%s has no known URI, and no literal is told', (attributes, system, uri) => {
    const found = said(attributes);
    expect(found.system).toBe(uri);
    expect(found.issues.map(({ code, details }) => [code, details])).toEqual([
      ['code-system-unknown', { system }],
    ]);
  });

  it('takes the display where several codes refer to one row of the narrative, which names none of them', () => {
    const of = (code: string, name: string) =>
      `<code code="${code}"${name}><originalText><reference value="#p"/></originalText></code>`;
    const xml = `<a><td ID="p">Panel</td>${of('A', ' displayName="Iron"')}${of('B', '')}</a>`;
    const { value } = reading(xml, (root, scope) =>
      root.elements('code').map((one) => readConcept(one, scope)?.text),
    );
    expect(value).toEqual([undefined, 'Panel']);
  });

  it('a value set in the place of a code system is said, and its code system taken', () => {
    const found = said('codeSystem="2.16.840.1.113883.1.11.78"');
    expect(found.system).toBe('http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation');
    expect(found.issues.map(({ code }) => code)).toEqual(['code-system-value-set']);
  });

  it('a code system that the site names is known', () => {
    const own = [{ oid: '1.2.3.4', uri: 'https://clinic.example/codes' }];
    expect(said('codeSystem="1.2.3.4"', own)).toEqual({ system: 'https://clinic.example/codes', issues: [] });
  });

  it('a registered terminology without another URI than its OID is known', () =>
    expect(said('codeSystem="2.16.840.1.113883.6.253"').issues).toEqual([]));
});
