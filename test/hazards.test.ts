import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { offsetsOf } from '../src/migration/zone.ts';
import {
  allergy,
  authorOf,
  clinicalDocument,
  comment,
  criticality,
  type DocumentParts,
  patientOf,
  problem,
  reaction,
  type StatementParts,
  section,
  severity,
  status,
  substance,
} from './clinical-document.ts';
import { contributionOf, convert, type Json } from './conversion.ts';

const fixture = (name: string): string => readFileSync(new URL(`../fixtures/ccda/${name}`, import.meta.url), 'utf8');

const convertProblems = (...parts: StatementParts[]) =>
  convert(clinicalDocument({ sections: [section('problems', parts.map(problem))] }));
const convertAllergies = (...parts: StatementParts[]) =>
  convert(clinicalDocument({ sections: [section('allergies', parts.map(allergy))] }));
const conditionOf = (parts: StatementParts): Json => convertProblems(parts).only('Condition');
const allergyOf = (parts: StatementParts): Json => convertAllergies(parts).only('AllergyIntolerance');
const patientFrom = (ids: string, patient: string): Json =>
  convert(clinicalDocument({ recordTarget: patientOf(ids, patient) })).only('Patient');
const codesOf = (concept: Json): string[] => (concept?.coding ?? []).map(({ code }: Json) => code);
const clinicalOf = (resource: Json): string[] => codesOf(resource.clinicalStatus);

const negated = 'negationInd="true"';
const aspirin = substance('code="1191" codeSystem="2.16.840.1.113883.6.88" displayName="Aspirin"');
const unknownSubstance = substance('nullFlavor="NA"');
const ended = (low: string, high: string): string => `<effectiveTime><low ${low}/><high ${high}/></effectiveTime>`;
const unknownEnd = ended('value="2015"', 'nullFlavor="UNK"');
const active = status('55561003');

describe('negation', () => {
  const { of } = convert(fixture('hazards.xml'));
  const conditions = new Map(of('Condition').map((one) => [codesOf(one.code)[0], one]));
  const [allergies] = [of('AllergyIntolerance')];

  it('a ruled-out infarction is refuted and not a diagnosis', () => {
    const infarction = conditions.get('22298006');
    expect(codesOf(infarction.verificationStatus)).toEqual(['refuted']);
    expect(infarction.clinicalStatus).toBeUndefined();
  });

  it('a problem whose status says "ruled out" is refuted', () => {
    const condition = conditionOf({ more: status('410516002') });
    expect(codesOf(condition.verificationStatus)).toEqual(['refuted']);
    expect(condition.clinicalStatus).toBeUndefined();
  });

  it('a problem that is to be ruled out is unconfirmed', () =>
    expect(codesOf(conditionOf({ more: status('415684004') }).verificationStatus)).toEqual(['unconfirmed']));

  it.each(['true', '1', 'TRUE'])('a refuted problem is never active (negationInd="%s")', (value) => {
    const condition = conditionOf({ attributes: `negationInd="${value}"`, more: active });
    expect(codesOf(condition.verificationStatus)).toEqual(['refuted']);
    expect(condition.clinicalStatus).toBeUndefined();
  });

  it('no known allergies, no latex allergy, no known drug allergies are no allergies to something', () => {
    expect(allergies?.map(({ code }) => codesOf(code))).toEqual([['716186003'], ['1003774007'], ['409137002']]);
  });

  it('a substance that is no risk is never the code of an allergy', () => {
    const one = allergyOf({ attributes: negated, more: aspirin });
    expect(one.code).toBeUndefined();
    const [risk] = one.extension;
    expect(risk.url).toMatch(/substanceExposureRisk$/);
    expect(codesOf(risk.extension[0].valueCodeableConcept)).toEqual(['1191']);
    expect(codesOf(risk.extension[1].valueCodeableConcept)).toEqual(['no-known-reaction-risk']);
  });

  it('no intolerance to food is not "no known allergies"', () => {
    const value = '<value xsi:type="CD" code="235719002" codeSystem="2.16.840.1.113883.6.96"/>';
    const one = allergyOf({ attributes: negated, value, more: unknownSubstance });
    expect(codesOf(one.code)).toEqual(['235719002']);
    expect(codesOf(one.verificationStatus)).toEqual(['refuted']);
    expect(clinicalOf(one)).toEqual([]);
  });

  it('a negated generic problem says "no current problems", its own code beside', () => {
    const value = '<value xsi:type="CD" code="55607006" codeSystem="2.16.840.1.113883.6.96"/>';
    const condition = conditionOf({ attributes: negated, value });
    expect(codesOf(condition.code)).toEqual(['160245001', '55607006']);
    expect(condition.verificationStatus).toBeUndefined();
  });

  it('the words "no known problems" are not refuted in turn', () => {
    const condition = conditionOf({
      attributes: negated,
      value: '<value xsi:type="CD" nullFlavor="NI"/>',
      more: '<text>No known problems</text>',
    });
    expect(codesOf(condition.code)).toEqual(['160245001']);
    expect(condition.code.text).toBe('No known problems');
    expect(condition.verificationStatus).toBeUndefined();
  });
});

describe('status and end', () => {
  it.each([
    ['active', active, ['inactive']],
    ['relapse', status('263855007'), ['inactive']],
    ['resolved', status('413322009'), ['resolved']],
    ['remission', status('277022003'), ['remission']],
    ['inactive', status('73425007'), ['inactive']],
  ])('high UNK forbids active: stated %s', (_, more, expected) => {
    const condition = conditionOf({ effectiveTime: unknownEnd, more });
    expect(clinicalOf(condition)).toEqual(expected);
    expect(condition.abatementDateTime).toBeUndefined();
    expect(condition._abatementDateTime.extension[0].valueCode).toBe('unknown');
  });

  it('a stated active that has ended is said so', () => {
    const { codes } = convertProblems({ effectiveTime: ended('value="2015"', 'value="2016"'), more: active });
    expect(codes).toContain('status-contradicts-end');
  });

  it('an end makes a problem resolved only where nobody states a status', () => {
    const condition = conditionOf({ effectiveTime: ended('value="2015"', 'value="2016"'), concernStatus: 'x' });
    expect(clinicalOf(condition)).toEqual(['resolved']);
    expect(condition.abatementDateTime).toBe('2016');
  });

  it.each(['NI', 'NA', 'NAV', 'ASKU'])('high %s says nothing of an end', (nullFlavor) => {
    const condition = conditionOf({ effectiveTime: ended('value="2015"', `nullFlavor="${nullFlavor}"`), more: active });
    expect(clinicalOf(condition)).toEqual(['active']);
    expect(condition._abatementDateTime).toBeUndefined();
  });

  it('Problem Status comes before the concern’s statusCode', () => {
    expect(clinicalOf(conditionOf({ more: status('413322009'), concernStatus: 'active' }))).toEqual(['resolved']);
    expect(clinicalOf(conditionOf({ concernStatus: 'completed' }))).toEqual(['inactive']);
  });

  it('an allergy that is stated to be active stays active though it has an end', () => {
    const { only, codes } = convertAllergies({ effectiveTime: ended('value="2015"', 'value="2016"'), more: aspirin + active });
    expect(clinicalOf(only('AllergyIntolerance'))).toEqual(['active']);
    expect(codes).toContain('status-contradicts-end');
  });

  it('each observation of a concern is a Condition of its own', () => {
    const one = problem({ id: '<id root="2.16.840.1.113883.19.77.6" extension="S-1"/>' });
    const other = one.slice(one.indexOf('<entryRelationship'), one.lastIndexOf('</act>')).replace('195967001', '38341003');
    const both = one.replace('</act>', `${other}</act>`);
    const { of } = convert(clinicalDocument({ sections: [section('problems', [both])] }));
    expect(of('Condition').map(({ code }) => codesOf(code)[0])).toEqual(['195967001', '38341003']);
  });
});

describe('time', () => {
  it('201003 stays a month', () => expect(conditionOf({ effectiveTime: ended('value="201003"', 'nullFlavor="NI"') }).onsetDateTime).toBe('2010-03'));

  const at = (value: string): string => `<effectiveTime><low value="${value}"/></effectiveTime>`;
  const onset = (value: string, zone?: string): Json => {
    const xml = clinicalDocument({ sections: [section('problems', [problem({ effectiveTime: at(value) })])] });
    return convert(xml, zone ? { offsetAt: offsetsOf(zone) } : {}).only('Condition');
  };

  it('a local time gains no offset', () => {
    const condition = onset('20100301103000');
    expect(condition.onsetDateTime).toBe('2010-03-01');
    expect(condition._onsetDateTime.extension).toEqual([
      { url: 'http://hl7.org/fhir/StructureDefinition/originalText', valueString: '20100301103000' },
    ]);
  });

  it('a date-time keeps its own offset, whatever the site’s is', () =>
    expect(onset('20100301103000+0530', 'America/Chicago').onsetDateTime).toBe('2010-03-01T10:30:00+05:30'));

  it('an offset that is none is not replaced by the site’s', () => {
    const condition = onset('20100301103000-5000', 'America/Chicago');
    expect(condition.onsetDateTime).toBe('2010-03-01');
    expect(condition._onsetDateTime.extension[0].valueString).toBe('20100301103000-5000');
  });

  it('never another element’s offset', () => {
    const parts: DocumentParts = {
      identity: '<id root="2.16.840.1.113883.19.77.9"/><effectiveTime value="20100302080000-0700"/>',
      sections: [section('problems', [problem({ effectiveTime: ended('value="20100301103000"', 'value="20100401103000-0600"') })])],
    };
    const condition = convert(clinicalDocument(parts)).only('Condition');
    expect(condition.onsetDateTime).toBe('2010-03-01');
    expect(condition.abatementDateTime).toBe('2010-04-01T10:30:00-06:00');
  });

  it('--timezone knows daylight saving', () => {
    expect(onset('20100115103000', 'America/Chicago').onsetDateTime).toBe('2010-01-15T10:30:00-06:00');
    expect(onset('20100715103000', 'America/Chicago').onsetDateTime).toBe('2010-07-15T10:30:00-05:00');
  });

  it.each([
    ['never was', '20100314023000', '2010-03-14'],
    ['came twice', '20101107013000', '2010-11-07'],
  ])('a local time that %s is written as a date', (_, literal, date) => {
    const condition = onset(literal, 'America/Chicago');
    expect(condition.onsetDateTime).toBe(date);
    expect(condition._onsetDateTime.extension[0].valueString).toBe(literal);
  });

  it('what is no time is kept as text and never guessed', () => {
    const condition = onset('20101331');
    expect(condition.onsetDateTime).toBeUndefined();
    expect(JSON.stringify(condition._onsetDateTime)).toContain('20101331');
  });

  it('a birth date of a year stays a year', () =>
    expect(convert(fixture('hazards.xml')).only('Patient').birthDate).toBe('1957'));
});

describe('identity', () => {
  const person = '<name use="L"><given>Ansel</given><family>Quillfeather</family></name><administrativeGenderCode code="M" codeSystem="2.16.840.1.113883.5.1"/><birthTime value="19600203"/>';
  const idOf = (ids: string, who = person): string => patientFrom(ids, who).id;
  const nobody = idOf('');

  it.each([
    ['nullFlavor', '<id nullFlavor="UNK"/>'],
    ['the SSN’s root alone', '<id root="2.16.840.1.113883.4.1"/>'],
    ['the NPI’s root alone', '<id root="2.16.840.1.113883.4.6"/>'],
    ['a root with nullFlavor', '<id root="2.16.840.1.113883.19.5" nullFlavor="UNK"/>'],
    ['UNK', '<id root="2.16.840.1.113883.19.5" extension="UNK"/>'],
    ['Unknown', '<id root="2.16.840.1.113883.19.5" extension="Unknown"/>'],
    ['N/A', '<id root="2.16.840.1.113883.19.5" extension="N/A"/>'],
    ['zeros', '<id root="2.16.840.1.113883.19.5" extension="0"/>'],
    ['one digit', '<id root="2.16.840.1.113883.4.1" extension="999-99-9999"/>'],
    ['a UUID of zeros', '<id root="00000000-0000-0000-0000-000000000000"/>'],
    ['an empty extension of a numbering system', '<id root="2.16.840.1.113883.4.1" extension=" "/>'],
  ])('a placeholder identifies nobody: %s', (_, ids) => {
    expect(idOf(ids)).toBe(nobody);
    expect(idOf(ids, person.replace('Quillfeather', 'Brackenbury'))).not.toBe(nobody);
  });

  it('a placeholder never hides a true identifier', () =>
    expect(idOf('<id root="2.16.840.1.113883.4.1"/><id root="2.16.840.1.113883.19.5" extension="7"/>')).toBe(
      idOf('<id root="2.16.840.1.113883.19.5" extension="7"/>'),
    ));

  it('two patients that share MRN and SSN stay two', () => {
    const [a, b] = ['shared-mrn-a.xml', 'shared-mrn-b.xml'].map((name) => contributionOf(fixture(name)).patient);
    expect(a?.identifiers).toEqual(b?.identifiers);
    expect(a?.id).not.toBe(b?.id);
  });

  it('an id root that is no OID keeps its literal under a system of ours', () => {
    const { only, codes } = convert(clinicalDocument({ recordTarget: patientOf('<id root="OUR LIST" extension="7"/>', person) }));
    expect(only('Patient').identifier).toEqual([{ system: 'urn:chartlift:id-root:OUR%20LIST', value: '7' }]);
    expect(codes).toContain('id-root-invalid');
  });

  it('an invalid NPI keeps its value, but not as an NPI, and is said once', () => {
    const author = '<author><time value="2020"/><assignedAuthor><id root="2.16.840.1.113883.4.6" extension="1234567890"/><assignedPerson><name><family>Loomweaver</family></name></assignedPerson></assignedAuthor></author>';
    const { only, codes } = convert(clinicalDocument({ author, sections: [section('problems', [problem({ more: author })])] }));
    expect(only('Practitioner').identifier).toEqual([{ system: 'urn:oid:2.16.840.1.113883.4.6', value: '1234567890' }]);
    // Once for the document's author, once for the statement's.
    expect(codes.filter((code) => code === 'npi-invalid')).toHaveLength(2);
  });
});

describe('unknown is not absent', () => {
  const name = '<name><family>Quillfeather</family></name>';
  const id = '<id root="2.16.840.1.113883.19.5" extension="7"/>';
  const gender = (attributes: string): Json =>
    patientFrom(id, `${name}<administrativeGenderCode ${attributes}/>`);

  it('an unknown gender is unknown, an absent one is absent', () => {
    expect(gender('nullFlavor="UNK"').gender).toBe('unknown');
    expect(patientFrom(id, name).gender).toBeUndefined();
  });

  it('a gender outside the map is unknown, its own code beside', () => {
    const patient = gender('code="X" codeSystem="2.16.840.1.113883.19.8"');
    expect(patient.gender).toBe('unknown');
    expect(JSON.stringify(patient._gender)).toContain('"X"');
  });

  it('a birth date of nullFlavor says why it is absent', () => {
    const unknown = patientFrom(id, `${name}<birthTime nullFlavor="ASKU"/>`);
    expect(unknown._birthDate.extension[0].valueCode).toBe('asked-unknown');
    expect(patientFrom(id, name)._birthDate).toBeUndefined();
  });

  it('the time of death wins over the indicator', () => {
    const dead = patientFrom(id, `${name}<sdtc:deceasedInd value="true"/><sdtc:deceasedTime value="201902"/>`);
    expect(dead.deceasedDateTime).toBe('2019-02');
    expect(dead.deceasedBoolean).toBeUndefined();
  });
});

describe('allergies', () => {
  it('a severity at the allergy is inherited by each reaction that has none', () => {
    const one = allergyOf({
      more: aspirin + severity('24484000') + reaction('247472004') + reaction('422587007', severity('255604002')),
    });
    expect(one.reaction.map((each: Json) => each.severity)).toEqual(['severe', 'mild']);
  });

  it.each([
    ['CRITH', 'high'],
    ['CRITL', 'low'],
    ['CRITU', 'unable-to-assess'],
  ])('criticality %s is %s', (code, expected) =>
    expect(allergyOf({ more: aspirin + criticality(code) }).criticality).toBe(expected));

  it('an end is the abatement extension, never an onset', () => {
    const one = allergyOf({ more: aspirin, effectiveTime: ended('value="2015"', 'value="2016"') });
    expect(one.onsetDateTime).toBe('2015');
    expect(one.extension).toEqual([
      { url: 'http://hl7.org/fhir/StructureDefinition/allergyintolerance-abatement', valueDateTime: '2016' },
    ]);
  });

  it('an end alone is no onset', () => {
    const one = allergyOf({ more: aspirin, effectiveTime: '<effectiveTime><high value="2016"/></effectiveTime>' });
    expect(one.onsetDateTime).toBeUndefined();
  });
});

describe('what belongs to a statement', () => {
  it('a comment is a note with its author and time', () => {
    const { only, of } = convertProblems({ more: comment('Worse at night', authorOf('20200304', 'B-2', 'Ferrier')) });
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
    const undated = conditionOf({ more: age, effectiveTime: '<effectiveTime><low nullFlavor="UNK"/></effectiveTime>' });
    expect(undated.onsetAge).toMatchObject({ value: 65, code: 'a' });
    expect(undated.onsetDateTime ?? undated._onsetDateTime).toBeUndefined();
  });

  it('supporting observations are evidence', () => {
    const support =
      '<entryRelationship typeCode="SPRT"><observation classCode="OBS" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.69"/><code code="88124-3" codeSystem="2.16.840.1.113883.6.1"/><statusCode code="completed"/><value xsi:type="CD" code="LA19952-3" codeSystem="2.16.840.1.113883.6.1"/></observation></entryRelationship>';
    const { only } = convertProblems({ more: support });
    expect(only('Condition').evidence).toEqual([{ detail: [{ reference: `Observation/${only('Observation').id}` }] }]);
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
    const xml = clinicalDocument({ sections: [section('problems', [problem()]), section('encounters', [problem()])] });
    const categories = convert(xml).only('Condition').category.flatMap(codesOf);
    expect(categories).toEqual(expect.arrayContaining(['problem-list-item', 'encounter-diagnosis']));
  });
});
