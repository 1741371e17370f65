import { describe, expect, it } from 'vitest';
import { clinicalDocument, section } from '../clinical-document.ts';
import { convert, type Json } from '../conversion.ts';
import { codesOf } from './hazard.ts';

const snomed = '2.16.840.1.113883.6.96';
const template = (tail: string) => `<templateId root="2.16.840.1.113883.10.20.22.4.${tail}"/>`;
const value = (code: string, display: string) =>
  `<value xsi:type="CD" code="${code}" codeSystem="${snomed}" displayName="${display}"/>`;
const stroke = value('230690007', 'Stroke');

const finding = (what: string, more = '', attributes = ''): string =>
  `<observation classCode="OBS" moodCode="EVN" ${attributes}>${template('46')}<id root="2.16.840.1.113883.19.77.8" extension="${what.length}"/>
<code code="64572001" codeSystem="${snomed}"/><statusCode code="completed"/>${what}${more}</observation>`;

const age = (attributes: string) =>
  `<entryRelationship typeCode="SUBJ" inversionInd="true"><observation classCode="OBS" moodCode="EVN">${template('31')}
<code code="445518008" codeSystem="${snomed}"/><statusCode code="completed"/><value ${attributes}/></observation></entryRelationship>`;

const death = (attributes = '') =>
  `<entryRelationship typeCode="CAUS"><observation classCode="OBS" moodCode="EVN" ${attributes}>${template('47')}<id root="1.2.3" extension="d"/>
<code code="ASSERTION" codeSystem="2.16.840.1.113883.5.4"/><statusCode code="completed"/>${value('419099009', 'Dead')}</observation></entryRelationship>`;

const relative = (code: string, person: string, ...findings: string[]): string =>
  `<organizer classCode="CLUSTER" moodCode="EVN">${template('45')}<statusCode code="completed"/>
<subject><relatedSubject classCode="PRS"><code ${code}/><subject>${person}</subject></relatedSubject></subject>
${findings.map((one) => `<component>${one}</component>`).join('')}</organizer>`;

const brother = 'code="BRO" codeSystem="2.16.840.1.113883.5.111" displayName="brother"';
const father = 'code="FTH" codeSystem="2.16.840.1.113883.5.111" displayName="father"';
const converted = (...entries: string[]) =>
  convert(clinicalDocument({ sections: [section('familyHistory', entries)] }));
const only = (entry: string): Json => converted(entry).only('FamilyMemberHistory');

describe('family history', () => {
  it("a relative's disease is none of the patient's", () => {
    const { of } = converted(
      relative(father, '', finding(stroke)),
      finding(stroke).replace(template('46'), ''),
      finding(value('195967001', 'Asthma')).replace(template('46'), template('4')),
    );
    expect(of('FamilyMemberHistory')).toHaveLength(3);
    expect([...of('Condition'), ...of('Observation')]).toEqual([]);
  });

  it("CCD's findings with the template of an observation stay the relative's", () => {
    const ccd =
      '<templateId root="2.16.840.1.113883.10.20.1.22"/><templateId root="1.3.6.1.4.1.19376.1.5.3.1.4.13"/>';
    const organizer = relative(father, '', finding(stroke).replace(template('46'), ccd)).replace(
      template('45'),
      '<templateId root="2.16.840.1.113883.10.20.1.23"/>',
    );
    const { of } = converted(organizer);
    expect(of('Observation')).toEqual([]);
    expect(codesOf(of('FamilyMemberHistory')[0].condition[0].code)).toEqual(['230690007']);
  });

  it('a disease that a relative has not had is no code by which a search finds it', () => {
    const found = converted(relative(father, '', finding(stroke, '', 'negationInd="true"')));
    const [condition] = found.only('FamilyMemberHistory').condition;
    expect(condition.code).toEqual({ text: 'Negated: Stroke' });
    expect(found.codes).toContain('negated-value');
  });

  it('that a relative has no disease at all has a code', () => {
    const none = finding(value('55607006', 'Problem'), '', 'negationInd="true"');
    expect(codesOf(only(relative(father, '', none)).condition[0].code)).toEqual(['160266009']);
  });

  it('two brothers are two, known by name or not', () => {
    const named = [
      relative(brother, '<name>Ansel</name><birthTime value="1982"/>', finding(stroke)),
      relative(brother, '<name>Bram</name><birthTime value="1985"/>', finding(value('195967001', 'Asthma'))),
    ];
    const members = converted(...named).of('FamilyMemberHistory');
    expect(members.map(({ name, bornDate }) => [name, bornDate])).toEqual([
      ['Ansel', '1982'],
      ['Bram', '1985'],
    ]);
    const unnamed = named.map((one) => one.replace(/<name>.*?<birthTime[^>]*>/, ''));
    const others = converted(...unnamed).of('FamilyMemberHistory');
    expect(others.map(({ condition }) => condition.length)).toEqual([1, 1]);
  });

  it('the age at onset is an age, without a unit words', () => {
    const at = (attributes: string) =>
      only(relative(father, '', finding(stroke, age(attributes)))).condition[0];
    expect(at('xsi:type="PQ" value="57" unit="a"').onsetAge).toMatchObject({ value: 57, code: 'a' });
    expect(at('xsi:type="INT" value="57"').onsetString).toBe('57');
  });

  it('a partial date stays partial', () => {
    const dated = finding(stroke).replace('<value', '<effectiveTime value="200301"/><value');
    expect(only(relative(father, '', dated)).condition[0].onsetPeriod).toEqual({
      start: '2003-01',
      end: '2003-01',
    });
  });

  it('what was died of says that the relative is dead, unless the relative is said to live', () => {
    const dead = only(relative(father, '', finding(stroke, death())));
    expect([dead.deceasedBoolean, dead.condition[0].contributedToDeath]).toEqual([true, true]);
    const alive = only(
      relative(father, '<sdtc:deceasedInd value="false"/>', finding(stroke, death('negationInd="true"'))),
    );
    expect([alive.deceasedBoolean, alive.condition[0].contributedToDeath]).toEqual([false, undefined]);
    const dated = only(
      relative(father, '<sdtc:deceasedInd value="true"/><sdtc:deceasedTime value="200301"/>'),
    );
    expect([dated.deceasedDate, dated.deceasedBoolean]).toEqual(['2003-01', undefined]);
  });

  it('an unknown relative says so', () =>
    expect(only(relative('nullFlavor="UNK"', '', finding(stroke))).relationship.extension[0].valueCode).toBe(
      'unknown',
    ));

  it('leaves nothing unread', () => {
    const { codes } = converted(
      relative(
        father,
        '<name>A</name><birthTime value="1910"/>',
        finding(stroke, age('xsi:type="PQ" value="57" unit="a"') + death()),
      ),
    );
    expect(codes.filter((code) => code === 'unread')).toEqual([]);
  });
});
