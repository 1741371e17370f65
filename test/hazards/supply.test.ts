import { describe, expect, it } from 'vitest';
import { clinicalDocument, section } from '../clinical-document.ts';
import { convert, type Json } from '../conversion.ts';
import { codesOf } from './hazard.ts';

const cane = (ids = '<id nullFlavor="UNK"/>'): string =>
  `<participant typeCode="PRD"><participantRole classCode="MANU"><templateId root="2.16.840.1.113883.10.20.22.4.37"/>${ids}<playingDevice><code code="87405001" codeSystem="2.16.840.1.113883.6.96" displayName="Cane"/></playingDevice></participantRole></participant>`;
const udi = '<id root="2.16.840.1.113883.3.3719" extension="(01)00643169007222(17)160128(21)BLC200461H"/>';
const supply = (inner: string, mood = 'EVN', status = 'completed', attributes = ''): string =>
  `<supply classCode="SPLY" moodCode="${mood}" ${attributes}><templateId root="2.16.840.1.113883.10.20.22.4.${mood === 'EVN' ? '50' : '43'}"/><id root="2.16.840.1.113883.19.77.41" extension="S-1"/><statusCode code="${status}"/>${inner}</supply>`;
const converted = (entry: string) => convert(clinicalDocument({ sections: [section('equipment', [entry])] }));
const time = (inner: string): string => `<effectiveTime xsi:type="IVL_TS">${inner}</effectiveTime>`;
const useOf = (inner: string, status?: string): Json =>
  converted(supply(inner + cane(), 'EVN', status)).only('DeviceUseStatement');

describe('equipment', () => {
  it.each([
    ['who got it has it', 'completed', '<high value="20130703"/>', 'active'],
    ['who uses it uses it', 'active', '<low value="20130703"/><high nullFlavor="NI"/>', 'active'],
    ['a use with both ends is over', 'completed', '<low value="2013"/><high value="2014"/>', 'completed'],
    ['one that is broken off is stopped', 'aborted', '<low value="2013"/>', 'stopped'],
  ])('%s', (_, status, ends, expected) => {
    expect(useOf(time(ends), status).status).toBe(expected);
  });

  it('that was supplied by a day was not used until it', () => {
    const found = useOf(time('<high value="20130703"/>'));
    expect(found.timingDateTime).toBe('2013-07-03');
    expect(found.timingPeriod).toBeUndefined();
  });

  it('is a device of its own', () => {
    const { only } = converted(supply(cane(udi)));
    expect(only('Device').udiCarrier[0].deviceIdentifier).toBe('00643169007222');
    expect(only('DeviceUseStatement').device.reference).toBe(`Device/${only('Device').id}`);
  });

  it('of which there is none makes none', () => {
    const { of, only } = converted(supply('', 'EVN', 'completed', 'negationInd="true"'));
    expect(of('DeviceUseStatement')).toEqual([]);
    expect(codesOf(only('Composition').section[0].emptyReason)).toEqual(['nilknown']);
  });

  it('that is used up is a delivery', () => {
    const strips =
      '<quantity value="50"/><product><manufacturedProduct><manufacturedMaterial><code code="337388004" codeSystem="2.16.840.1.113883.6.96" displayName="Glucose strips"/></manufacturedMaterial></manufacturedProduct></product>';
    const { of, only } = converted(supply(strips));
    expect(of('Device')).toEqual([]);
    expect(only('SupplyDelivery')).toMatchObject({
      status: 'completed',
      suppliedItem: { quantity: { value: 50 } },
    });
  });

  it('has what its UDI Organizer says, though it is told in parts', () => {
    const part = (code: string, value: string) =>
      `<component><observation classCode="OBS" moodCode="EVN"><code code="${code}" codeSystem="2.16.840.1.113883.3.26.1.1"/>${value}</observation></component>`;
    const organizer = `<entryRelationship typeCode="COMP"><organizer classCode="CLUSTER" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.311"/>${udi}<code code="74711-3" codeSystem="2.16.840.1.113883.6.1"/><statusCode code="completed"/>
${part('C101672', '<value xsi:type="ST">LOT-9</value>')}${part('C101670', '<value xsi:type="TS" value="20221015"/>')}${part('C99285', '<value xsi:type="ST">MN-1</value>')}
${part('C106044', '<value xsi:type="CD" code="C106046" codeSystem="2.16.840.1.113883.3.26.1.1" displayName="MR Conditional"/>')}</organizer></entryRelationship>`;
    const { of, only } = converted(supply(cane(udi) + organizer));
    expect(only('Device')).toMatchObject({
      lotNumber: 'LOT-9',
      expirationDate: '2022-10-15',
      serialNumber: 'BLC200461H',
      modelNumber: 'MN-1',
    });
    expect(only('Device').property[0].valueCode.flatMap(codesOf)).toEqual(['C106046']);
    expect(of('Observation')).toEqual([]);
  });
});

describe('a planned supply', () => {
  const material = (system: string): string =>
    `<product><manufacturedProduct><manufacturedMaterial><code code="573621" codeSystem="${system}" displayName="albuterol"/></manufacturedMaterial></manufacturedProduct></product>`;

  it.each([
    ['INT', 'plan'],
    ['RQO', 'order'],
    ['PRMS', 'plan'],
    ['PRP', 'proposal'],
  ])('of equipment is asked for and not there (%s)', (mood, intent) => {
    const { of, only } = converted(supply(cane(), mood, 'active'));
    expect(of('Device')).toEqual([]);
    expect(of('DeviceUseStatement')).toEqual([]);
    expect(only('DeviceRequest')).toMatchObject({ status: 'active', intent });
    expect(codesOf(only('DeviceRequest').codeCodeableConcept)).toEqual(['87405001']);
  });

  it('of a drug is found among the medications', () => {
    const { of, only } = converted(
      supply(
        `<repeatNumber value="3"/><quantity value="2"/>${material('2.16.840.1.113883.6.88')}`,
        'INT',
        'active',
      ),
    );
    expect(of('MedicationDispense')).toEqual([]);
    expect(only('MedicationRequest')).toMatchObject({
      intent: 'order',
      dispenseRequest: { numberOfRepeatsAllowed: 2, quantity: { value: 2 } },
    });
  });

  it('of something else says only that it is to be supplied', () => {
    const { only } = converted(supply('<text>Gauze, three packs</text>', 'INT', 'active'));
    expect(only('SupplyRequest').itemCodeableConcept.text).toBe('Gauze, three packs');
    expect(only('SupplyRequest').deliverTo.reference).toMatch(/^Patient\//);
  });
});
