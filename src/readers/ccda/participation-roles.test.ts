import { describe, expect, it } from 'vitest';
import { clinicalDocument, patientOf } from '../../../test/clinical-document.ts';
import { convert } from '../../../test/conversion.ts';
import { element, scopeOf } from '../../../test/reading.ts';
import { readParticipation } from './participation.ts';

function read(xml: string, self: string[] = []) {
  const root = element(xml);
  const scope = scopeOf(root);
  for (const key of self) scope.directory.self.add(key);
  const who = readParticipation(root, scope)?.who;
  return { who, people: scope.directory.people(), related: scope.directory.relatedPersons() };
}

const id = '<id root="1.2.3" extension="7"/>';
const person =
  '<assignedPerson><name><given>Ada</given><family>Ferrier</family><suffix>MD</suffix></name></assignedPerson>';
const performer = (more: string, head = '') =>
  `<performer typeCode="PRF">${head}<assignedEntity>${id}${more}</assignedEntity></performer>`;
const nucc = 'code="207Q00000X" codeSystem="2.16.840.1.113883.6.101"';

describe('a practitioner’s role', () => {
  it('a code of NUCC is a specialty as well', () => {
    const [role] = read(performer(`<code ${nucc}/>${person}`)).people.practitionerRole;
    expect(role?.codes).toEqual(role?.specialties);
    expect(role?.specialties?.[0]?.codings[0]?.system).toBe('http://nucc.org/provider-taxonomy');
  });

  it('another code is none', () => {
    const other = '<code code="158965000" codeSystem="2.16.840.1.113883.6.96"/>';
    expect(read(performer(other + person)).people.practitionerRole[0]?.specialties).toBeUndefined();
  });

  it('takes specialties of sdtc, and the kind of an organisation of which nothing else is said', () => {
    const more = `<sdtc:specialty ${nucc}/>${person}<representedOrganization><standardIndustryClassCode code="X" codeSystem="1.2.4"/></representedOrganization>`;
    const { people } = read(performer(more));
    expect(people.practitionerRole[0]?.specialties?.map(({ codings }) => codings[0]?.code)).toEqual([
      '207Q00000X',
      'X',
    ]);
    expect(people.organization).toEqual([]);
  });

  it('has the numbers of its work, not those of the person’s home', () => {
    const more = `<telecom use="WP" value="tel:5550101"/><telecom use="HP" value="tel:5550102"/>${person}<code ${nucc}/>`;
    const { people } = read(performer(more));
    expect(people.practitionerRole[0]?.telecoms?.map(({ value }) => value)).toEqual(['5550101']);
    expect(people.practitioner[0]?.telecoms).toHaveLength(2);
  });

  it('a suffix that is a title is a qualification too', () => {
    const [practitioner] = read(performer(person)).people.practitioner;
    expect(practitioner?.qualifications).toEqual([{ codings: [], text: 'MD' }]);
    expect(practitioner?.names?.[0]?.suffix).toEqual(['MD']);
  });
});

it('a performer who is said to be the patient is the patient', () => {
  const self = performer(`<sdtc:patient><sdtc:id root="1.2.9" extension="M"/></sdtc:patient>${person}`);
  expect(read(self, ['urn:oid:1.2.9|M']).who).toEqual({ ref: 'patient' });
});

it('a place that takes part is a location and nobody', () => {
  const place = `<participant typeCode="LOC"><participantRole classCode="SDLOC"><code code="1160-1" codeSystem="2.16.840.1.113883.6.259"/>
<playingEntity classCode="PLC"><name>Fennel Ward</name></playingEntity></participantRole></participant>`;
  const { people, who } = read(place);
  expect(who?.ref).toMatch(/^location\//);
  expect(people.practitioner).toEqual([]);
  expect(people.location[0]?.name).toBe('Fennel Ward');
});

it('an agent is a related person and no practitioner', () => {
  const agent = `<participant typeCode="CST"><participantRole classCode="AGNT"><playingEntity><name><family>Flint</family></name></playingEntity></participantRole></participant>`;
  const { people, related } = read(agent);
  expect(related[0]?.names).toEqual([{ family: 'Flint' }]);
  expect(people.practitioner).toEqual([]);
});

describe('header', () => {
  const event = (functionCode: string) =>
    `<documentationOf><serviceEvent classCode="PCPR">${performer(person, functionCode)}</serviceEvent></documentationOf>`;
  const patientOfEvent = (functionCode: string) =>
    convert(clinicalDocument({ header: event(functionCode) })).only('Patient');

  it.each([
    'code="PCP" codeSystem="2.16.840.1.113883.5.88"',
    'code="PP" codeSystem="2.16.840.1.113883.12.443"',
  ])('a performer of %s is the general practitioner', (code) =>
    expect(patientOfEvent(`<functionCode ${code}/>`).generalPractitioner).toHaveLength(1),
  );

  it('another performer is none', () => {
    const attending = '<functionCode code="ATTPHYS" codeSystem="2.16.840.1.113883.5.88"/>';
    expect(patientOfEvent(attending).generalPractitioner).toBeUndefined();
  });

  it('an alternate identification is an identifier with its kind', () => {
    const rest = `<sdtc:identifiedBy><sdtc:alternateIdentification><sdtc:id root="1.2.8" extension="A-9"/><sdtc:code code="MR" codeSystem="2.16.840.1.113883.18.108"/></sdtc:alternateIdentification></sdtc:identifiedBy>`;
    const patient = convert(
      clinicalDocument({ recordTarget: patientOf(id, '<name><family>A</family></name>', rest) }),
    ).only('Patient');
    expect(patient.identifier).toContainEqual({
      type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MR' }] },
      system: 'urn:oid:1.2.8',
      value: 'A-9',
    });
  });
});
