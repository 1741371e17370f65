import { describe, expect, it } from 'vitest';
import { clinicalDocument, patientOf, problem, section } from '../../../test/clinical-document.ts';
import { contributionOf } from '../../../test/conversion.ts';
import { element, scopeOf } from '../../../test/reading.ts';
import { readOrganization, readParticipation, readParticipations } from './participation.ts';

function read(xml: string, self: string[] = []) {
  const root = element(xml);
  const scope = scopeOf(root);
  for (const key of self) scope.directory.self.add(key);
  const participation = readParticipation(root, scope);
  const people = scope.directory.people();
  const [kind = '', id] = participation?.who?.ref.split('/') ?? [];
  const who = (people as unknown as Record<string, { id: string }[]>)[kind]?.find((one) => one.id === id);
  const codes = scope.issues.map(({ code }) => code);
  return { participation, kind, who, people, related: scope.directory.relatedPersons(), codes };
}

const person = '<assignedPerson><name><given>Ada</given><family>Ferrier</family></name></assignedPerson>';
const id = '<id root="1.2.3" extension="7"/>';
const organization =
  '<representedOrganization><id root="1.2.4" extension="9"/><name>Fennel Clinic</name></representedOrganization>';
const authored = (role: string) =>
  `<author><time value="2020"/><assignedAuthor>${role}</assignedAuthor></author>`;

describe('readParticipation', () => {
  it('a person alone is a practitioner', () => {
    const { kind, who, participation } = read(authored(id + person));
    expect(kind).toBe('practitioner');
    expect(who).toMatchObject({
      names: [{ given: ['Ada'], family: 'Ferrier' }],
      identifiers: [{ value: '7' }],
    });
    expect(participation?.time).toEqual({ value: '2020' });
  });

  it('an organisation or a code makes a role; the id stays the person’s', () => {
    for (const more of [organization, '<code code="207R00000X" codeSystem="2.16.840.1.113883.6.101"/>']) {
      const { kind, who, people } = read(authored(id + person + more));
      expect(kind).toBe('practitionerRole');
      expect(who).not.toHaveProperty('identifiers');
      expect(people.practitioner[0]?.identifiers).toEqual([{ system: 'urn:oid:1.2.3', value: '7' }]);
    }
  });

  it('a placeholder of somebody without a name is nobody, and said', () => {
    const { kind, people, codes } = read(
      authored(`<id root="1.2.3" extension="0000000000"/>${organization}`),
    );
    expect(kind).toBe('organization');
    expect(people.practitioner).toEqual([]);
    expect(codes).toEqual(['placeholder-left-out']);
    expect(read(authored(`<id nullFlavor="UNK"/>${organization}`)).codes).toEqual([]);
  });

  it('an organisation without a person is an organisation', () =>
    expect(read(authored(organization)).kind).toBe('organization'));

  it('a device that wrote is a device of its owner', () => {
    const device =
      '<assignedAuthoringDevice><manufacturerModelName>M-1</manufacturerModelName><softwareName>S-2</softwareName></assignedAuthoringDevice>';
    const { kind, who, people } = read(authored(id + device + organization));
    expect(kind).toBe('device');
    expect(who).toMatchObject({
      model: 'M-1',
      software: 'S-2',
      organization: { ref: `organization/${people.organization[0]?.id}` },
    });
    expect(people.practitioner).toEqual([]);
  });

  it('kin is a related person, and no practitioner', () => {
    const { kind, related, people } = read(
      '<informant><relatedEntity classCode="PRS"><code code="MTH" codeSystem="2.16.840.1.113883.5.111"/><relatedPerson><name><family>Flint</family></name></relatedPerson></relatedEntity></informant>',
    );
    expect(kind).toBe('relatedPerson');
    expect(related[0]).toMatchObject({
      names: [{ family: 'Flint' }],
      relationships: [{ codings: [{ code: 'MTH' }] }],
    });
    expect(people.practitioner).toEqual([]);
  });

  it('who has an identifier of the patient is the patient', () =>
    expect(read(authored(id + person), ['urn:oid:1.2.3|7']).participation?.who).toEqual({ ref: 'patient' }));

  it('two placeholders are not one patient', () =>
    expect(read(authored(`<id root="1.2.3" extension="UNK"/>${person}`), ['urn:oid:1.2.3|UNK']).kind).toBe(
      'practitioner',
    ));

  it('somebody of whom nothing is known is nobody, though the time stays', () => {
    const { participation } = read(authored('<id nullFlavor="NI"/>'));
    expect(participation).toEqual({ time: { value: '2020' } });
    expect(
      read('<author><assignedAuthor><id nullFlavor="NI"/></assignedAuthor></author>').participation,
    ).toBeUndefined();
  });

  it('keeps the function and, where the element does not say it, the type', () => {
    const performer = `<performer typeCode="PPRF"><functionCode code="PCP" codeSystem="2.16.840.1.113883.5.88"/><time><low value="2019"/><high value="2020"/></time><assignedEntity>${id}${person}</assignedEntity></performer>`;
    const { participation } = read(performer);
    expect(participation?.roles?.map(({ codings }) => codings[0]?.code)).toEqual(['PPRF', 'PCP']);
    expect(participation?.period).toEqual({ start: { value: '2019' }, end: { value: '2020' } });
  });

  it('one person who writes twice is one', () => {
    const root = element(`<a>${authored(id + person)}${authored(id + person)}</a>`);
    const scope = scopeOf(root);
    const [one, other] = readParticipations(root, 'author', scope) ?? [];
    expect(one?.who).toEqual(other?.who);
    expect(scope.directory.people().practitioner).toHaveLength(1);
  });

  it('one NPI under two names is two', () => {
    const npi = '<id root="2.16.840.1.113883.4.6" extension="1234567893"/>';
    const root = element(
      `<a>${authored(npi + person)}${authored(npi + person.replace('Ferrier', 'Tolliver'))}</a>`,
    );
    const scope = scopeOf(root);
    readParticipations(root, 'author', scope);
    expect(scope.directory.people().practitioner).toHaveLength(2);
  });
});

describe('an author of an entry by id alone', () => {
  const header = `<author><time value="2020"/><assignedAuthor>${id}<id root="2.16.840.1.113883.4.6" extension="1234567893"/>${person}</assignedAuthor></author>`;
  const read = (author: string) =>
    contributionOf(
      clinicalDocument({ author: header, sections: [section('problems', [problem({ more: author })])] }),
    );

  it('is the header’s author, with all that is known of them', () => {
    const { statements, people } = read(authored(id));
    expect(people.practitioner).toHaveLength(1);
    expect(statements.problem?.[0]?.recorder).toEqual(statements.document?.[0]?.authors?.[0]?.who);
  });

  it('is nobody else where the id is another', () => {
    const { statements, people } = read(authored('<id root="1.2.3" extension="8"/>'));
    expect(people.practitioner).toHaveLength(2);
    expect(statements.problem?.[0]?.recorder).not.toEqual(statements.document?.[0]?.authors?.[0]?.who);
  });

  it('the patient’s own document names the patient', () => {
    const recordTarget = patientOf(id, '<name><family>Quillfeather</family></name>');
    const { statements, patient } = contributionOf(clinicalDocument({ recordTarget, author: authored(id) }));
    expect(patient.identifiers?.[0]?.value).toBe('7');
    expect(statements.document?.[0]?.authors?.[0]?.who).toEqual({ ref: 'patient' });
  });
});

describe('readOrganization', () => {
  const read = (xml: string) => {
    const root = element(`<o>${xml}</o>`);
    const scope = scopeOf(root);
    const ref = readOrganization(root, scope)?.ref;
    const all = scope.directory.people().organization;
    return { all, one: all.find((each) => `organization/${each.id}` === ref) };
  };

  it('knows what it is part of, and that what of', () => {
    const { all, one } = read(
      '<name>Ward</name><asOrganizationPartOf><wholeOrganization><name>Hospital</name><asOrganizationPartOf><wholeOrganization><name>Trust</name></wholeOrganization></asOrganizationPartOf></wholeOrganization></asOrganizationPartOf>',
    );
    const byName = (name: string) => all.find((each) => each.name === name);
    expect(one?.partOf?.ref).toBe(`organization/${byName('Hospital')?.id}`);
    expect(byName('Hospital')?.partOf?.ref).toBe(`organization/${byName('Trust')?.id}`);
  });

  it('is none without a name and an identifier', () =>
    expect(read('<id nullFlavor="NI"/><telecom value="tel:5550101"/>').all).toEqual([]));

  it('is told from its namesake elsewhere by its address', () => {
    const [one, other] = ['X', 'Y'].map(
      (city) => read(`<name>Clinic</name><addr><city>${city}</city></addr>`).one?.id,
    );
    expect(one).not.toBe(other);
  });
});
