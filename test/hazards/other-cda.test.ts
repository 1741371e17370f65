import { describe, expect, it } from 'vitest';
import { countedUnits } from '../../src/record/index.ts';
import { clinicalDocument, problem } from '../clinical-document.ts';
import { contributionOf, convert } from '../conversion.ts';
import { unaccounted } from '../golden/invariants.ts';

// An initial public health case report: a CDA document whose header, narrative and some statements are as in C-CDA.
const header = `<templateId root="2.16.840.1.113883.10.20.15.2" extension="2016-12-01"/>
  <code code="55751-2" codeSystem="2.16.840.1.113883.6.1" displayName="Public health case report"/>`;
const sections = [
  `<section><title>No code at all</title><text>Vexmoral swelling</text><entry><observation classCode="OBS" moodCode="EVN">
     <templateId root="2.16.840.1.113883.10.20.15.2.3.99"/><code code="X-1"/><value value="7"/></observation></entry></section>`,
  `<section><code nullFlavor="UNK"/><text>Quagmire fever</text><entry>${problem()}</entry></section>`,
  `<section><templateId root="2.16.840.1.113883.10.20.15.2.2.4"/><code code="88085-6" codeSystem="2.16.840.1.113883.6.1"/>
     <title>Reportability</title><text/><component><section><text>Inside</text></section></component></section>`,
];
const xml = clinicalDocument({ identity: `${header}<id root="1.2.3.4" extension="E"/>`, sections });

describe('a CDA document of another kind', () => {
  const contribution = contributionOf(xml);

  it.each(countedUnits)('accounts for every %s once', (unit) =>
    expect(unaccounted(contribution.ledger, unit, contribution.units[unit] ?? 0)).toEqual([]),
  );

  it('gives the statements that it shares, wherever they stand', () => {
    expect(contribution.statements.problem).toHaveLength(1);
    const entries = contribution.ledger.filter(({ unit }) => unit === 'entry');
    expect(entries.map(({ state }) => state)).toEqual(['kept-as-text', 'converted']);
  });

  it('keeps the narrative of sections without a code, with an unknown one, and inside others', () => {
    const text = JSON.stringify(convert(xml).only('Composition'));
    for (const words of ['Vexmoral swelling', 'Quagmire fever', 'Inside']) expect(text).toContain(words);
    expect(contribution.issues.filter(({ code }) => code === 'section-unknown')).toHaveLength(4);
  });

  it('says of each narrative that shows nothing that it does', () =>
    expect(contribution.ledger.filter(({ unit }) => unit === 'narrative').map(({ state }) => state)).toEqual([
      'converted',
      'converted',
      'left-out',
      'converted',
    ]));

  it('keeps its type and its template', () =>
    expect(contribution.statements.document?.[0]).toMatchObject({
      type: { codings: [{ code: '55751-2' }] },
      templates: ['2.16.840.1.113883.10.20.15.2:2016-12-01'],
    }));
});
