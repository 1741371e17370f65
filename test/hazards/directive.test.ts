import { describe, expect, it } from 'vitest';
import { clinicalDocument, section } from '../clinical-document.ts';
import { convert, type Json } from '../conversion.ts';
import { codesOf } from './hazard.ts';

const dnr =
  '<value xsi:type="CD" code="304253006" codeSystem="2.16.840.1.113883.6.96" displayName="Not for resuscitation"/>';
const directive = (inner: string, attributes = ''): string =>
  `<observation classCode="OBS" moodCode="EVN" ${attributes}><templateId root="2.16.840.1.113883.10.20.22.4.48"/><id root="2.16.840.1.113883.19.77.31" extension="A-1"/>
<code code="304251008" codeSystem="2.16.840.1.113883.6.96" displayName="Resuscitation status"/><statusCode code="completed"/><effectiveTime><low value="20180213"/><high nullFlavor="NA"/></effectiveTime>${inner}</observation>`;
const converted = (inner: string, attributes?: string) =>
  convert(clinicalDocument({ sections: [section('directives', [directive(inner, attributes)])] }));
const verifier =
  '<participant typeCode="VRF"><time value="20180214"/><participantRole><id root="2.16.840.1.113883.19.77.2" extension="V-1"/><playingEntity><name><given>Flora</given><family>Marchbanks</family></name></playingEntity></participantRole></participant>';
const custodian =
  '<participant typeCode="CST"><participantRole classCode="AGNT"><code code="MTH" codeSystem="2.16.840.1.113883.5.111"/><playingEntity><name><given>Ada</given><family>Thistlewood</family></name></playingEntity></participantRole></participant>';
const file =
  '<reference typeCode="REFR"><externalDocument><id root="2.16.840.1.113883.19.77.32" extension="W-1"/><text mediaType="application/pdf"><reference value="will.pdf"/></text></externalDocument></reference>';

describe('an advance directive', () => {
  it('is an observation of what the patient wants, and no Consent that would need a policy', () => {
    const { of, only } = converted(dnr);
    expect(of('Consent')).toEqual([]);
    expect(codesOf(only('Observation').valueCodeableConcept)).toEqual(['304253006']);
    expect(only('Observation').effectiveDateTime).toBe('2018-02-13');
  });

  it.each([
    ['with a value', dnr],
    ['without one', ''],
  ])('that is negated is never found as one that holds (%s)', (_, value) => {
    const found: Json = converted(value, 'negationInd="true"').only('Observation');
    expect(found.valueCodeableConcept).toBeUndefined();
    expect(found.valueBoolean ?? found.valueString).toEqual(
      value === '' ? false : 'Negated: Not for resuscitation',
    );
  });

  it('names the document, which is elsewhere', () => {
    const { of, only } = converted(dnr + file);
    const document = of('DocumentReference').find(({ content }) => content[0].attachment.url === 'will.pdf');
    expect(document).toMatchObject({ identifier: [{ value: 'W-1' }] });
    expect(only('Observation').derivedFrom).toEqual([{ reference: `DocumentReference/${document.id}` }]);
  });

  it('says who verified it and who keeps it, and neither as performer', () => {
    const { of, only } = converted(dnr + verifier + custodian);
    const agents = of('Provenance').flatMap(({ agent }) => agent.flatMap((one: Json) => codesOf(one.type)));
    expect(agents).toContain('verifier');
    expect(agents).toContain('custodian');
    expect(only('Observation').performer).toBeUndefined();
    expect(only('RelatedPerson').name[0].given).toEqual(['Ada']);
  });

  it('keeps its own state beside it', () => {
    const state =
      '<entryRelationship typeCode="REFR"><observation classCode="OBS" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.1.37"/><code code="33999-4" codeSystem="2.16.840.1.113883.6.1"/><statusCode code="completed"/><value xsi:type="CE" code="15240007" codeSystem="2.16.840.1.113883.6.96" displayName="Current and verified"/></observation></entryRelationship>';
    const found: Json = converted(dnr + state).only('Observation');
    expect(found.component.flatMap((one: Json) => codesOf(one.valueCodeableConcept))).toEqual(['15240007']);
    expect(codesOf(found.valueCodeableConcept)).toEqual(['304253006']);
  });

  it('stands in its organizer', () => {
    const organizer = `<organizer classCode="CLUSTER" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.108"/><id nullFlavor="NI"/><code code="45473-6" codeSystem="2.16.840.1.113883.6.1"/><statusCode code="completed"/><component>${directive(dnr)}</component></organizer>`;
    const { of } = convert(clinicalDocument({ sections: [section('directives', [organizer])] }));
    const [whole] = of('Observation').filter(({ hasMember }) => hasMember);
    const [part] = of('Observation').filter(({ hasMember }) => !hasMember);
    expect(whole.hasMember).toEqual([{ reference: `Observation/${part.id}` }]);
  });
});
