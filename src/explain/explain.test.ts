import { describe, expect, it } from 'vitest';
import { clinicalDocument, section } from '../../test/clinical-document.ts';
import { fhirOptions, inputOf, make } from '../../test/conversion.ts';
import { openChart } from './chart.ts';
import { explain } from './explain.ts';
import { explainLine } from './line.ts';

const problem = `<act classCode="ACT" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.3"/>
<code code="CONC" codeSystem="2.16.840.1.113883.5.6"/><statusCode code="active"/>
<entryRelationship typeCode="SUBJ"><observation classCode="OBS" moodCode="EVN">
<templateId root="2.16.840.1.113883.10.20.22.4.4"/>
<id root="2.16.840.1.113883.19.77.3" extension="P-1"/>
<code code="55607006" codeSystem="2.16.840.1.113883.6.96"/>
<statusCode code="completed"/>
<effectiveTime><low value="20100301"/></effectiveTime>
<value xsi:type="CD" code="38341003" codeSystem="2.16.840.1.113883.6.96"
  displayName="Gnarled
  knee"/>
</observation></entryRelationship></act>`;
const xml = clinicalDocument({ sections: [section('problems', [problem])] });
const lineOf = (text: string) => xml.slice(0, xml.indexOf(text)).split('\n').length;

const chartOf = (...documents: string[]) =>
  openChart(
    documents.map((one, index) => inputOf(one, `${index + 1}.xml`)),
    { reading: { make }, fhir: fhirOptions },
  );
const chart = chartOf(xml);
const addressOf = (type: string, from = chart) =>
  [...from.resources.keys()].find((address) => address.startsWith(`${type}/`)) ?? '';

function answer(type: string, path: string, from = chart) {
  const explanation = explain(from, addressOf(type, from), path);
  if (!('answers' in explanation)) throw new Error(`unknown ${explanation.unknown}`);
  const [first] = explanation.answers;
  if (!first) throw new Error('no answer');
  return { ...first, spot: first.spots[0] };
}

describe('explain an element', () => {
  it.each([
    ['Condition', 'code.coding[0].code', 'literal', '38341003', '/value/@code', 'code="38341003"'],
    [
      'Condition',
      'code.coding[0].system',
      'converted',
      '2.16.840.1.113883.6.96',
      '/value/@codeSystem',
      'code="38341003"',
    ],
    ['Condition', 'code.text', 'literal', 'Gnarled   knee', '/value/@displayName', 'displayName="Gnarled'],
    ['Condition', 'onsetDateTime', 'converted', '20100301', '/effectiveTime/low/@value', 'value="20100301"'],
    ['Condition', 'identifier[0].value', 'literal', 'P-1', '/id/@extension', 'extension="P-1"'],
    [
      'Condition',
      'clinicalStatus.coding[0].code',
      'literal',
      'active',
      '/act/statusCode/@code',
      'code="active"',
    ],
    ['Patient', 'birthDate', 'converted', '19510607', '/birthTime/@value', '19510607'],
    ['Patient', 'gender', 'converted', 'F', '/administrativeGenderCode/@code', 'administrativeGenderCode'],
    ['Patient', 'name[0].family', 'literal', 'Thistlewood', '/family/text()', 'Thistlewood'],
    ['Practitioner', 'name[0].given[0]', 'literal', 'Piers', '/given/text()', 'Piers'],
    ['Organization', 'name', 'literal', 'Fennel Street Clinic', '/name/text()', 'Fennel Street'],
  ])('%s.%s: %s %j', (...[type, path, way, literal, end, at]) => {
    const { spot, ...found } = answer(type, path);
    expect(found.way).toBe(way);
    expect(found.file).toBe('1.xml');
    expect(spot).toMatchObject({ literal, line: lineOf(at) });
    expect(spot?.path).toMatch(new RegExp(`${end.replace(/[()]/g, '\\$&')}$`));
  });

  it('tells a category by its section', () => {
    const { way, spot } = answer('Condition', 'category[0].coding[0].code');
    expect(way).toBe('section');
    expect(spot).toMatchObject({ line: lineOf('<section>'), path: expect.stringMatching(/\/section$/) });
  });

  it('leads a reference to what was read', () => {
    const { way, spot } = answer('Condition', 'subject.reference');
    expect(way).toBe('reference');
    expect(spot?.path).toBe('/ClinicalDocument/recordTarget/patientRole');
  });

  it('leads what no literal gives to what stands beside it', () => {
    const phones = '<telecom value="tel:555-0100"/><telecom value="tel:555-0199"/>';
    const twice = chartOf(xml.replace('<patient>', `${phones}<patient>`));
    expect(answer('Patient', 'telecom[0].system', twice)).toMatchObject({
      value: 'phone',
      way: 'noted',
      spot: { literal: 'tel:555-0100' },
    });
    expect(answer('Patient', 'telecom[1].system', twice).spot?.path).toMatch(/telecom\[2\]$/);
  });

  it('says what no literal gives', () => {
    expect(answer('Composition', 'status').way).toBe('rule');
    expect(answer('Condition', 'id').way).toBe('id');
  });

  it('takes an element with all below it, and lists without positions', () => {
    const explanation = explain(chart, addressOf('Condition'), 'code');
    expect('answers' in explanation && explanation.answers.map(({ path }) => path)).toEqual([
      'code.coding[0].system',
      'code.coding[0].code',
      'code.coding[0].display',
      'code.text',
    ]);
  });

  it('knows no resource and no element that is not there', () => {
    expect(explain(chart, 'Condition/0')).toEqual({ unknown: 'resource' });
    expect(explain(chart, addressOf('Condition'), 'onset')).toMatchObject({ unknown: 'element' });
  });

  it('names the document that gives the value where two speak of one problem', () => {
    const later = xml
      .replace('effectiveTime value="20200102"', 'effectiveTime value="20210102"')
      .replace('extension="D-1"', 'extension="D-2"')
      .replace('Gnarled', 'Very gnarled');
    const both = chartOf(xml, later);
    expect([...both.resources.keys()].filter((address) => address.startsWith('Condition/'))).toHaveLength(1);
    expect(answer('Condition', 'code.coding[0].display', both)).toMatchObject({
      value: 'Very gnarled knee',
      file: '2.xml',
    });
    expect(answer('Practitioner', 'name[0].family', both).file).toBe('2.xml');
  });
});

describe('explain a line', () => {
  const said = (text: string) => explainLine(chart, { file: '1.xml', line: lineOf(text) }, fhirOptions);

  it('tells what its literals give', () => {
    expect(said('value="20100301"')?.gives.filter(({ values }) => values.length > 0)).toEqual([
      {
        path: expect.stringMatching(/\/effectiveTime\/low\/@value$/),
        literal: '20100301',
        values: [{ address: addressOf('Condition'), path: 'onsetDateTime', value: '2010-03-01' }],
      },
    ]);
  });

  it('names the statement and what the ledger says of its entry', () => {
    expect(said('value="20100301"')).toMatchObject({
      within: [addressOf('Condition')],
      ledger: { unit: 'entry', state: 'converted' },
    });
  });

  it('tells of people', () => {
    const values = said('Loomweaver')?.gives.flatMap((given) => given.values);
    expect(values).toContainEqual({
      address: addressOf('Practitioner'),
      path: 'name[0].family',
      value: 'Loomweaver',
    });
  });

  it('knows no file that is not there', () => {
    expect(explainLine(chart, { file: '9.xml', line: 1 }, fhirOptions)).toBeUndefined();
  });
});
