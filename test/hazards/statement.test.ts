import { describe, expect, it } from 'vitest';
import {
  authorOf,
  clinicalDocument,
  comment,
  criticality,
  problem,
  reaction,
  section,
  severity,
} from '../clinical-document.ts';
import { convert, type Json } from '../conversion.ts';
import { allergyOf, aspirin, codesOf, conditionOf, convertProblems, ended } from './hazard.ts';

describe('allergies', () => {
  it('a severity at the allergy is inherited by each reaction that has none', () => {
    const one = allergyOf({
      more:
        aspirin + severity('24484000') + reaction('247472004') + reaction('422587007', severity('255604002')),
    });
    expect(one.reaction.map((each: Json) => each.severity)).toEqual(['severe', 'mild']);
  });

  it('of several severities at the allergy each holds for the reaction that it follows, and for no other', () => {
    const [mild, severe] = [severity('255604002'), severity('24484000')];
    const parts = [reaction('247472004'), reaction('422587007'), mild, reaction('39579001'), severe].join('');
    const one = allergyOf({ more: aspirin + parts });
    expect(one.reaction.map((each: Json) => each.severity)).toEqual([undefined, 'mild', 'severe']);
  });

  it('an alert of C32 is an allergy, though it has the template of a problem, and its name is the entity’s own', () => {
    const alert =
      '<templateId root="2.16.840.1.113883.10.20.1.18"/><templateId root="2.16.840.1.113883.10.20.1.28"/>';
    const entity =
      '<code nullFlavor="UNK" code="UNK"><originalText>not coded</originalText></code><name>LATEX</name>';
    const participant = `<participant typeCode="CSM"><participantRole><playingEntity>${entity}</playingEntity></participantRole></participant>`;
    const observation = `<observation classCode="OBS" moodCode="EVN">${alert}<id root="1.2.3"/>${participant}</observation>`;
    const act = `<act classCode="ACT" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.1.27"/><entryRelationship typeCode="SUBJ">${observation}</entryRelationship></act>`;
    const conversion = convert(clinicalDocument({ sections: [section('allergies', [act])] }));
    expect(conversion.of('Condition')).toEqual([]);
    expect(conversion.only('AllergyIntolerance').code).toEqual({ text: 'LATEX' });
  });

  it.each([
    ['CRITH', 'high'],
    ['CRITL', 'low'],
    ['CRITU', 'unable-to-assess'],
  ])('criticality %s is %s', (code, expected) =>
    expect(allergyOf({ more: aspirin + criticality(code) }).criticality).toBe(expected),
  );

  it('an end is the abatement extension, never an onset', () => {
    const one = allergyOf({ more: aspirin, effectiveTime: ended('value="2015"', 'value="2016"') });
    expect(one.onsetDateTime).toBe('2015');
    expect(one.extension).toEqual([
      { url: 'http://hl7.org/fhir/StructureDefinition/allergyintolerance-abatement', valueDateTime: '2016' },
    ]);
  });

  it('a severity that hangs where a reaction belongs is no reaction', () => {
    const misplaced = severity('24484000').replace(/typeCode="[A-Z]+"/, 'typeCode="MFST"');
    expect(misplaced).toContain('MFST');
    const one = allergyOf({ more: aspirin + misplaced + reaction('247472004') });
    expect(one.reaction.map((each: Json) => codesOf(each.manifestation[0]))).toEqual([['247472004']]);
  });

  it('an end alone is no onset', () => {
    const one = allergyOf({
      more: aspirin,
      effectiveTime: '<effectiveTime><high value="2016"/></effectiveTime>',
    });
    expect(one.onsetDateTime).toBeUndefined();
  });
});

describe('what belongs to a statement', () => {
  it('a comment is a note with its author and time', () => {
    const { only, of } = convertProblems({
      more: comment('Worse at night', authorOf('20200304', 'B-2', 'Ferrier')),
    });
    const [note] = only('Condition').note;
    expect(note).toMatchObject({ text: 'Worse at night', time: '2020-03-04' });
    const ferrier = of('Practitioner').find(({ name }) => name[0].family === 'Ferrier');
    expect(note.authorReference).toEqual({ reference: `Practitioner/${ferrier.id}` });
  });

  it('the earliest author time is recordedDate, the latest author the recorder, those of the concern among them', () => {
    const { only, of } = convertProblems({
      more: authorOf('20180101', 'B-2', 'Ferrier'),
      concern: authorOf('20170101', 'B-3', 'Tolliver') + authorOf('20190101', 'B-4', 'Underhay'),
    });
    const condition = only('Condition');
    expect(condition.recordedDate).toBe('2017-01-01');
    const underhay = of('Practitioner').find(({ name }) => name[0].family === 'Underhay');
    expect(condition.recorder.reference).toBe(`Practitioner/${underhay.id}`);
  });

  it('an age at onset never stands beside a date', () => {
    const age =
      '<entryRelationship typeCode="SUBJ" inversionInd="true"><observation classCode="OBS" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.31"/><code code="445518008" codeSystem="2.16.840.1.113883.6.96"/><value xsi:type="PQ" value="65" unit="a"/></observation></entryRelationship>';
    const dated = convertProblems({ more: age });
    expect(dated.only('Condition')).toMatchObject({ onsetDateTime: '2015-03-01' });
    expect(dated.only('Condition').onsetAge).toBeUndefined();
    expect(dated.codes).toContain('unwritten');
    const undated = conditionOf({
      more: age,
      effectiveTime: '<effectiveTime><low nullFlavor="UNK"/></effectiveTime>',
    });
    expect(undated.onsetAge).toMatchObject({ value: 65, code: 'a' });
    expect(undated.onsetDateTime ?? undated._onsetDateTime).toBeUndefined();
  });

  it('supporting observations are evidence', () => {
    const support =
      '<entryRelationship typeCode="SPRT"><observation classCode="OBS" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.69"/><code code="88124-3" codeSystem="2.16.840.1.113883.6.1"/><statusCode code="completed"/><value xsi:type="CD" code="LA19952-3" codeSystem="2.16.840.1.113883.6.1"/></observation></entryRelationship>';
    const { only } = convertProblems({ more: support });
    expect(only('Condition').evidence).toEqual([
      { detail: [{ reference: `Observation/${only('Observation').id}` }] },
    ]);
  });

  it('the date of diagnosis is assertedDate, not onset', () => {
    const act =
      '<entryRelationship typeCode="COMP"><act classCode="ACT" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.502"/><code code="77975-1" codeSystem="2.16.840.1.113883.6.1"/><effectiveTime value="20140203"/></act></entryRelationship>';
    const condition = conditionOf({ more: act });
    expect(condition.onsetDateTime).toBe('2015-03-01');
    expect(condition.extension).toEqual([
      { url: 'http://hl7.org/fhir/StructureDefinition/condition-assertedDate', valueDateTime: '2014-02-03' },
    ]);
  });

  it.each([
    ['problems', 'problem-list-item'],
    ['encounters', 'encounter-diagnosis'],
    ['healthConcerns', 'health-concern'],
  ] as const)('category by section: %s is %s', (kind, category) => {
    const condition = convert(clinicalDocument({ sections: [section(kind, [problem()])] })).only('Condition');
    expect(codesOf(condition.category[0])).toEqual([category]);
  });

  it('one problem in two sections is one Condition of both categories', () => {
    const xml = clinicalDocument({
      sections: [section('problems', [problem()]), section('encounters', [problem()])],
    });
    const categories = convert(xml).only('Condition').category.flatMap(codesOf);
    expect(categories).toEqual(expect.arrayContaining(['problem-list-item', 'encounter-diagnosis']));
  });
});

describe('relatives', () => {
  it('what is said of a relative is not said of the patient', () => {
    const subject =
      '<subject><relatedSubject classCode="PRS"><code code="FTH" codeSystem="2.16.840.1.113883.5.111"/></relatedSubject></subject>';
    const observation = `<observation classCode="OBS" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.1.31"/>
<code code="ASSERTION" codeSystem="2.16.840.1.113883.5.4"/><statusCode code="completed"/>
<value xsi:type="CD" code="22298006" codeSystem="2.16.840.1.113883.6.96"/></observation>`;
    const organizer = `<organizer classCode="CLUSTER" moodCode="EVN"><statusCode code="completed"/>${subject}<component>${observation}</component></organizer>`;
    const inAct = problem().replace('<entryRelationship', `${subject}<entryRelationship`);
    const { of, codes } = convert(clinicalDocument({ sections: [section('problems', [organizer, inAct])] }));
    expect([...of('Observation'), ...of('Condition')]).toEqual([]);
    expect(codes).toContain('entry-kept-as-text');
  });
});
