import { describe, expect, it } from 'vitest';
import { clinicalDocument, patientOf, problem, section } from '../clinical-document.ts';
import { contributionOf, convert, type Json } from '../conversion.ts';
import { fixture, patientFrom } from './hazard.ts';

describe('identity', () => {
  const person =
    '<name use="L"><given>Ansel</given><family>Quillfeather</family></name><administrativeGenderCode code="M" codeSystem="2.16.840.1.113883.5.1"/><birthTime value="19600203"/>';
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
    const [a, b] = ['shared-mrn-a.xml', 'shared-mrn-b.xml'].map(
      (name) => contributionOf(fixture(name)).patient,
    );
    expect(a?.identifiers).toEqual(b?.identifiers);
    expect(a?.id).not.toBe(b?.id);
  });

  it('the EMR’s own number says more than a bare UUID, which twins may share by a copied export', () => {
    const uuid = '<id root="0b3e1f6a-6c1d-4f7e-9a53-2d0c8b1e7f10"/>';
    const mrn = (extension: string) => `<id root="2.16.840.1.113883.19.5" extension="${extension}"/>`;
    expect(idOf(uuid + mrn('7'))).not.toBe(idOf(uuid + mrn('8')));
    expect(idOf(uuid + mrn('7'))).toBe(idOf(mrn('7')));
  });

  it('documents of one chart that differ in given name are doubted aloud', () => {
    const id = '<id root="2.16.840.1.113883.19.5" extension="7"/>';
    const document = (who: string) => clinicalDocument({ recordTarget: patientOf(id, who) });
    const twin = person.replace('Ansel', 'Berthold');
    expect(convert([document(person), document(twin)]).codes).toContain('possible-merge');
    expect(convert([document(person), document(person)]).codes).not.toContain('possible-merge');
  });

  it('an id root that is no OID keeps its literal under a system of ours', () => {
    const { only, codes } = convert(
      clinicalDocument({ recordTarget: patientOf('<id root="OUR LIST" extension="7"/>', person) }),
    );
    expect(only('Patient').identifier).toEqual([{ system: 'urn:chartlift:id-root:OUR%20LIST', value: '7' }]);
    expect(codes).toContain('id-root-invalid');
  });

  it('an invalid NPI keeps its value, but not as an NPI, and is said once', () => {
    const author =
      '<author><time value="2020"/><assignedAuthor><id root="2.16.840.1.113883.4.6" extension="1234567890"/><assignedPerson><name><family>Loomweaver</family></name></assignedPerson></assignedAuthor></author>';
    const { only, codes } = convert(
      clinicalDocument({ author, sections: [section('problems', [problem({ more: author })])] }),
    );
    expect(only('Practitioner').identifier).toEqual([
      { system: 'urn:oid:2.16.840.1.113883.4.6', value: '1234567890' },
    ]);
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
    const dead = patientFrom(
      id,
      `${name}<sdtc:deceasedInd value="true"/><sdtc:deceasedTime value="201902"/>`,
    );
    expect(dead.deceasedDateTime).toBe('2019-02');
    expect(dead.deceasedBoolean).toBeUndefined();
  });
});
