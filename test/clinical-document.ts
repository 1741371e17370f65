import { type SectionKind, sectionKinds } from './section-kinds.ts';

/** What a test states of a document; the rest is as little as a document can have. */
export interface DocumentParts {
  readonly recordTarget?: string;
  readonly author?: string;
  readonly custodian?: string;
  /** Elements between the custodian and the body. */
  readonly header?: string;
  /** `id`, `setId`, `versionNumber` and `effectiveTime`. */
  readonly identity?: string;
  readonly sections?: readonly string[];
  /** The body as a whole, instead of sections. */
  readonly body?: string;
}

export const recordTarget = `<recordTarget><patientRole>
  <id root="2.16.840.1.113883.19.77.1" extension="ZZMRN-77"/>
  <patient>
    <name use="L"><given>Orla</given><family>Thistlewood</family></name>
    <administrativeGenderCode code="F" codeSystem="2.16.840.1.113883.5.1"/>
    <birthTime value="19510607"/>
  </patient>
</patientRole></recordTarget>`;

/** A recordTarget of these identifiers and these contents of `patient`. */
export const patientOf = (ids: string, patient: string, rest = ''): string =>
  `<recordTarget><patientRole>${ids}<patient>${patient}</patient>${rest}</patientRole></recordTarget>`;

export const author = `<author><time value="20200102"/><assignedAuthor>
  <id root="2.16.840.1.113883.19.77.2" extension="A-1"/>
  <assignedPerson><name><given>Piers</given><family>Loomweaver</family></name></assignedPerson>
</assignedAuthor></author>`;

const custodian = `<custodian><assignedCustodian><representedCustodianOrganization>
  <id root="2.16.840.1.113883.19.77"/><name>Fennel Street Clinic</name>
</representedCustodianOrganization></assignedCustodian></custodian>`;

const identity = `<id root="2.16.840.1.113883.19.77.9" extension="D-1"/><effectiveTime value="20200102"/>`;

/** A CDA document. */
export const clinicalDocument = (parts: DocumentParts = {}): string => `<?xml version="1.0" encoding="UTF-8"?>
<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:sdtc="urn:hl7-org:sdtc" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${parts.identity ?? identity}
${parts.recordTarget ?? recordTarget}
${parts.author ?? author}
${parts.custodian ?? custodian}
${parts.header ?? ''}
${parts.body ?? bodyOf(parts.sections ?? [])}
</ClinicalDocument>`;

const bodyOf = (sections: readonly string[]): string =>
  `<component><structuredBody>${sections.map((one) => `<component>${one}</component>`).join('\n')}</structuredBody></component>`;

/** A section with its template and code, and entries around what is given. */
export const section = (kind: SectionKind, entries: readonly string[], text = '<text/>'): string =>
  `<section><templateId root="${sectionKinds[kind][0]}"/><code code="${sectionKinds[kind][1]}" codeSystem="2.16.840.1.113883.6.1"/>${text}${entries
    .map((one) => `<entry>${one}</entry>`)
    .join('\n')}</section>`;

/** A statement in its concern act. */
export interface StatementParts {
  readonly id?: string;
  /** Attributes of the observation. */
  readonly attributes?: string;
  readonly effectiveTime?: string;
  readonly value?: string;
  /** What follows the value. */
  readonly more?: string;
  readonly concernStatus?: string;
  /** What stands in the concern after its status. */
  readonly concern?: string;
}

interface Template {
  readonly concern: string;
  readonly observation: string;
  readonly code: string;
}

const statement = ({ concern, observation, code }: Template, parts: StatementParts): string => `
<act classCode="ACT" moodCode="EVN"><templateId root="${concern}"/><id root="2.16.840.1.113883.19.77.5" extension="concern"/>
<code code="CONC" codeSystem="2.16.840.1.113883.5.6"/><statusCode code="${parts.concernStatus ?? 'active'}"/>${parts.concern ?? ''}
<entryRelationship typeCode="SUBJ"><observation classCode="OBS" moodCode="EVN" ${parts.attributes ?? ''}>
<templateId root="${observation}"/>${parts.id ?? '<id root="2.16.840.1.113883.19.77.6" extension="S-1"/>'}
${code}<statusCode code="completed"/>
${parts.effectiveTime ?? '<effectiveTime><low value="20150301"/></effectiveTime>'}
${parts.value ?? ''}${parts.more ?? ''}
</observation></entryRelationship></act>`;

export const asthma =
  '<value xsi:type="CD" code="195967001" codeSystem="2.16.840.1.113883.6.96" displayName="Asthma"/>';

/** A Problem Observation in its concern. */
export const problem = (parts: StatementParts = {}): string =>
  statement(
    {
      concern: '2.16.840.1.113883.10.20.22.4.3',
      observation: '2.16.840.1.113883.10.20.22.4.4',
      code: '<code code="55607006" codeSystem="2.16.840.1.113883.6.96"/>',
    },
    { value: asthma, ...parts },
  );

/** An Allergy Observation in its concern. */
export const allergy = (parts: StatementParts = {}): string =>
  statement(
    {
      concern: '2.16.840.1.113883.10.20.22.4.30',
      observation: '2.16.840.1.113883.10.20.22.4.7',
      code: '<code code="ASSERTION" codeSystem="2.16.840.1.113883.5.4"/>',
    },
    { value: allergyToDrug, ...parts },
  );

export const allergyToDrug = '<value xsi:type="CD" code="416098002" codeSystem="2.16.840.1.113883.6.96"/>';

/** The substance of an allergy, by the attributes of its code. */
export const substance = (code: string): string =>
  `<participant typeCode="CSM"><participantRole classCode="MANU"><playingEntity classCode="MMAT"><code ${code}/></playingEntity></participantRole></participant>`;

const part = (template: string, code: string, value: string): string =>
  `<entryRelationship typeCode="REFR"><observation classCode="OBS" moodCode="EVN"><templateId root="${template}"/>
<code code="${code}" codeSystem="2.16.840.1.113883.6.1"/><statusCode code="completed"/><value xsi:type="CD" code="${value}" codeSystem="2.16.840.1.113883.6.96"/></observation></entryRelationship>`;

/** Problem Status or Allergy Status of a SNOMED code. */
export const status = (code: string): string => part('2.16.840.1.113883.10.20.22.4.6', '33999-4', code);
/** Severity Observation of a SNOMED code. */
export const severity = (code: string): string => part('2.16.840.1.113883.10.20.22.4.8', 'SEV', code);
/** Criticality Observation of a code. */
export const criticality = (code: string): string =>
  part('2.16.840.1.113883.10.20.22.4.145', '82606-5', code);

/** Reaction Observation of a SNOMED code, with what stands in it. */
export const reaction = (code: string, more = ''): string =>
  `<entryRelationship typeCode="MFST" inversionInd="true"><observation classCode="OBS" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.9"/>
<code code="ASSERTION" codeSystem="2.16.840.1.113883.5.4"/><statusCode code="completed"/><value xsi:type="CD" code="${code}" codeSystem="2.16.840.1.113883.6.96"/>${more}</observation></entryRelationship>`;

/** Comment Activity of a text, with what stands in it. */
export const comment = (text: string, more = ''): string =>
  `<entryRelationship typeCode="SUBJ" inversionInd="true"><act classCode="ACT" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.64"/>
<code code="48767-8" codeSystem="2.16.840.1.113883.6.1"/><text>${text}</text>${more}</act></entryRelationship>`;

/** An author of a statement: when, the extension of the id, the family name. */
export const authorOf = (time: string, extension: string, family: string): string =>
  `<author><time value="${time}"/><assignedAuthor><id root="2.16.840.1.113883.19.77.2" extension="${extension}"/>
<assignedPerson><name><given>Ada</given><family>${family}</family></name></assignedPerson></assignedAuthor></author>`;
