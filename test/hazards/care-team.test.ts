import { describe, expect, it } from 'vitest';
import { clinicalDocument, section } from '../clinical-document.ts';
import { convert, type Json } from '../conversion.ts';
import { codesOf } from './hazard.ts';

const member = (id: string, name: string, more = '', status = 'active'): string =>
  `<component><act classCode="PCPR" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.500.1"/>
<id root="2.16.840.1.113883.19.77.5" extension="${id}"/><code code="85847-2" codeSystem="2.16.840.1.113883.6.1"/>
<statusCode code="${status}"/><effectiveTime><low value="20190301"/></effectiveTime>
<performer typeCode="PRF"><sdtc:functionCode code="PCP" codeSystem="2.16.840.1.113883.5.88" displayName="primary care physician"/>
<assignedEntity><id root="2.16.840.1.113883.19.77.6" extension="${id}"/><assignedPerson><name><given>Ivo</given><family>${name}</family></name></assignedPerson></assignedEntity></performer>
${more}</act></component>`;
const team = (inner: string, status = 'active'): string =>
  `<organizer classCode="CLUSTER" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.500"/>
<id root="2.16.840.1.113883.19.77.4" extension="T-1"/><code code="86744-0" codeSystem="2.16.840.1.113883.6.1"><originalText>The kidney team</originalText></code>
<statusCode code="${status}"/><effectiveTime><low value="20190201"/></effectiveTime>${inner}</organizer>`;
const converted = (inner: string, status?: string) =>
  convert(clinicalDocument({ sections: [section('careTeams', [team(inner, status)])] }));
const teamOf = (inner: string, status?: string): Json => converted(inner, status).only('CareTeam');
const rolesOf = (resource: Json): string[][] =>
  resource.participant.map((one: Json) => one.role.flatMap(codesOf));

describe('a care team', () => {
  it('has its members with their functions and times, one role in each place', () => {
    const found = teamOf(member('M-1', 'Brackenridge') + member('M-2', 'Odling'));
    expect(found).toMatchObject({
      status: 'active',
      name: 'The kidney team',
      period: { start: '2019-02-01' },
    });
    expect(rolesOf(found)).toEqual([['PCP'], ['PCP']]);
    expect(found.participant[0].period).toEqual({ start: '2019-03-01' });
  });

  it('says who leads it, though FHIR has no lead', () => {
    const lead =
      '<participant typeCode="PPRF"><participantRole><id root="2.16.840.1.113883.19.77.5" extension="M-2"/></participantRole></participant>';
    const found = teamOf(lead + member('M-1', 'Brackenridge') + member('M-2', 'Odling'));
    expect(rolesOf(found)).toEqual([['PCP'], ['PCP'], ['PPRF']]);
    expect(found.participant[2].member).toEqual(found.participant[1].member);
  });

  it('has further functions of a member, and others who are kin', () => {
    const found = teamOf(
      member(
        'M-1',
        'Brackenridge',
        `<participant typeCode="IND"><sdtc:functionCode code="ATTPHYS" codeSystem="2.16.840.1.113883.5.88"/><participantRole nullFlavor="NI"/></participant>
<participant typeCode="IND"><participantRole classCode="CAREGIVER"><code code="DAU" codeSystem="2.16.840.1.113883.5.111"/><playingEntity><name><given>Una</given><family>Thistlewood</family></name></playingEntity></participantRole></participant>`,
      ),
    );
    expect(rolesOf(found)).toEqual([['PCP'], ['ATTPHYS'], []]);
    expect(found.participant[2].member.reference).toMatch(/^RelatedPerson\//);
  });

  it('tells of a member who has left that there was an end', () => {
    const [gone] = teamOf(member('M-1', 'Brackenridge', '', 'completed')).participant;
    expect(gone.period).toMatchObject({
      start: '2019-03-01',
      _end: { extension: [{ valueCode: 'unknown' }] },
    });
  });

  it('leaves out a member who was entered in error, and says so', () => {
    const { codes, only } = converted(
      member('M-1', 'Brackenridge', '', 'nullified') + member('M-2', 'Odling'),
    );
    expect(only('CareTeam').participant).toHaveLength(1);
    expect(codes).toContain('care-team-member-nullified');
  });

  it.each([
    ['completed', 'inactive'],
    ['aborted', 'inactive'],
    ['suspended', 'suspended'],
    ['nullified', 'entered-in-error'],
  ])('that is %s is %s', (code, status) => {
    expect(teamOf(member('M-1', 'Brackenridge'), code).status).toBe(status);
  });

  it('has a type by its Care Team Type Observation', () => {
    const type =
      '<component><observation classCode="OBS" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.500.2"/><code code="86744-0" codeSystem="2.16.840.1.113883.6.1"/><statusCode code="completed"/><value xsi:type="CD" code="LA28865-6" codeSystem="2.16.840.1.113883.6.1"/></observation></component>';
    const { of, only } = converted(type + member('M-1', 'Brackenridge'));
    expect(only('CareTeam').category.flatMap(codesOf)).toEqual(['LA28865-6']);
    expect(of('Observation')).toEqual([]);
  });
});
