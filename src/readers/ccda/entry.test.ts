import { describe, expect, it } from 'vitest';
import { allergy, clinicalDocument, problem, section, substance } from '../../../test/clinical-document.ts';
import { contributionOf } from '../../../test/conversion.ts';
import { element, scopeOf } from '../../../test/reading.ts';
import { XmlElement } from '../xml/element.ts';
import { readEntry } from './entry.ts';

const stateOf = (...sections: string[]) =>
  contributionOf(clinicalDocument({ sections })).ledger.filter(({ unit }) => unit === 'entry');

const plan =
  '<observation classCode="OBS" moodCode="GOL"><templateId root="2.16.840.1.113883.10.20.22.4.121"/></observation>';

describe('the ledger of entries', () => {
  it('gives each entry one line with its section, template and place', () => {
    const lines = stateOf(
      section('problems', [problem(), plan]),
      section('allergies', [allergy({ more: substance('code="1"') })]),
    );
    expect(lines.map(({ state, section, template, rule }) => [state, section, template, rule])).toEqual([
      ['converted', '11450-4', '2.16.840.1.113883.10.20.22.4.3', undefined],
      ['kept-as-text', '11450-4', '2.16.840.1.113883.10.20.22.4.121', 'no-rule-for-statement'],
      ['converted', '48765-2', '2.16.840.1.113883.10.20.22.4.30', undefined],
    ]);
    expect(lines[1]?.place.path).toBe(
      '/ClinicalDocument/component/structuredBody/component[1]/section/entry[2]',
    );
  });

  it('counts two statements of one entry in one line', () => {
    const one = problem();
    const more = one
      .slice(one.indexOf('<entryRelationship'), one.lastIndexOf('</act>'))
      .replace('195967001', '38341003');
    const [line, ...others] = stateOf(section('problems', [one.replace('</act>', `${more}</act>`)]));
    expect(line?.into).toHaveLength(2);
    expect(others).toEqual([]);
  });

  it('keeps an empty entry as text', () =>
    expect(stateOf(section('problems', ['']))[0]?.state).toBe('kept-as-text'));

  it('reads a problem wherever it stands', () => {
    const [line] = stateOf(section('results', [problem()]));
    expect(line?.into?.[0]).toMatch(/^problem\//);
  });

  it('a problem inside a problem is read, and not reported as unread', () => {
    const inner = problem({ id: '<id root="1.2.3" extension="inner"/>' }).replace('195967001', '38341003');
    const observation = inner.slice(
      inner.indexOf('<observation'),
      inner.indexOf('</observation>') + '</observation>'.length,
    );
    const more = `<entryRelationship typeCode="REFR">${observation}</entryRelationship>`;
    const { issues, statements } = contributionOf(
      clinicalDocument({ sections: [section('problems', [problem({ more })])] }),
    );
    expect(statements.problem).toHaveLength(2);
    expect(issues.map(({ code }) => code)).not.toContain('unread');
  });

  it('an entry that cannot be read costs that entry, and tells no value', () => {
    const entry = element('<entry><observation/></entry>');
    const broken = new XmlElement('observation', {}, 1, entry);
    broken.elements = () => {
      throw new RangeError('Quillfeather');
    };
    entry.children = [broken];
    const scope = scopeOf(entry);
    // The class alone is asked for when the line is written.
    const line = readEntry(entry, scope, scope.collector);
    expect(line.state).toBe('quarantined');
    expect(scope.issues.map(({ code, details }) => [code, details])).toEqual([
      ['entry-unreadable', { error: 'RangeError' }],
    ]);
  });
});

describe('sections', () => {
  const sectionsOf = (...sections: string[]) =>
    contributionOf(clinicalDocument({ sections })).statements.document?.[0]?.sections;
  const own =
    '<section><title>Our form</title><code code="X-1"/><text>Kept <content>whole</content></text></section>';

  it('keeps a section that nobody knows whole, with an issue', () => {
    const contribution = contributionOf(clinicalDocument({ sections: [own] }));
    const [kept] = contribution.statements.document?.[0]?.sections ?? [];
    expect(kept).toMatchObject({ title: 'Our form', code: { codings: [{ code: 'X-1' }] } });
    expect(kept?.text?.xhtml).toMatch(/Kept .*whole/s);
    expect(contribution.issues.map(({ code }) => code)).toContain('section-unknown');
  });

  it('keeps sections in sections, and refers to the statements of each', () => {
    const outer = section('allergies', []).replace(
      '</section>',
      `<component>${section('problems', [problem()])}</component></section>`,
    );
    const [first] = sectionsOf(outer) ?? [];
    expect(first?.entries).toBeUndefined();
    expect(first?.sections?.[0]?.entries).toEqual([{ ref: expect.stringMatching(/^problem\//) }]);
  });

  it.each([
    ['NI', 'unavailable'],
    ['NASK', 'notasked'],
    ['MSK', 'withheld'],
    ['constructor', undefined],
  ])('says why a section is empty: %s', (nullFlavor, reason) => {
    const [only] =
      sectionsOf(section('problems', []).replace('<section>', `<section nullFlavor="${nullFlavor}">`)) ?? [];
    expect(only?.emptyReason).toBe(reason);
  });
});
