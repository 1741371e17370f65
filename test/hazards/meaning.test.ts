import { describe, expect, it } from 'vitest';
import { clinicalDocument, problem, reaction, section } from '../clinical-document.ts';
import { convert, type Json } from '../conversion.ts';
import { aspirin, codesOf, conditionOf, convertAllergies, negated, patientFrom } from './hazard.ts';
import { medicated } from './substance.ts';

const snomed = 'codeSystem="2.16.840.1.113883.6.96"';

const entryOf = (kind: Parameters<typeof section>[0], entry: string) =>
  convert(clinicalDocument({ sections: [section(kind, [entry])] }));

describe('what belongs to whom', () => {
  it('a reaction that hangs on the concern is one of its allergy, and no allergy', () => {
    const { only } = convertAllergies({ more: aspirin, concern: reaction('247472004') });
    const { reaction: reactions } = only('AllergyIntolerance');
    expect(reactions.map(({ manifestation }: Json) => codesOf(manifestation[0]))).toEqual([['247472004']]);
  });

  it('the place that a patient was sent to is no place of the visit', () => {
    const place = `<participantRole classCode="SDLOC"><code code="1160-1" codeSystem="2.16.840.1.113883.6.259"/>
<playingEntity classCode="PLC"><name>Heron Ward</name></playingEntity></participantRole>`;
    const { only } = entryOf(
      'encounters',
      `<encounter classCode="ENC" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.49"/>
<id root="1.2.3" extension="1"/><effectiveTime value="20200102"/><participant typeCode="DST">${place}</participant></encounter>`,
    );
    const { location, hospitalization } = only('Encounter');
    expect(location).toBeUndefined();
    expect(hospitalization.destination.reference).toMatch(/^Location\//);
  });

  it('a patient who speaks for themselves is no practitioner', () => {
    const role = `<assignedEntity><id root="1.2.3" extension="other"/><code code="ONESELF" codeSystem="2.16.840.1.113883.5.111"/>
<assignedPerson><name><given>Orla</given><family>Thistlewood</family></name></assignedPerson></assignedEntity>`;
    const { of, only } = convert(
      clinicalDocument({
        header: `<authenticator><time value="20200102"/><signatureCode code="S"/>${role}</authenticator>`,
      }),
    );
    const [attester] = only('Composition').attester;
    expect(attester).toMatchObject({
      mode: 'personal',
      party: { reference: expect.stringMatching(/^Patient/) },
    });
    expect(of('Practitioner').flatMap(({ name }) => name.map(({ family }: Json) => family))).toEqual([
      'Loomweaver',
    ]);
  });
});

describe('what is not so', () => {
  it('words of "problems" alone do not name a problem that there is none of', () => {
    const value = `<value xsi:type="CD" code="55607006" ${snomed}><originalText>problems</originalText></value>`;
    const { code } = conditionOf({ attributes: negated, value });
    expect(codesOf(code)).toContain('160245001');
    expect(code.text).toBe('No current problems or disability');
  });

  it('a statement of which nothing is known states no problem', () => {
    const unknown = problem().replace(
      '<observation classCode="OBS"',
      '<observation nullFlavor="UNK" classCode="OBS"',
    );
    const { of, codes } = convert(clinicalDocument({ sections: [section('problems', [unknown])] }));
    expect(of('Condition')).toEqual([]);
    expect(codes).toContain('statement-null');
  });

  it('a negated plan that names nothing is an empty section, and not an order', () => {
    const { of, only } = entryOf(
      'plan',
      `<procedure classCode="PROC" moodCode="INT" ${negated}><templateId root="2.16.840.1.113883.10.20.22.4.41"/>
<id root="1.2.3" extension="1"/><code nullFlavor="NI"/><statusCode code="active"/></procedure>`,
    );
    expect(of('ServiceRequest')).toEqual([]);
    expect(codesOf(only('Composition').section[0].emptyReason)).toEqual(['nilknown']);
  });

  it('a negated pregnancy is "not pregnant"', () => {
    const { only } = entryOf(
      'socialHistory',
      `<observation classCode="OBS" moodCode="EVN" ${negated}><templateId root="2.16.840.1.113883.10.20.15.3.8"/>
<id root="1.2.3" extension="1"/><code code="ASSERTION" codeSystem="2.16.840.1.113883.5.4"/><statusCode code="completed"/>
<effectiveTime value="20200102"/><value xsi:type="CD" code="77386006" ${snomed}/></observation>`,
    );
    expect(codesOf(only('Observation').valueCodeableConcept)).toEqual(['60001007']);
  });

  it('a condition of which no criterion is given makes no drug one to be taken as needed', () => {
    const { only } = medicated({ after: '<precondition typeCode="PRCN"/>' });
    const [dosage] = only('MedicationRequest').dosageInstruction;
    expect(dosage.asNeededBoolean).toBeUndefined();
    expect(dosage.asNeededCodeableConcept).toBeUndefined();
  });
});

describe('what is said in parts', () => {
  it('a side of the body is not left out', () => {
    const site = `<targetSiteCode code="30021000" ${snomed} displayName="Leg"><qualifier><name code="272741003" ${snomed} displayName="Laterality"/>
<value code="7771000" ${snomed} displayName="Left"/></qualifier></targetSiteCode>`;
    const [bodySite] = conditionOf({ more: site }).bodySite;
    expect(codesOf(bodySite)).toEqual(['30021000', '30021000:272741003=7771000']);
    expect(bodySite.text).toMatch(/Leg.*Left/);
  });

  it('what is left of a masked number is shown, and is no number', () => {
    const id = '<id root="2.16.840.1.113883.4.1" nullFlavor="MSK" extension="***-**-1234"/>';
    const own = '<id root="2.16.840.1.113883.19.77.1" extension="ZZMRN-77"/>';
    const name = '<name><given>Orla</given><family>Thistlewood</family></name>';
    const masked = patientFrom(own + id, name).identifier.find(({ value }: Json) => value === undefined);
    expect(masked.system).toBe('http://hl7.org/fhir/sid/us-ssn');
    expect(JSON.stringify(masked)).toContain('***-**-1234');
  });

  it('a value that is only given in a unit of the laboratory is a value', () => {
    const { only } = entryOf(
      'results',
      `<organizer classCode="BATTERY" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.1"/>
<id root="1.2.3" extension="1"/><code code="58410-2" codeSystem="2.16.840.1.113883.6.1"/><statusCode code="completed"/>
<component><observation classCode="OBS" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.2"/><id root="1.2.3" extension="2"/>
<code code="777-3" codeSystem="2.16.840.1.113883.6.1"/><statusCode code="completed"/><effectiveTime value="20200102"/>
<value xsi:type="PQ" nullFlavor="OTH"><translation value="7" nullFlavor="OTH"><originalText>drops/field</originalText></translation></value>
</observation></component></organizer>`,
    );
    expect(only('Observation').valueQuantity).toEqual({ value: 7, unit: 'drops/field' });
    expect(only('Observation').dataAbsentReason).toBeUndefined();
  });
});
