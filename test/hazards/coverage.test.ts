import { describe, expect, it } from 'vitest';
import { clinicalDocument, section } from '../clinical-document.ts';
import { convert, type Json } from '../conversion.ts';
import { codesOf } from './hazard.ts';

const payor =
  '<performer typeCode="PRF"><templateId root="2.16.840.1.113883.10.20.22.4.87"/><assignedEntity><id root="2.16.840.1.113883.6.300" extension="77001"/><code code="PAYOR" codeSystem="2.16.840.1.113883.5.110"/><representedOrganization><name>Larkspur Mutual</name></representedOrganization></assignedEntity></performer>';
const guarantor =
  '<performer typeCode="PRF"><templateId root="2.16.840.1.113883.10.20.22.4.88"/><assignedEntity><id nullFlavor="UNK"/><code code="GUAR" codeSystem="2.16.840.1.113883.5.111"/><assignedPerson><name><given>Cyrus</given><family>Thistlewood</family></name></assignedPerson></assignedEntity></performer>';
const covered = (code: string, time = ''): string =>
  `<participant typeCode="COV">${time}<participantRole classCode="PAT"><id root="2.16.840.1.113883.19.77.21" extension="MEM-8"/><code code="${code}" codeSystem="2.16.840.1.113883.5.111"/></participantRole></participant>`;
const holder =
  '<participant typeCode="HLD"><participantRole><id root="2.16.840.1.113883.19.77.22" extension="SUB-3"/><playingEntity><name><given>Cyrus</given><family>Thistlewood</family></name></playingEntity></participantRole></participant>';
const policy = (inner: string, mood = 'EVN'): string =>
  `<act classCode="ACT" moodCode="${mood}"><templateId root="2.16.840.1.113883.10.20.22.4.61"/><id root="2.16.840.1.113883.19.77.23" extension="GRP-5"/>
<code code="72" codeSystem="2.16.840.1.113883.3.221.5" displayName="PPO"/><statusCode code="completed"/>${inner}</act>`;
const activity = (...policies: string[]): string =>
  `<act classCode="ACT" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.60"/><id nullFlavor="UNK"/><code code="48768-6" codeSystem="2.16.840.1.113883.6.1"/><statusCode code="completed"/>${policies
    .map(
      (one, index) =>
        `<entryRelationship typeCode="COMP"><sequenceNumber value="${index + 1}"/>${one}</entryRelationship>`,
    )
    .join('')}</act>`;
const converted = (...policies: string[]) =>
  convert(clinicalDocument({ sections: [section('payers', [activity(...policies)])] }));
const coverageOf = (inner: string): Json => converted(policy(inner)).only('Coverage');
const numbersOf = ({ identifier = [] }: Json): string[] =>
  identifier.map((one: Json) => `${codesOf(one.type)[0] ?? ''} ${one.value}`);

describe('a coverage', () => {
  it('keeps the numbers of member, subscriber and group apart', () => {
    const found = coverageOf(payor + covered('CHILD') + holder);
    expect(numbersOf(found)).toEqual([' GRP-5', 'MB MEM-8', 'SN SUB-3']);
    expect(found.subscriberId).toBe('SUB-3');
    expect(found.class).toMatchObject([{ value: 'GRP-5' }]);
    expect(codesOf(found.relationship)).toEqual(['child', 'CHILD']);
    expect(found.subscriber.reference).toMatch(/^RelatedPerson\//);
  });

  it('of somebody who holds the policy has the patient as subscriber, by the number of the member', () => {
    const found = coverageOf(payor + covered('SELF'));
    expect(found.subscriber).toEqual(found.beneficiary);
    expect(found.subscriberId).toBe('MEM-8');
  });

  it('does not say what the patient is to the holder where the source does not', () => {
    const found = coverageOf(payor);
    expect(found.relationship.coding).toBeUndefined();
    expect(found.subscriber).toBeUndefined();
  });

  it('has the insurer as an organisation and no practitioner of its number', () => {
    const { of, only } = converted(policy(payor + covered('SELF')));
    expect(only('Coverage').payor[0].reference).toMatch(/^Organization\//);
    expect(of('Practitioner').map(({ name }) => name[0].family)).toEqual(['Loomweaver']);
  });

  it('leaves the guarantor to an account: to answer for a bill is not to insure', () => {
    const { only } = converted(policy(payor + guarantor + covered('SELF')));
    expect(only('Coverage').payor).toHaveLength(1);
    const party = only('Account').guarantor[0].party.reference;
    expect(party).toBe(`RelatedPerson/${only('RelatedPerson').id}`);
    expect(only('Account').coverage[0].coverage.reference).toBe(`Coverage/${only('Coverage').id}`);
  });

  it('has the time in which the patient is covered, and the order of several', () => {
    const time = '<time><low value="20190101"/><high value="20191231"/></time>';
    const other = policy(covered('SELF', time)).replace('GRP-5', 'GRP-6');
    const found = converted(policy(payor + covered('SELF')), other).of('Coverage');
    expect(found.map(({ order }) => order).sort()).toEqual([1, 2]);
    expect(found.find(({ order }) => order === 2).period).toEqual({ start: '2019-01-01', end: '2019-12-31' });
  });

  it('that is planned is a draft, of the order that it is to pay', () => {
    const planned = `<procedure classCode="PROC" moodCode="RQO"><templateId root="2.16.840.1.113883.10.20.22.4.41"/><id root="2.16.840.1.113883.19.77.7" extension="P-1"/><code code="73761001" codeSystem="2.16.840.1.113883.6.96"/><statusCode code="active"/>
<entryRelationship typeCode="COMP"><act classCode="ACT" moodCode="INT"><templateId root="2.16.840.1.113883.10.20.22.4.129"/><id nullFlavor="NI"/><code code="48768-6" codeSystem="2.16.840.1.113883.6.1"/><statusCode code="active"/>
<entryRelationship typeCode="COMP"><act classCode="ACT" moodCode="INT"><id nullFlavor="NI"/><code code="111" codeSystem="2.16.840.1.113883.3.221.5" displayName="Medicare HMO"/><statusCode code="active"/></act></entryRelationship></act></entryRelationship></procedure>`;
    const { only } = convert(clinicalDocument({ sections: [section('plan', [planned])] }));
    expect(only('Coverage')).toMatchObject({ status: 'draft' });
    expect(only('ServiceRequest').insurance).toEqual([{ reference: `Coverage/${only('Coverage').id}` }]);
  });

  it('does not turn what is authorised into what was done', () => {
    const authorization =
      '<entryRelationship typeCode="REFR"><act classCode="ACT" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.1.19"/><id root="2.16.840.1.113883.19.77.24" extension="AUTH-1"/><code nullFlavor="NA"/><entryRelationship typeCode="SUBJ"><procedure classCode="PROC" moodCode="PRMS"><code code="73761001" codeSystem="2.16.840.1.113883.6.96"/></procedure></entryRelationship></act></entryRelationship>';
    const { of, only } = converted(policy(payor + covered('SELF') + authorization));
    expect(of('Procedure')).toEqual([]);
    expect(only('ServiceRequest')).toMatchObject({ intent: 'plan', identifier: [{ value: 'AUTH-1' }] });
    expect(only('ServiceRequest').insurance).toEqual([{ reference: `Coverage/${only('Coverage').id}` }]);
  });

  it('that names nothing is none', () => {
    const empty =
      '<act classCode="ACT" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.61"/><id nullFlavor="NI"/><code nullFlavor="NI"/><participant typeCode="COV"><participantRole><id nullFlavor="NI"/><playingEntity><name>Payers excluded</name></playingEntity></participantRole></participant></act>';
    expect(converted(empty).of('Coverage')).toEqual([]);
  });
});
