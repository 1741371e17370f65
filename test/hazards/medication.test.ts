import { describe, expect, it } from 'vitest';
import { clinicalDocument, section } from '../clinical-document.ts';
import { convert, type Json } from '../conversion.ts';
import { codesOf, fixture, negated } from './hazard.ts';
import { generic, medicated, noCode, type SubstanceParts, substance } from './substance.ts';

const requestOf = (parts: SubstanceParts): Json => medicated(parts).only('MedicationRequest');
const sectionsOf = (conversion: { only(type: string): Json }): Json[] =>
  conversion.only('Composition').section;
const ended = (low: string, high: string): string =>
  `<effectiveTime xsi:type="IVL_TS"><low value="${low}"/><high ${high}/></effectiveTime>`;

describe('a medication that is not taken', () => {
  const { of } = convert(fixture('hazards.xml'));
  const requests = new Map(
    of('MedicationRequest').map((one) => [codesOf(one.medicationCodeableConcept)[0], one]),
  );

  it('"do not take warfarin" is no medication to be given', () => {
    expect(requests.get('855332')).toMatchObject({ intent: 'order', doNotPerform: true });
  });

  it('aspirin that is not taken is no MedicationRequest', () => {
    expect(requests.has('243670')).toBe(false);
    const [statement] = of('MedicationStatement');
    expect(statement).toMatchObject({ status: 'not-taken', effectivePeriod: { start: '2010-03' } });
    expect(codesOf(statement.medicationCodeableConcept)).toEqual(['243670']);
  });

  it('what is taken is not marked as not to be given', () =>
    expect(requests.get('198440')).not.toHaveProperty('doNotPerform'));

  it.each([
    ['without any code', { attributes: `moodCode="EVN" ${negated}`, code: 'nullFlavor="NI"' }],
    ['with a generic drug', { attributes: `moodCode="EVN" ${negated}`, code: noCode, words: generic }],
    ['in the mood INT', { attributes: `moodCode="INT" ${negated}`, code: noCode, words: generic }],
    [
      'with the code "None"',
      { attributes: `moodCode="EVN" ${negated}`, code: 'code="None" codeSystem="2.16.840.1.113883.6.88"' },
    ],
    [
      'with words that deny',
      {
        attributes: `moodCode="EVN" ${negated}`,
        code: noCode,
        words: '<originalText>Takes no medications</originalText>',
      },
    ],
    [
      'in words alone',
      { times: '', code: noCode, words: '<originalText>No known medications</originalText>' },
    ],
  ] satisfies [string, SubstanceParts][])('no medications known: %s', (_, parts) => {
    const conversion = medicated(parts);
    expect(conversion.of('MedicationRequest')).toEqual([]);
    expect(conversion.of('MedicationStatement')).toEqual([]);
    const [only] = sectionsOf(conversion);
    expect(only.entry).toBeUndefined();
    expect(codesOf(only.emptyReason)).toEqual(['nilknown']);
    expect(conversion.record.statements.noneKnown).toMatchObject([{ about: 'medications' }]);
  });

  it('none given during a visit is not "takes no medications"', () => {
    const none = substance({ attributes: `moodCode="EVN" ${negated}`, code: 'nullFlavor="NI"' });
    const conversion = convert(clinicalDocument({ sections: [section('medicationsAdministered', [none])] }));
    expect(conversion.record.statements.noneKnown).toMatchObject([{ about: 'otherMedications' }]);
  });

  it('a section that says "none" beside a drug is not empty', () => {
    const conversion = medicated(
      {},
      { id: '', attributes: `moodCode="EVN" ${negated}`, code: 'nullFlavor="NI"' },
    );
    const [only] = sectionsOf(conversion);
    expect(only.entry).toHaveLength(1);
    expect(only.emptyReason).toBeUndefined();
  });

  it('a drug named in words alone is not taken, and is not "no medications"', () => {
    const conversion = medicated({
      attributes: `moodCode="EVN" ${negated}`,
      code: noCode,
      words: '<originalText>Theodur</originalText>',
    });
    expect(conversion.only('MedicationStatement').medicationCodeableConcept).toEqual({ text: 'Theodur' });
  });
});

describe('mood', () => {
  it.each([
    ['EVN', 'plan'],
    ['INT', 'order'],
    ['RQO', 'order'],
    ['PRP', 'proposal'],
    ['PRMS', 'plan'],
  ])('%s is %s', (mood, intent) =>
    expect(requestOf({ attributes: `moodCode="${mood}"` }).intent).toBe(intent),
  );
});

describe('status against end dates (the document is of 2020-01-02)', () => {
  it.each([
    ['active', 'value="20150401"', 'completed', 'status-contradicts-end'],
    ['active', 'value="20200102"', 'active', undefined],
    ['active', 'value="2020"', 'active', undefined],
    ['active', 'nullFlavor="UNK"', 'active', undefined],
    ['completed', 'value="20210401"', 'active', 'completed-before-end'],
    ['completed', 'value="20150401"', 'completed', undefined],
    ['completed', 'nullFlavor="UNK"', 'completed', undefined],
    ['aborted', 'value="20210401"', 'stopped', undefined],
    ['suspended', 'value="20150401"', 'on-hold', undefined],
    ['nullified', 'value="20210401"', 'entered-in-error', undefined],
  ])('%s with the end %s is %s', (status, high, expected, issue) => {
    const { only, codes } = medicated({ status, times: ended('20150301', high) });
    expect(only('MedicationRequest').status).toBe(expected);
    expect(codes.filter((code) => code.endsWith('-end'))).toEqual(issue ? [issue] : []);
  });

  const observed = (code: string): string =>
    `<entryRelationship typeCode="REFR"><observation classCode="OBS" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.1.47"/>
<code code="33999-4" codeSystem="2.16.840.1.113883.6.1"/><statusCode code="completed"/><value xsi:type="CE" code="${code}" codeSystem="2.16.840.1.113883.6.96"/></observation></entryRelationship>`;

  it.each([
    ['completed', '55561003', 'active'],
    ['active', '73425007', 'completed'],
    ['completed', '421139008', 'completed'],
    ['aborted', '55561003', 'stopped'],
  ])('CCD: statusCode %s with the status %s is %s', (status, code, expected) =>
    expect(requestOf({ status, after: observed(code) }).status).toBe(expected),
  );
});

describe('dose', () => {
  const doseOf = (more: string): Json => requestOf({ more }).dosageInstruction[0].doseAndRate[0];

  it('a dose without a unit gains none', () =>
    expect(doseOf('<doseQuantity value="2"/>')).toEqual({ doseQuantity: { value: 2 } }));

  it('the unit of the form is not the unit of the dose', () => {
    const unit =
      '<administrationUnitCode code="C48501" codeSystem="2.16.840.1.113883.3.26.1.1" displayName="puff"/>';
    const request = requestOf({ more: `<doseQuantity value="2"/>${unit}` });
    expect(request.dosageInstruction[0].doseAndRate[0]).toEqual({ doseQuantity: { value: 2 } });
    expect(codesOf(request.contained[0].form)).toEqual(['C48501']);
  });

  it('a unit that is no UCUM stays words', () =>
    expect(doseOf('<doseQuantity value="1" unit="moons"/>')).toEqual({
      doseQuantity: { value: 1, unit: 'moons' },
    }));

  it('two ends are a range', () =>
    expect(
      doseOf('<doseQuantity><low value="1" unit="mg"/><high value="2" unit="mg"/></doseQuantity>').doseRange,
    ).toMatchObject({
      low: { value: 1, code: 'mg' },
      high: { value: 2, code: 'mg' },
    }));

  it('an unknown dose is unknown', () =>
    expect(JSON.stringify(doseOf('<doseQuantity nullFlavor="UNK"/>'))).toContain('"unknown"'));
});

describe('supply', () => {
  const supply = (mood: string, more: string, template = '17'): string =>
    `<entryRelationship typeCode="REFR"><supply classCode="SPLY" moodCode="${mood}"><templateId root="2.16.840.1.113883.10.20.22.4.${template}"/><statusCode code="completed"/>${more}</supply></entryRelationship>`;

  it.each([
    ['1', 0],
    ['3', 2],
    ['0', undefined],
    ['-1', undefined],
  ])('repeatNumber %s allows %s repeats, never fewer than none', (value, repeats) => {
    const { only, codes } = medicated({
      after: supply('INT', `<repeatNumber value="${value}"/><quantity value="75"/>`),
    });
    const { numberOfRepeatsAllowed, quantity } = only('MedicationRequest').dispenseRequest;
    expect([numberOfRepeatsAllowed, quantity]).toEqual([repeats, { value: 75 }]);
    expect(codes.includes('repeat-number-invalid')).toBe(repeats === undefined);
  });

  it('what was dispensed is no order', () => {
    const { only } = medicated({
      after: supply('EVN', '<effectiveTime value="20150302"/><repeatNumber value="1"/>', '18'),
    });
    expect(only('MedicationRequest').dispenseRequest).toBeUndefined();
    expect(only('MedicationDispense')).toMatchObject({
      status: 'completed',
      whenHandedOver: '2015-03-02',
      authorizingPrescription: [{ reference: `MedicationRequest/${only('MedicationRequest').id}` }],
      medicationCodeableConcept: { coding: [{ code: '243670' }] },
    });
  });
});

describe('words', () => {
  const sig =
    '<entryRelationship typeCode="COMP"><substanceAdministration classCode="SBADM" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.147"/><code code="76662-6" codeSystem="2.16.840.1.113883.6.1"/><text>one a day</text><consumable><manufacturedProduct><manufacturedLabeledDrug nullFlavor="NA"/></manufacturedProduct></consumable></substanceAdministration></entryRelationship>';

  it('a free text sig is no medication of its own', () => {
    const { only, codes } = medicated({ after: sig });
    expect(only('MedicationRequest').dosageInstruction[0].text).toBe('one a day');
    expect(codes).not.toContain('unread');
  });

  it.each([
    [
      '<value xsi:type="CD" code="56018004" codeSystem="2.16.840.1.113883.6.96"/>',
      { asNeededCodeableConcept: { coding: [{ code: '56018004' }] } },
    ],
    ['<text>As needed</text><value xsi:type="CD" nullFlavor="NI"/>', { asNeededBoolean: true }],
    ['<text>For high fever</text>', { asNeededCodeableConcept: { text: 'For high fever' } }],
  ])('a precondition is as needed: %s', (criterion, expected) =>
    expect(
      requestOf({ after: `<precondition typeCode="PRCN"><criterion>${criterion}</criterion></precondition>` })
        .dosageInstruction[0],
    ).toMatchObject(expected),
  );

  it('without a precondition nothing is said of need', () => {
    const [dosage] = requestOf({}).dosageInstruction;
    expect([dosage.asNeededBoolean, dosage.asNeededCodeableConcept]).toEqual([undefined, undefined]);
  });
});
