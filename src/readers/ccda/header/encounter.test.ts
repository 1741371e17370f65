import { describe, expect, it } from 'vitest';
import { clinicalDocument } from '../../../../test/clinical-document.ts';
import { contributionOf } from '../../../../test/conversion.ts';

function read(encounter: string) {
  const contribution = contributionOf(
    clinicalDocument({
      header: `<componentOf><encompassingEncounter>${encounter}</encompassingEncounter></componentOf>`,
    }),
  );
  return {
    ...contribution,
    encounter: contribution.statements.encounter?.[0],
    document: contribution.statements.document?.[0],
  };
}

const act = 'codeSystem="2.16.840.1.113883.5.4"';
const entity = (family: string) =>
  `<assignedEntity><id root="1.2.3" extension="${family}"/><assignedPerson><name><family>${family}</family></name></assignedPerson></assignedEntity>`;

describe('readEncompassingEncounter', () => {
  it('is the encounter of the document', () => {
    const { encounter, document } = read('<id root="1.2.3" extension="V-1"/>');
    expect(document?.encounter?.ref).toBe(`encounter/${encounter?.id}`);
    expect(encounter?.identifiers).toEqual([{ system: 'urn:oid:1.2.3', value: 'V-1' }]);
  });

  it.each([
    ['ActCode is the class', `<code code="IMP" ${act}/>`, ['IMP'], undefined],
    [
      'another code is a type',
      '<code code="185349003" codeSystem="2.16.840.1.113883.6.96"/>',
      undefined,
      ['185349003'],
    ],
    [
      'a billing code is a type, and the class that it means',
      '<code code="99213" codeSystem="2.16.840.1.113883.6.12"/>',
      ['AMB'],
      ['99213'],
    ],
    [
      'ActCode among the translations',
      `<code code="99213" codeSystem="2.16.840.1.113883.6.12"><translation code="AMB" ${act}/></code>`,
      ['AMB'],
      ['99213'],
    ],
    ['no code', '', undefined, undefined],
  ])('%s', (_, code, classes, types) => {
    const { encounter } = read(code);
    expect(encounter?.class?.codings.map((one) => one.code)).toEqual(classes);
    expect(encounter?.types?.[0]?.codings.map((one) => one.code)).toEqual(types);
  });

  it.each([
    ['<effectiveTime><low value="2019"/><high value="2020"/></effectiveTime>', 'finished'],
    ['<effectiveTime><low value="2019"/></effectiveTime>', 'unknown'],
    ['<effectiveTime><low value="2019"/><high nullFlavor="UNK"/></effectiveTime>', 'unknown'],
  ])('%s is %s', (time, status) => expect(read(time).encounter?.status).toBe(status));

  it('keeps who took part, where it was, and how it ended', () => {
    const { encounter, people } =
      read(`<dischargeDispositionCode code="01" codeSystem="2.16.840.1.113883.12.112"/>
<responsibleParty>${entity('Abel')}</responsibleParty><encounterParticipant typeCode="ATND">${entity('Baker')}</encounterParticipant>
<location><healthCareFacility><id root="1.2.3" extension="L-1"/><code code="1116-4" codeSystem="2.16.840.1.113883.6.259"/><location><name>Ward 3</name></location>
<serviceProviderOrganization><name>Fennel Hospital</name></serviceProviderOrganization></healthCareFacility></location>`);
    expect(encounter?.participants?.map(({ roles }) => roles?.[0]?.codings[0]?.code)).toEqual([
      'ATND',
      'RESP',
    ]);
    expect(people.location[0]).toMatchObject({ name: 'Ward 3' });
    expect(encounter?.locations?.[0]?.location.ref).toBe(`location/${people.location[0]?.id}`);
    expect(people.organization.map(({ name }) => name)).toContain('Fennel Hospital');
    expect(encounter?.dischargeDisposition?.codings[0]?.code).toBe('01');
  });
});
