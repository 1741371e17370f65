import { describe, expect, it } from 'vitest';
import { clinicalDocument, problem, section } from '../clinical-document.ts';
import { convert, type Json } from '../conversion.ts';
import { codesOf } from './hazard.ts';

const colonoscopy = '<code code="73761001" codeSystem="2.16.840.1.113883.6.96" displayName="Colonoscopy"/>';
const done = '<statusCode code="completed"/><effectiveTime value="20150301"/>';
const procedure = (
  inner: string,
  attributes = 'moodCode="EVN"',
  template = '22.4.14',
  name = 'procedure',
): string =>
  `<${name} classCode="PROC" ${attributes}><templateId root="2.16.840.1.113883.10.20.${template}"/>
<id root="2.16.840.1.113883.19.77.7" extension="P-1"/>${inner}</${name}>`;
const convertAll = (...entries: string[]) =>
  convert(clinicalDocument({ sections: [section('procedures', entries)] }));
const only = (inner: string, attributes?: string): Json =>
  convertAll(procedure(inner, attributes)).only('Procedure');

const device = (id: string): string =>
  `<participant typeCode="DEV"><participantRole classCode="MANU"><templateId root="2.16.840.1.113883.10.20.22.4.37"/>${id}
<playingDevice><code code="14106009" codeSystem="2.16.840.1.113883.6.96" displayName="Cardiac pacemaker"/></playingDevice></participantRole></participant>`;
const udi = '<id root="2.16.840.1.113883.3.3719" extension="(01)00643169007222(17)160128(21)BLC200461H"/>';

describe('a planned procedure', () => {
  it.each([
    ['INT', '22.4.41', 'procedure', 'plan'],
    ['RQO', '22.4.41', 'procedure', 'order'],
    ['PRMS', '22.4.41', 'procedure', 'plan'],
    ['ARQ', '22.4.41', 'procedure', 'order'],
    ['PRP', '22.4.41', 'procedure', 'proposal'],
    ['INT', '22.4.14', 'procedure', 'plan'],
    ['INT', '22.4.12', 'act', 'plan'],
    ['RQO', '22.4.13', 'observation', 'order'],
    ['RQO', '22.4.44', 'observation', 'order'],
    ['INT', '22.4.39', 'act', 'plan'],
    ['RQO', '1.25', 'observation', 'order'],
  ])('is never a performed one (%s, %s)', (mood, template, name, intent) => {
    const { of, only: one } = convertAll(
      procedure(`${colonoscopy}<statusCode code="active"/>`, `moodCode="${mood}"`, template, name),
    );
    expect(of('Procedure')).toEqual([]);
    expect(of('Observation')).toEqual([]);
    expect(one('ServiceRequest')).toMatchObject({ status: 'active', intent });
    expect(codesOf(one('ServiceRequest').code)).toEqual(['73761001']);
  });

  it('is none either where its own activity stands inside it', () => {
    const { of, only: one } = convertAll(
      procedure(
        `<entryRelationship typeCode="REFR">${procedure(colonoscopy + done)}</entryRelationship>`,
        'moodCode="RQO"',
        '22.4.41',
      ),
    );
    expect(of('Procedure')).toEqual([]);
    expect(one('ServiceRequest').occurrenceDateTime).toBe('2015-03-01');
    expect(codesOf(one('ServiceRequest').code)).toEqual(['73761001']);
  });

  it('that is not to be done says so', () =>
    expect(
      convertAll(procedure(colonoscopy, 'moodCode="RQO" negationInd="true"', '22.4.41')).only(
        'ServiceRequest',
      ),
    ).toMatchObject({ doNotPerform: true, status: 'unknown' }));

  it('a goal is no order', () => {
    const { of } = convertAll(procedure(colonoscopy, 'moodCode="GOL"', '22.4.44', 'observation'));
    expect(of('ServiceRequest')).toEqual([]);
    expect(of('Procedure')).toEqual([]);
  });
});

describe('a negated procedure', () => {
  const negated = 'moodCode="EVN" negationInd="true"';

  it.each(['true', '1'])('was not done, whatever its status (%s)', (value) =>
    expect(only(colonoscopy + done, `moodCode="EVN" negationInd="${value}"`).status).toBe('not-done'),
  );

  it('says why where the source does', () =>
    expect(
      only(
        `${colonoscopy}${done}<entryRelationship typeCode="RSON"><observation classCode="OBS" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.24.3.88"/>
<code code="77301-0" codeSystem="2.16.840.1.113883.6.1"/><value xsi:type="CD" code="105480006" codeSystem="2.16.840.1.113883.6.96" displayName="Refused"/></observation></entryRelationship>`,
        negated,
      ).statusReason.text,
    ).toBe('Refused'));

  it.each([
    ['without a code', '<code nullFlavor="UNK"/>'],
    [
      'with words that say the negation',
      '<code nullFlavor="NI"><originalText>No procedures</originalText></code>',
    ],
    ['of no kind', '<code code="71388002" codeSystem="2.16.840.1.113883.6.96"/>'],
  ])('%s is no procedure: the list is empty', (_, code) => {
    const { of, only: one } = convertAll(procedure(code + done, negated));
    expect(of('Procedure')).toEqual([]);
    expect(one('Composition').section[0].emptyReason.coding[0].code).toBe('nilknown');
  });

  it('used no device', () => {
    const { of } = convertAll(procedure(colonoscopy + done + device(udi), negated));
    expect(of('Device').filter(({ patient }) => patient)).toEqual([]);
  });
});

describe('a performed procedure', () => {
  it.each([
    ['completed', 'completed'],
    ['active', 'in-progress'],
    ['aborted', 'stopped'],
    ['cancelled', 'not-done'],
    ['new', 'preparation'],
    ['nullified', 'entered-in-error'],
    ['odd', 'unknown'],
  ])('statusCode %s is %s', (code, status) =>
    expect(only(`${colonoscopy}<statusCode code="${code}"/>`).status).toBe(status),
  );

  it.each([
    ['<effectiveTime value="201503"/>', { performedDateTime: '2015-03' }],
    ['<effectiveTime><low value="20150301"/></effectiveTime>', { performedPeriod: { start: '2015-03-01' } }],
    [
      '<effectiveTime><low value="20150301"/><high value="20150302"/></effectiveTime>',
      { performedPeriod: { start: '2015-03-01', end: '2015-03-02' } },
    ],
    ['', { _performedDateTime: { extension: [{ valueCode: 'unknown' }] } }],
    [
      '<effectiveTime nullFlavor="NA"/>',
      { _performedDateTime: { extension: [{ valueCode: 'not-applicable' }] } },
    ],
  ])('%s', (time, expected) => expect(only(`${colonoscopy}${time}`)).toMatchObject(expected));

  it('that names nothing at all is kept as text', () => {
    const { of, codes } = convertAll(procedure('<code nullFlavor="UNK"/><statusCode code="active"/>'));
    expect(of('Procedure')).toEqual([]);
    expect(codes).toContain('entry-kept-as-text');
  });

  it('keeps the side of the body as SNOMED CT says it', () => {
    const { bodySite } = only(
      `${colonoscopy}${done}<targetSiteCode code="72696002" codeSystem="2.16.840.1.113883.6.96" displayName="Knee"><qualifier><name code="272741003" codeSystem="2.16.840.1.113883.6.96"/>
<value code="7771000" codeSystem="2.16.840.1.113883.6.96" displayName="Left"/></qualifier></targetSiteCode>`,
    );
    expect(codesOf(bodySite[0])).toEqual(['72696002', '72696002:272741003=7771000']);
    expect(bodySite[0].text).toBe('Knee, Left');
  });

  it('its device is the patient’s, with its UDI taken apart', () => {
    const { only: one, of } = convertAll(procedure(colonoscopy + done + device(udi)));
    const [piece] = of('Device').filter(({ patient }) => patient);
    expect(piece).toMatchObject({
      udiCarrier: [
        { deviceIdentifier: '00643169007222', carrierHRF: '(01)00643169007222(17)160128(21)BLC200461H' },
      ],
      expirationDate: '2016-01-28',
      serialNumber: 'BLC200461H',
    });
    expect(one('Procedure').focalDevice).toEqual([{ manipulated: { reference: `Device/${piece.id}` } }]);
  });

  it('a product that an export calls a location is no place', () => {
    const { of } = convertAll(procedure(colonoscopy + done + device(udi).replace('"DEV"', '"LOC"')));
    expect(of('Location')).toEqual([]);
    expect(of('Device').filter(({ patient }) => patient)).toHaveLength(1);
  });

  it('what a procedure observation found stands in an observation that is part of it', () => {
    const value =
      '<value xsi:type="CD" code="17621005" codeSystem="2.16.840.1.113883.6.96" displayName="Normal"/>';
    const { only: one } = convertAll(
      procedure(colonoscopy + done + value, 'moodCode="EVN"', '22.4.13', 'observation'),
    );
    expect(one('Observation').partOf).toEqual([{ reference: `Procedure/${one('Procedure').id}` }]);
    expect(codesOf(one('Observation').valueCodeableConcept)).toEqual(['17621005']);
  });

  it('a procedure observation without a finding is a procedure alone', () => {
    const value = '<value xsi:type="CD" nullFlavor="OTH"/>';
    const { of } = convertAll(
      procedure(colonoscopy + done + value, 'moodCode="EVN"', '22.4.13', 'observation'),
    );
    expect([of('Procedure').length, of('Observation').length]).toEqual([1, 0]);
  });
});

describe('an indication', () => {
  const indication = (id: string): string =>
    `<entryRelationship typeCode="RSON"><observation classCode="OBS" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.19"/>${id}
<code code="404684003" codeSystem="2.16.840.1.113883.6.96"/><statusCode code="completed"/><value xsi:type="CD" code="195967001" codeSystem="2.16.840.1.113883.6.96" displayName="Asthma"/></observation></entryRelationship>`;
  const withProblem = (id: string) =>
    convert(
      clinicalDocument({
        sections: [
          section('procedures', [procedure(colonoscopy + done + indication(id))]),
          section('problems', [problem()]),
        ],
      }),
    );

  it('whose id is a problem of the document is that problem', () => {
    const { only: one, codes } = withProblem('<id root="2.16.840.1.113883.19.77.6" extension="S-1"/>');
    expect(one('Procedure').reasonReference).toEqual([{ reference: `Condition/${one('Condition').id}` }]);
    expect(one('Procedure').reasonCode).toBeUndefined();
    expect(codes).not.toContain('entry-kept-as-text');
  });

  it('of no problem is a code', () => {
    const { only: one } = withProblem('<id root="2.16.840.1.113883.19.77.6" extension="other"/>');
    expect(codesOf(one('Procedure').reasonCode[0])).toEqual(['195967001']);
    expect(one('Procedure').reasonReference).toBeUndefined();
  });
});
