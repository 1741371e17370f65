import { describe, expect, it } from 'vitest';
import { clinicalDocument, section } from '../clinical-document.ts';
import { convert, type Json } from '../conversion.ts';
import { codesOf } from './hazard.ts';

const loinc = 'codeSystem="2.16.840.1.113883.6.1"';
const time = '<effectiveTime value="20200301"/>';
const glucose = `<code code="2345-7" ${loinc} displayName="Glucose [Mass/volume] in Serum or Plasma"/>`;
const other = `<code code="99999-9" ${loinc} displayName="Something examined"/>`;
const completed = '<statusCode code="completed"/>';

let number = 0;
/** A Result Observation: what stands in it after its id. */
const result = (inside: string, attributes = ''): string =>
  `<observation classCode="OBS" moodCode="EVN" ${attributes}><templateId root="2.16.840.1.113883.10.20.22.4.2"/>
<id root="2.16.840.1.113883.19.77.8" extension="R-${++number}"/>${inside}</observation>`;

const valued = (value: string, more = ''): string => result(`${glucose}${completed}${time}${value}${more}`);

/** A Result Organizer: what stands before its results, and these. */
const organizer = (head: string, ...results: string[]): string =>
  `<organizer classCode="BATTERY" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.1"/>
<id root="2.16.840.1.113883.19.77.8" extension="O-${++number}"/>${head}${results.map((one) => `<component>${one}</component>`).join('')}</organizer>`;

const of = (...entries: string[]) => convert(clinicalDocument({ sections: [section('results', entries)] }));
const observationOf = (entry: string): Json => of(entry).only('Observation');
const reportOf = (head: string, ...results: string[]): Json =>
  of(organizer(head, ...results)).only('DiagnosticReport');
const foundIn = (value: string): Json => {
  const {
    valueQuantity,
    valueRange,
    valueString,
    valueInteger,
    valueCodeableConcept,
    valueRatio,
    dataAbsentReason,
  } = observationOf(valued(value));
  return JSON.parse(
    JSON.stringify({
      valueQuantity,
      valueRange,
      valueString,
      valueInteger,
      valueCodeableConcept,
      valueRatio,
      dataAbsentReason,
    }),
  );
};

describe('negated results', () => {
  it('a negated positive is no positive', () => {
    const positive =
      '<value xsi:type="CD" code="10828004" codeSystem="2.16.840.1.113883.6.96" displayName="Positive"/>';
    const code = '<interpretationCode code="POS" codeSystem="2.16.840.1.113883.5.83"/>';
    const conversion = of(result(`${glucose}${completed}${time}${positive}${code}`, 'negationInd="true"'));
    const one = conversion.only('Observation');
    expect(one.valueString).toBe('Negated: Positive');
    expect(JSON.stringify(one)).not.toContain('10828004');
    expect(JSON.stringify(one)).not.toContain('"POS"');
    expect(conversion.codes).toContain('negated-value');
  });

  it('a negated result without a value was not obtained', () => {
    const one = observationOf(
      result(`${glucose}${completed}${time}<value xsi:type="PQ" nullFlavor="NI"/>`, 'negationInd="true"'),
    );
    expect(codesOf(one.dataAbsentReason)).toEqual(['not-performed']);
    expect(one.valueBoolean).toBeUndefined();
  });

  it('"no results" is no result and no report: its words stay in the narrative', () => {
    const nothing = result(
      '<code nullFlavor="NI"/><text>None</text><statusCode code="completed"/><value xsi:type="ST" nullFlavor="NI"/>',
      'negationInd="true"',
    );
    const conversion = of(organizer('<code nullFlavor="NI"/><statusCode code="completed"/>', nothing));
    expect([...conversion.of('Observation'), ...conversion.of('DiagnosticReport')]).toEqual([]);
    expect(conversion.codes).toContain('entry-kept-as-text');
  });

  it('a result that is only asked for is none', () => {
    const asked = valued('<value xsi:type="PQ" value="5"/>').replace('moodCode="EVN"', 'moodCode="RQO"');
    expect(of(asked).of('Observation')).toEqual([]);
  });
});

describe('values', () => {
  const ucum = { system: 'http://unitsofmeasure.org' };

  it.each([
    [
      'PQ',
      '<value xsi:type="PQ" value="4.10" unit="mg/dL"/>',
      { valueQuantity: { value: 4.1, unit: 'mg/dL', code: 'mg/dL', ...ucum } },
    ],
    [
      'below a limit',
      '<value xsi:type="IVL_PQ"><high value="5" unit="mg/dL" inclusive="false"/></value>',
      { valueQuantity: { value: 5, comparator: '<', unit: 'mg/dL', code: 'mg/dL', ...ucum } },
    ],
    [
      'at least',
      '<value xsi:type="IVL_PQ"><low value="5"/><high nullFlavor="PINF"/></value>',
      { valueQuantity: { value: 5, comparator: '>=' } },
    ],
    [
      'a range',
      '<value xsi:type="IVL_PQ"><low value="5"/><high value="6"/></value>',
      { valueRange: { low: { value: 5 }, high: { value: 6 } } },
    ],
    ['REAL without a unit', '<value xsi:type="REAL" value="7.5"/>', { valueQuantity: { value: 7.5 } }],
    ['INT', '<value xsi:type="INT" value="7"/>', { valueInteger: 7 }],
    ['ST', '<value xsi:type="ST">Cloudy</value>', { valueString: 'Cloudy' }],
    ['ED that is text', '<value xsi:type="ED">Long words</value>', { valueString: 'Long words' }],
    [
      'a titer',
      '<value xsi:type="RTO_PQ_PQ"><numerator value="1"/><denominator value="128"/></value>',
      { valueRatio: { numerator: { value: 1 }, denominator: { value: 128 } } },
    ],
    [
      'CO',
      '<value xsi:type="CO" code="260385009" codeSystem="2.16.840.1.113883.6.96"/>',
      { valueCodeableConcept: { coding: [{ system: 'http://snomed.info/sct', code: '260385009' }] } },
    ],
  ])('%s', (_, value, expected) => expect(foundIn(value)).toEqual(expected));

  it.each(['PQ', 'CD', 'ST', 'TS'])('a null %s is no value, with the reason', (type) => {
    const found = foundIn(`<value xsi:type="${type}" nullFlavor="ASKU"/>`);
    expect(Object.keys(found)).toEqual(['dataAbsentReason']);
    expect(codesOf(found.dataAbsentReason)).toEqual(['asked-unknown']);
  });

  it('several values are components of the same code, and none of them is the value', () => {
    const one = observationOf(valued('<value xsi:type="ST">A</value><value xsi:type="ST">B</value>'));
    expect(one.valueString).toBeUndefined();
    expect(one.component.map(({ code, valueString }: Json) => [codesOf(code), valueString])).toEqual([
      [['2345-7'], 'A'],
      [['2345-7'], 'B'],
    ]);
  });

  it('a document among the results is the presented form of the report', () => {
    const pdf = '<value xsi:type="ED" mediaType="application/pdf" representation="B64">JVBERi0=</value>';
    const conversion = of(organizer(`${glucose}${completed}`, valued(pdf)));
    expect(conversion.only('DiagnosticReport').presentedForm).toEqual([
      { contentType: 'application/pdf', data: 'JVBERi0=', title: 'Glucose [Mass/volume] in Serum or Plasma' },
    ]);
    expect(codesOf(conversion.only('Observation').dataAbsentReason)).toEqual(['unsupported']);
  });

  it('a document as a result without a report is held by the observation', () => {
    const one = observationOf(
      valued('<value xsi:type="ED" mediaType="application/pdf" representation="B64">JVBERi0=</value>'),
    );
    expect(one.contained[0].content[0].attachment.data).toBe('JVBERi0=');
    expect(one.derivedFrom).toEqual([{ reference: `#${one.contained[0].id}` }]);
    expect(one.extension).toBeUndefined();
  });
});

describe('reference ranges', () => {
  const range = (inside: string): string =>
    `<referenceRange><observationRange>${inside}</observationRange></referenceRange>`;
  const bounds =
    '<value xsi:type="IVL_PQ"><low value="70" unit="mg/dL"/><high value="99" unit="mg/dL"/></value>';
  const ranges = (...inside: string[]): Json =>
    observationOf(valued('<value xsi:type="PQ" value="80"/>', inside.map(range).join(''))).referenceRange;

  it('only the normal range is one', () => {
    const high =
      '<value xsi:type="IVL_PQ"><low value="200"/></value><interpretationCode code="H" codeSystem="2.16.840.1.113883.5.83"/>';
    const normal = `${bounds}<interpretationCode code="N" codeSystem="2.16.840.1.113883.5.83"/>`;
    const found = ranges(high, normal);
    expect(found.map(({ low, high: upper }: Json) => [low.value, upper.value])).toEqual([[70, 99]]);
  });

  it.each([
    ['its text', '<text>70 to 99</text>', '70 to 99'],
    ['a string', '<value xsi:type="ST">below 5</value>', 'below 5'],
    [
      'a code, by its name',
      '<value xsi:type="CO" code="260385009" codeSystem="2.16.840.1.113883.6.96" displayName="Negative"/>',
      'Negative',
    ],
  ])('%s is its text', (_, inside, text) => expect(ranges(inside)).toEqual([{ text }]));

  it('one end has no comparator', () =>
    expect(ranges('<value xsi:type="IVL_PQ"><high value="5"/></value>')).toEqual([{ high: { value: 5 } }]));
});

describe('reports', () => {
  const numbered = (effectiveTime: string): string =>
    result(`${glucose}${completed}${effectiveTime}<value xsi:type="ST">A</value>`);

  it.each([
    ['completed', 'final'],
    ['active', 'registered'],
    ['aborted', 'cancelled'],
    ['nullified', 'entered-in-error'],
  ])('a report that is %s is %s, whatever its results are', (code, status) => {
    const { of: resources } = of(
      organizer(`${glucose}<statusCode code="${code}"/>`, valued('<value xsi:type="ST">A</value>')),
    );
    expect(resources('DiagnosticReport')[0].status).toBe(status);
    expect(resources('Observation')[0].status).toBe('final');
  });

  it('without a time it takes the earliest and the latest of its results', () => {
    const { effectivePeriod } = reportOf(
      glucose,
      numbered('<effectiveTime value="20200302"/>'),
      numbered('<effectiveTime value="20200105"/>'),
    );
    expect(effectivePeriod).toEqual({ start: '2020-01-05', end: '2020-03-02' });
  });

  it('a span of one moment is a point', () => {
    const span = '<effectiveTime><low value="20200302"/><high value="20200302"/></effectiveTime>';
    expect(reportOf(`${glucose}${span}`, numbered(time)).effectiveDateTime).toBe('2020-03-02');
  });

  it('a result without a time has that of its organizer', () => {
    const { of: resources } = of(
      organizer(`${glucose}<effectiveTime value="20200302"/>`, numbered('<effectiveTime nullFlavor="UNK"/>')),
    );
    expect(resources('Observation')[0].effectiveDateTime).toBe('2020-03-02');
  });

  it('an organizer inside an organizer is an observation with members', () => {
    const inner = organizer(`${other}${completed}`, valued('<value xsi:type="ST">A</value>'));
    const conversion = of(organizer(`${glucose}${completed}`, inner));
    const [group] = conversion.of('Observation').filter(({ hasMember }) => hasMember);
    expect(conversion.only('DiagnosticReport').result).toEqual([{ reference: `Observation/${group.id}` }]);
    expect(group.hasMember).toHaveLength(1);
  });
});

describe('categories', () => {
  const categoryOf = (head: string, code: string): [string[], string[]] => {
    const { of: resources } = of(
      organizer(`${head}${completed}`, result(`${code}${completed}${time}<value xsi:type="ST">A</value>`)),
    );
    const [report, observation] = [resources('DiagnosticReport')[0], resources('Observation')[0]];
    return [(report.category ?? []).flatMap(codesOf), (observation.category ?? []).flatMap(codesOf)];
  };

  it('a test of a sample is laboratory', () =>
    expect(categoryOf(glucose, glucose)).toEqual([['LAB'], ['laboratory']]));
  it('imaging is not laboratory', () => {
    const chest = `<code code="24648-8" ${loinc} displayName="XR Chest PA upr"/>`;
    expect(categoryOf(chest, chest)).toEqual([['LP29684-5'], ['imaging']]);
  });
  it('what nothing is known of has none', () => expect(categoryOf(other, other)).toEqual([[], []]));
  it('the organizer’s own category holds for what stands in it', () => {
    const stated = `${other}<sdtc:category code="LAB" codeSystem="2.16.840.1.113883.12.74"/>`;
    expect(categoryOf(stated, other)).toEqual([['LAB'], ['laboratory']]);
  });
  it('what has a specimen is laboratory', () => {
    const specimen =
      '<specimen><specimenRole><id root="2.16.840.1.113883.19.77.7" extension="S"/></specimenRole></specimen>';
    expect(categoryOf(`${other}${specimen}`, other)).toEqual([['LAB'], ['laboratory']]);
  });
});

describe('specimens', () => {
  const role = `<specimenRole><id root="2.16.840.1.113883.19.77.7" extension="S-1"/><specimenPlayingEntity>
<code code="122555007" codeSystem="2.16.840.1.113883.6.96" displayName="Venous blood specimen"/><desc>hemolyzed a little</desc></specimenPlayingEntity></specimenRole>`;
  const specimen = `<specimen typeCode="SPC">${role}</specimen>`;
  const condition = `<entryRelationship typeCode="COMP"><observation classCode="OBS" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.435"/>
<code code="ASSERTION" codeSystem="2.16.840.1.113883.5.4"/><value xsi:type="CD" code="HEM" codeSystem="2.16.840.1.113883.18.313" displayName="Hemolyzed"/></observation></entryRelationship>`;
  const collection = `<procedure classCode="PROC" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.415"/><code code="17636008" codeSystem="2.16.840.1.113883.6.96"/>
<statusCode code="completed"/><effectiveTime value="20200229"/><targetSiteCode code="49852007" codeSystem="2.16.840.1.113883.6.96" displayName="Median cubital vein"/>${condition}</procedure>`;

  it('that of the organizer is that of the report and of each result, with its collection', () => {
    const conversion = of(
      organizer(`${glucose}${completed}${specimen}`, collection, valued('<value xsi:type="ST">A</value>')),
    );
    const one = conversion.only('Specimen');
    const reference = { reference: `Specimen/${one.id}` };
    expect(conversion.only('DiagnosticReport').specimen).toEqual([reference]);
    expect(conversion.only('Observation').specimen).toEqual(reference);
    expect(conversion.of('Procedure')).toEqual([]);
    expect(one).toMatchObject({
      identifier: [{ value: 'S-1' }],
      type: { coding: [{ code: '122555007' }] },
      collection: { collectedDateTime: '2020-02-29', bodySite: { coding: [{ code: '49852007' }] } },
      condition: [{ coding: [{ code: 'HEM' }] }],
      note: [{ text: 'hemolyzed a little' }],
    });
  });

  it('that of a result is not that of the report', () => {
    const conversion = of(
      organizer(`${glucose}${completed}`, valued('<value xsi:type="ST">A</value>', specimen)),
    );
    expect(conversion.only('DiagnosticReport').specimen).toBeUndefined();
    expect(conversion.only('Observation').specimen).toBeDefined();
  });

  it('an empty specimen is none', () => {
    const empty = '<specimen typeCode="SPC" nullFlavor="NI"><specimenRole nullFlavor="NI"/></specimen>';
    expect(
      of(organizer(`${glucose}${empty}`, valued('<value xsi:type="ST">A</value>'))).of('Specimen'),
    ).toEqual([]);
  });
});

it('a score that stands twice under one id, as a number and as a quantity, is one observation', () => {
  const score = (value: string) =>
    `<observation classCode="OBS" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.2"/><id root="2.16.840.1.113883.19.77.8" extension="twice"/>
<code code="44261-6" codeSystem="2.16.840.1.113883.6.1"/><statusCode code="completed"/>${time}${value}</observation>`;
  const both = (first: string, second: string) => of(score(first), score(second)).of('Observation');
  const two = '<value xsi:type="INT" value="2"/>';
  expect(both(two, '<value xsi:type="PQ" value="2" unit="{score}"/>')).toHaveLength(1);
  expect(both(two, '<value xsi:type="PQ" value="2" unit="mg"/>')).toHaveLength(2);
  expect(both(two, '<value xsi:type="PQ" value="3" unit="{score}"/>')).toHaveLength(2);
});
