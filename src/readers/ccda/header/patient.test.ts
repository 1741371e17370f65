import { describe, expect, it } from 'vitest';
import { reading } from '../../../../test/reading.ts';
import { readPatient } from './patient.ts';

const role = (patient: string, more = '') =>
  reading(`<patientRole>${more}<patient>${patient}</patient></patientRole>`, (element, scope) =>
    readPatient(element, 'p', scope),
  ).value;

const cdc = '2.16.840.1.113883.6.238';
const race = (code: string, more = '') => `<raceCode code="${code}" codeSystem="${cdc}" ${more}/>`;
const sdtcRace = (code: string, more = '') => `<sdtc:raceCode code="${code}" codeSystem="${cdc}" ${more}/>`;

describe('readPatient', () => {
  it('leaves out what the source leaves out', () => expect(role('')).toEqual({ id: 'p' }));

  it('keeps all names, addresses and telecoms', () => {
    const patient = role(
      '<name><family>A</family></name><name use="P"><given qualifier="CL">B</given></name>',
      '<addr><city>X</city></addr><addr><city>Y</city></addr><telecom value="tel:5550101"/><telecom value="mailto:a@b.example"/>',
    );
    expect(patient.names?.map(({ use }) => use)).toEqual([undefined, 'nickname']);
    expect(patient.addresses).toHaveLength(2);
    expect(patient.telecoms?.map(({ system }) => system)).toEqual(['phone', 'email']);
  });

  it.each([
    ['code="M"', { gender: 'male' }],
    ['code="UN"', { gender: 'other' }],
    ['code="X"', { gender: 'unknown', genderConcept: { codings: [{ code: 'X' }] } }],
    ['nullFlavor="UNK"', { gender: 'unknown' }],
  ])('gender %s', (attributes, expected) =>
    expect(role(`<administrativeGenderCode ${attributes}/>`)).toEqual({ id: 'p', ...expected }),
  );

  it.each([
    ['<sdtc:deceasedInd value="false"/>', { deceased: false }],
    [
      '<sdtc:deceasedInd value="true"/><sdtc:deceasedTime value="2019"/>',
      { deceased: true, died: { value: '2019' } },
    ],
    ['<sdtc:deceasedTime nullFlavor="UNK"/>', {}],
    [
      '<sdtc:multipleBirthInd value="true"/><sdtc:multipleBirthOrderNumber value="2"/>',
      { multipleBirth: true, birthOrder: '2' },
    ],
    ['<birthTime value="196002031015-0500"/>', { birth: { value: '1960-02-03T10:15:00-05:00' } }],
    ['<maritalStatusCode nullFlavor="UNK"/>', {}],
    ['<birthplace><place><name>Larkspur</name></place></birthplace>', { birthPlace: { text: 'Larkspur' } }],
  ])('%s', (xml, expected) => expect(role(xml)).toEqual({ id: 'p', ...expected }));

  it('sorts races into OMB’s categories, finer ones and others, and keeps the words once', () => {
    const { race: found } = role(
      race('2106-3', 'displayName="White"') +
        sdtcRace('2108-9', 'displayName="European"') +
        sdtcRace('2106-3', 'displayName="White"') +
        '<raceCode code="W" codeSystem="2.16.840.1.113883.19.8" displayName="Caucasian"/>',
    );
    expect(found?.categories?.map(({ code }) => code)).toEqual(['2106-3']);
    expect(found?.detailed?.map(({ code }) => code)).toEqual(['2108-9']);
    expect(found?.other?.map(({ codings }) => codings[0]?.code)).toEqual(['W']);
    expect(found?.text).toBe('White, Caucasian, European');
  });

  it('names the category of a finer race that is under another one than the stated', () => {
    const { race: found } = role(race('2106-3') + sdtcRace('2058-6') + sdtcRace('2108-9'));
    expect(found?.categories?.map(({ code }) => code)).toEqual(['2106-3', '2054-5']);
    expect(found?.detailed?.map(({ code }) => code)).toEqual(['2058-6', '2108-9']);
  });

  it('a race that is masked says so and names none', () =>
    expect(role('<raceCode nullFlavor="MSK"/>').race).toEqual({ absent: 'masked' }));

  it('takes a finer race where a category belongs for what it is', () => {
    const { race: found } = role(race('2108-9'));
    expect(found?.categories).toBeUndefined();
    expect(found?.detailed).toHaveLength(1);
  });

  it('a race that was asked and not known is a category of US Core', () =>
    expect(role('<raceCode nullFlavor="ASKU"/>').race?.categories).toEqual([
      { system: 'http://terminology.hl7.org/CodeSystem/v3-NullFlavor', code: 'ASKU' },
    ]));

  it('a race of NI is none', () => expect(role('<raceCode nullFlavor="NI"/>').race).toBeUndefined());

  it('a guardian is a contact GUARD with the kinship beside', () => {
    const { contacts } = role(
      '<guardian><code code="FTH" codeSystem="2.16.840.1.113883.5.111"/><guardianPerson><name><family>Ferrier</family></name></guardianPerson></guardian>',
    );
    expect(contacts?.[0]?.relationships?.map(({ codings }) => codings[0]?.code)).toEqual(['GUARD', 'FTH']);
    expect(contacts?.[0]?.names).toEqual([{ family: 'Ferrier' }]);
  });

  it('a guardian of whom nothing is said is none', () =>
    expect(role('<guardian><code code="FTH"/></guardian>').contacts).toBeUndefined());

  it('reads languages with preference and proficiency', () => {
    const { communications } = role(
      '<languageCommunication><languageCode code="es"/><modeCode code="ESP"/><proficiencyLevelCode code="G"/><preferenceInd value="false"/></languageCommunication><languageCommunication><languageCode nullFlavor="UNK"/></languageCommunication>',
    );
    expect(communications).toEqual([
      {
        language: { codings: [{ system: 'urn:ietf:bcp:47', code: 'es' }] },
        preferred: false,
        proficiencies: [{ type: { code: 'ESP' }, level: { code: 'G' } }],
      },
    ]);
  });
});
