import { type DocumentParts, patientOf } from '../../clinical-document.ts';

type Place = (xml: string) => DocumentParts;

const header =
  (before = '', after = ''): Place =>
  (xml) => ({ header: before + xml + after });

const serviceEvent = header(
  '<documentationOf><serviceEvent classCode="PCPR"><effectiveTime><low value="20200101"/></effectiveTime>',
  '</serviceEvent></documentationOf>',
);

const encompassing = header(
  '<componentOf><encompassingEncounter><id root="2.16.840.1.113883.19.77.8" extension="V-1"/><effectiveTime value="20200102"/>',
  '</encompassingEncounter></componentOf>',
);

const signature = header(
  '<legalAuthenticator><time value="20200102"/><signatureCode code="S"/>',
  `<assignedEntity><id root="2.16.840.1.113883.19.77.2" extension="A-1"/>
<assignedPerson><name><given>Piers</given><family>Loomweaver</family></name></assignedPerson></assignedEntity></legalAuthenticator>`,
);

const inAddress: Place = (xml) => ({
  recordTarget: patientOf(
    `<id root="2.16.840.1.113883.19.77.1" extension="ZZMRN-77"/>${xml}`,
    '<name use="L"><given>Orla</given><family>Thistlewood</family></name><birthTime value="19510607"/>',
  ),
});

/** Sections of images, and who or what they speak of. */
const imaging =
  (before: string, after: string): Place =>
  (xml) => ({
    sections: [
      `<section><templateId root="2.16.840.1.113883.10.20.6.1.2"/><code code="121070" codeSystem="1.2.840.10008.2.16.4"/>
<title>Findings</title><text>Normal</text>${before}${xml}${after}</section>`,
    ],
  });

/** Where in the header each element stands that is no statement, by its name. */
const places: Readonly<Record<string, Place>> = {
  recordTarget: (xml) => ({ recordTarget: xml }),
  author: (xml) => ({ author: xml }),
  custodian: (xml) => ({ custodian: xml }),
  authenticator: header(),
  authorization: header(),
  componentOf: header(),
  dataEnterer: header(),
  documentationOf: header(),
  inFulfillmentOf: header(),
  informant: header(),
  informationRecipient: header(),
  legalAuthenticator: header(),
  participant: header(),
  relatedDocument: header(),
  serviceEvent: header('<documentationOf>', '</documentationOf>'),
  performer: serviceEvent,
  encounterParticipant: encompassing,
  'sdtc:signatureText': signature,
  addr: inAddress,
  relatedSubject: imaging('<subject>', '</subject>'),
  assignedAuthor: imaging('<author><time value="20200102"/>', '</author>'),
};

/** Where an element of the header stands; nothing for one of the body. */
export const headerPlace = (root: string): Place | undefined =>
  Object.hasOwn(places, root) ? places[root] : undefined;

/** What stands directly in a `ClinicalDocument` that is no whole one. */
export function documentPlace(document: string): DocumentParts {
  const inner = document
    .replace(/^[\s\S]*?<ClinicalDocument[^>]*>/, '')
    .replace(/<\/ClinicalDocument>\s*$/, '');
  const start = inner.search(/<component>\s*<structuredBody/);
  const [head, body] = start < 0 ? [inner, undefined] : [inner.slice(0, start), inner.slice(start)];
  return { header: head, ...(body && { body }), ...(head.includes('<setId') && { identity: '' }) };
}
