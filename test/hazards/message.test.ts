import { describe, expect, it } from 'vitest';
import { clinicalDocument, section } from '../clinical-document.ts';
import { convert } from '../conversion.ts';
import { codesOf } from './hazard.ts';

const act = (template: string, inner: string, attributes = 'moodCode="INT"'): string =>
  `<act classCode="ACT" ${attributes}><templateId root="2.16.840.1.113883.10.20.22.4.${template}"/><id root="2.16.840.1.113883.19.77.51" extension="I-1"/>${inner}</act>`;
const instruction =
  '<code code="171044003" codeSystem="2.16.840.1.113883.6.96" displayName="Immunization education"/><text>Keep the arm dry.</text><statusCode code="completed"/>';
const converted = (entry: string) =>
  convert(clinicalDocument({ sections: [section('instructions', [entry])] }));

describe('an instruction', () => {
  it('that stands alone is asked to be told, in its own words', () => {
    const found = converted(act('20', instruction)).only('CommunicationRequest');
    expect(found.payload).toEqual([{ contentString: 'Keep the arm dry.' }]);
    expect(found.category.flatMap(codesOf)).toEqual(['instruction', '171044003']);
    expect(found.status).toBe('completed');
  });

  it('that was given is no request', () => {
    const { of, only } = converted(act('20', instruction, 'moodCode="EVN"'));
    expect(of('CommunicationRequest')).toEqual([]);
    expect(only('Communication').status).toBe('completed');
  });

  it('not to be given is not asked for', () => {
    const found = converted(act('20', instruction, 'moodCode="INT" negationInd="true"'));
    expect(found.only('CommunicationRequest').doNotPerform).toBe(true);
    const given = converted(act('20', instruction, 'moodCode="EVN" negationInd="true"'));
    expect(given.only('Communication').status).toBe('not-done');
  });

  it('of which only is said that it is one says nothing', () => {
    const bare = '<code code="409073007" codeSystem="2.16.840.1.113883.6.96"/><statusCode code="completed"/>';
    expect(converted(act('20', bare)).of('CommunicationRequest')).toEqual([]);
  });
});

describe('a handoff', () => {
  it('tells who told whom and when', () => {
    const handoff = `<code code="432138007" codeSystem="2.16.840.1.113883.6.96"/><statusCode code="completed"/><effectiveTime value="20190712"/>
<author><time value="20190730"/><assignedAuthor><id root="2.16.840.1.113883.19.77.2" extension="H-1"/><assignedPerson><name><given>Nell</given><family>Ashgrove</family></name></assignedPerson></assignedAuthor></author>
<participant typeCode="IRCP"><participantRole><id root="2.16.840.1.113883.19.77.2" extension="H-2"/><playingEntity><name><given>Tom</given><family>Rookwood</family></name></playingEntity></participantRole></participant>`;
    const found = converted(act('141', handoff, 'moodCode="EVN"')).only('Communication');
    expect(found.sent).toBe('2019-07-12');
    expect(found.recipient).toHaveLength(1);
    expect(found.sender.reference).not.toBe(found.recipient[0].reference);
  });
});

describe('a referral', () => {
  const referral =
    '<code code="44383000" codeSystem="2.16.840.1.113883.6.96"/><statusCode code="active"/><priorityCode code="A" codeSystem="2.16.840.1.113883.5.7"/><entryRelationship typeCode="SUBJ"><observation classCode="OBS" moodCode="EVN"><code code="ASSERTION" codeSystem="2.16.840.1.113883.5.4"/><statusCode code="completed"/><value xsi:type="CD" code="268528005" codeSystem="2.16.840.1.113883.6.96"/></observation></entryRelationship>';

  it.each([
    ['INT', 'plan'],
    ['RQO', 'order'],
    ['EVN', 'order'],
  ])('is a request in any mood (%s)', (mood, intent) => {
    const { of, only } = converted(act('140', referral, `moodCode="${mood}"`));
    expect(of('Procedure')).toEqual([]);
    expect(of('Observation')).toEqual([]);
    expect(only('ServiceRequest')).toMatchObject({ intent, status: 'active', priority: 'asap' });
    expect(only('ServiceRequest').orderDetail.flatMap(codesOf)).toEqual(['268528005']);
  });
});
