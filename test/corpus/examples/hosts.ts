// Statements of ours around the parts that cannot stand alone. They say as little as a statement can.

const template = (tail: string): string => `<templateId root="2.16.840.1.113883.10.20.22.4.${tail}"/>`;
const id = '<id root="2.16.840.1.113883.19.77.6" extension="HOST-1"/>';
const completed = '<statusCode code="completed"/>';
const snomed = (code: string): string => `code="${code}" codeSystem="2.16.840.1.113883.6.96"`;
const time = '<effectiveTime value="20200102"/>';

/** Around a part: what it stands in. */
export type Around = (xml: string) => string;

/** The part in a relationship of that type. */
export const related =
  (type: string, host: Around, more = ''): Around =>
  (xml) =>
    host(`<entryRelationship typeCode="${type}" ${more}>${xml}</entryRelationship>`);

export const inComponent =
  (host: Around): Around =>
  (xml) =>
    host(`<component>${xml}</component>`);

const asserted = '<code code="ASSERTION" codeSystem="2.16.840.1.113883.5.4"/>';

const problemSince =
  (when: string): Around =>
  (xml) =>
    `<observation classCode="OBS" moodCode="EVN">${template('4')}${id}
<code ${snomed('55607006')}/>${completed}${when}<value xsi:type="CD" ${snomed('195967001')}/>${xml}</observation>`;

/** A problem: asthma. */
export const problem: Around = problemSince('<effectiveTime><low value="20150301"/></effectiveTime>');

/** A problem of which nobody says since when: asthma. */
export const undatedProblem: Around = problemSince('');

/** An allergy to a drug: aspirin. */
export const allergy: Around = (xml) => `<observation classCode="OBS" moodCode="EVN">${template('7')}${id}
${asserted}${completed}<effectiveTime><low value="20150301"/></effectiveTime>
<value xsi:type="CD" ${snomed('416098002')}/>
<participant typeCode="CSM"><participantRole classCode="MANU"><playingEntity classCode="MMAT">
<code code="1191" codeSystem="2.16.840.1.113883.6.88"/></playingEntity></participantRole></participant>${xml}</observation>`;

/** An allergy's reaction: hives. */
export const reaction: Around = (xml) =>
  allergy(`<entryRelationship typeCode="MFST" inversionInd="true"><observation classCode="OBS" moodCode="EVN">
${template('9')}${asserted}${completed}<value xsi:type="CD" ${snomed('247472004')}/>${xml}</observation></entryRelationship>`);

const drug = '<code code="197361" codeSystem="2.16.840.1.113883.6.88"/>';
const product = `<consumable><manufacturedProduct classCode="MANU">${template('23')}
<manufacturedMaterial>${drug}</manufacturedMaterial></manufacturedProduct></consumable>`;

const substanceAdministration = (tail: string, content: string, attributes = ''): string =>
  `<substanceAdministration classCode="SBADM" moodCode="EVN" ${attributes}>${template(tail)}${id}${completed}
${time}${content}</substanceAdministration>`;

/** A medication: amlodipine. */
export const medication: Around = (xml) => substanceAdministration('16', product + xml);

/** A medication whose product is the part. */
export const medicationOf: Around = (xml) => substanceAdministration('16', `<consumable>${xml}</consumable>`);

const vaccine = `<consumable><manufacturedProduct classCode="MANU">${template('54')}
<manufacturedMaterial><code code="88" codeSystem="2.16.840.1.113883.12.292"/></manufacturedMaterial></manufacturedProduct></consumable>`;

/** A vaccination that was refused: influenza. */
export const refusedImmunization: Around = (xml) =>
  substanceAdministration('52', vaccine + xml, 'negationInd="true"');

/** A vaccination: influenza. */
export const immunization: Around = (xml) =>
  substanceAdministration('52', vaccine + xml, 'negationInd="false"');

/** A vaccination whose product is the part. */
export const immunizationOf: Around = (xml) =>
  substanceAdministration('52', `<consumable>${xml}</consumable>`, 'negationInd="false"');

const procedureWith = (content: string, attributes = ''): string =>
  `<procedure classCode="PROC" moodCode="EVN" ${attributes}>${template('14')}${id}
<code ${snomed('73761001')}/>${completed}${time}${content}</procedure>`;

/** A procedure: colonoscopy. */
export const procedure: Around = (xml) => procedureWith(xml);

/** A procedure that was not done: colonoscopy. */
export const notDone: Around = (xml) => procedureWith(xml, 'negationInd="true"');

/** A visit. */
export const encounter: Around = (xml) => `<encounter classCode="ENC" moodCode="EVN">${template('49')}${id}
<code code="99213" codeSystem="2.16.840.1.113883.6.12"/>${time}${xml}</encounter>`;

/** An organizer of a device's identifier. */
export const udi: Around = (xml) => `<organizer classCode="CLUSTER" moodCode="EVN">${template('311')}
<id root="2.16.840.1.113883.3.3719" extension="(01)51022222233336(21)HOST-1" assigningAuthorityName="FDA"/>
<code code="74711-3" codeSystem="2.16.840.1.113883.6.1"/>${completed}${xml}</organizer>`;

const observed = (tail: string, code: string, value: string, xml: string): string =>
  `<observation classCode="OBS" moodCode="EVN">${template(tail)}${id}${code}${completed}${time}${value}${xml}</observation>`;

/** A wound. */
export const wound: Around = (xml) =>
  observed('114', asserted, `<value xsi:type="CD" ${snomed('125667009')}/>`, xml);

/** A nutritional status: well nourished. */
export const nutritionalStatus: Around = (xml) =>
  observed(
    '124',
    '<code code="75305-3" codeSystem="2.16.840.1.113883.6.1"/>',
    `<value xsi:type="CD" ${snomed('248324001')}/>`,
    xml,
  );

/** The total of Glasgow's coma scale. */
export const assessmentScale: Around = (xml) =>
  observed('69', `<code ${snomed('248241002')}/>`, '<value xsi:type="INT" value="14"/>', xml);

/** A pregnancy. */
export const pregnancy: Around = (xml) =>
  `<observation classCode="OBS" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.15.3.8"/>${id}${asserted}
${completed}<effectiveTime><low value="20110410"/></effectiveTime><value xsi:type="CD" ${snomed('77386006')}/>${xml}</observation>`;

/** A goal: a healthy weight. */
export const goal: Around = (xml) => `<observation classCode="OBS" moodCode="GOL">${template('121')}${id}
<code ${snomed('43664005')}/><statusCode code="active"/>${time}${xml}</observation>`;

/** An advance directive: resuscitation. */
export const directive: Around = (xml) =>
  observed('48', `<code ${snomed('304251008')}/>`, `<value xsi:type="CD" ${snomed('304253006')}/>`, xml);

const teamWith = (parts: string, inMember: string): string => `<organizer classCode="CLUSTER" moodCode="EVN">
${template('500')}${id}<code code="86744-0" codeSystem="2.16.840.1.113883.6.1"/><statusCode code="active"/>${parts}
<component><act classCode="PCPR" moodCode="EVN">${template('500.1')}<code code="85847-2" codeSystem="2.16.840.1.113883.6.1"/>
<statusCode code="active"/><performer typeCode="PRF"><assignedEntity><id root="2.16.840.1.113883.19.77.2" extension="A-7"/>
<assignedPerson><name><given>Ida</given><family>Quillfeather</family></name></assignedPerson></assignedEntity></performer>
${inMember}</act></component></organizer>`;

/** A care team with one member. */
export const careTeam: Around = (xml) => teamWith(xml, '');

/** A member of a care team. */
export const careTeamMember: Around = (xml) =>
  teamWith('', `<entryRelationship typeCode="REFR">${xml}</entryRelationship>`);

/** A mother's history. */
export const familyMember: Around = (
  xml,
) => `<organizer classCode="CLUSTER" moodCode="EVN">${template('45')}${completed}
<subject><relatedSubject classCode="PRS"><code code="MTH" codeSystem="2.16.840.1.113883.5.111"/></relatedSubject></subject>
<component>${xml}</component></organizer>`;

/** A disease of a mother: diabetes. */
export const familyCondition: Around = (xml) =>
  familyMember(
    observed('46', `<code ${snomed('64572001')}/>`, `<value xsi:type="CD" ${snomed('44054006')}/>`, xml),
  );
