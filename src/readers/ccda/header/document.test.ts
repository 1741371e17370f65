import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clinicalDocument } from '../../../../test/clinical-document.ts';
import { contributionOf } from '../../../../test/conversion.ts';

const headerOf = (header: string) => contributionOf(clinicalDocument({ header })).statements.document?.[0];
const codesOf = (header: string) =>
  contributionOf(clinicalDocument({ header })).issues.map(({ code }) => code);

const related = (typeCode: string, parent: string) =>
  `<relatedDocument typeCode="${typeCode}"><parentDocument>${parent}</parentDocument></relatedDocument>`;
const assigned = (family: string) =>
  `<assignedEntity><id root="2.16.840.1.113883.19.77.2" extension="${family}"/><assignedPerson><name><family>${family}</family></name></assignedPerson></assignedEntity>`;

describe('readHeader', () => {
  it('keeps set, version, templates and time', () => {
    const identity =
      '<templateId root="2.16.840.1.113883.10.20.22.1.1" extension="2015-08-01"/><templateId root="1.2.3"/><id root="2.16.840.1.113883.19.77.9" extension="D-1"/><code code="34133-9" codeSystem="2.16.840.1.113883.6.1"/><title> A  title </title><effectiveTime value="20200102080000-0500"/><confidentialityCode code="R" codeSystem="2.16.840.1.113883.5.25"/><languageCode code="en-US"/><setId root="1.2.3" extension="S"/><versionNumber value="2"/>';
    expect(contributionOf(clinicalDocument({ identity })).statements.document?.[0]).toMatchObject({
      identifiers: [{ system: 'urn:oid:2.16.840.1.113883.19.77.9', value: 'D-1' }],
      templates: ['2.16.840.1.113883.10.20.22.1.1:2015-08-01', '1.2.3'],
      type: { codings: [{ code: '34133-9' }] },
      title: 'A title',
      date: { value: '2020-01-02T08:00:00-05:00' },
      confidentiality: { codings: [{ code: 'R' }] },
      language: 'en-US',
      setId: { system: 'urn:oid:1.2.3', value: 'S' },
      version: '2',
    });
  });

  it.each([
    ['RPLC', 'replaces'],
    ['APND', 'appends'],
    ['XFRM', 'transforms'],
  ])('a related document %s', (typeCode, type) =>
    expect(headerOf(related(typeCode, '<id root="1.2.3" extension="D-0"/>'))?.related).toEqual([
      { type, identifiers: [{ system: 'urn:oid:1.2.3', value: 'D-0' }] },
    ]),
  );

  it.each([
    ['an unknown relation', related('toString', '<id root="1.2.3" extension="D-0"/>')],
    ['no identifier', related('RPLC', '<id nullFlavor="NI"/>')],
    ['no document', '<relatedDocument typeCode="RPLC"/>'],
  ])('says that a related document has %s', (_, xml) => {
    expect(headerOf(xml)?.related).toBeUndefined();
    expect(codesOf(xml)).toContain('related-document-unread');
  });

  it('keeps every participation of the header', () => {
    const header = `<dataEnterer>${assigned('Abel')}</dataEnterer><informant>${assigned('Baker')}</informant>
<informationRecipient><intendedRecipient><informationRecipient><name><family>Chase</family></name></informationRecipient></intendedRecipient></informationRecipient>
<legalAuthenticator><time value="2020"/>${assigned('Drew')}</legalAuthenticator><authenticator><time value="2021"/>${assigned('Eames')}</authenticator>
<participant typeCode="IND"><associatedEntity classCode="NOK"><associatedPerson><name><family>Flint</family></name></associatedPerson></associatedEntity></participant>
<inFulfillmentOf><order><id root="1.2.3" extension="O-1"/></order></inFulfillmentOf>
<documentationOf><serviceEvent><effectiveTime><low value="2019"/></effectiveTime><performer typeCode="PRF"><functionCode code="PCP" codeSystem="2.16.840.1.113883.5.88"/>${assigned('Gale')}</performer></serviceEvent></documentationOf>`;
    const { statements, people } = contributionOf(clinicalDocument({ header }));
    const document = statements.document?.[0];
    expect(people.practitioner.map(({ names }) => names?.[0]?.family).toSorted()).toEqual([
      'Abel',
      'Baker',
      'Chase',
      'Drew',
      'Eames',
      'Gale',
      'Loomweaver',
    ]);
    expect(statements.relatedPerson?.map(({ names }) => names?.[0]?.family)).toEqual(['Flint']);
    for (const name of [
      'dataEnterer',
      'informants',
      'recipients',
      'legalAuthenticator',
      'authenticators',
      'participants',
    ] as const) {
      expect(document?.[name], name).toBeDefined();
    }
    expect(document?.legalAuthenticator?.time).toEqual({ value: '2020' });
    expect(document?.orders).toEqual([{ identifiers: [{ system: 'urn:oid:1.2.3', value: 'O-1' }] }]);
    expect(document?.events?.[0]?.period).toEqual({ start: { value: '2019' } });
    expect(
      document?.events?.[0]?.performers?.[0]?.roles?.flatMap(({ codings }) =>
        codings.map(({ code }) => code),
      ),
    ).toEqual(['PRF', 'PCP']);
  });

  it('keeps the RPLC of the later version in the fixtures', () => {
    const xml = readFileSync(new URL('../../../../fixtures/ccda/ccd-r21-later-version.xml', import.meta.url));
    const [document] = contributionOf(xml).statements.document ?? [];
    expect(document?.related?.[0]?.type).toBe('replaces');
    expect(document?.setId).toBeDefined();
  });
});
