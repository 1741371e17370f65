import {
  absentCode,
  element,
  has,
  hasChoice,
  hasCode,
  inEach,
  listOf,
  membersOf,
  partOf,
  primitive,
  rule,
  unknownElement,
  unknownReference,
} from '../demands.ts';
import { inOrder } from '../order.ts';
import type { Demand, Json, Profile } from '../profile.ts';
import { urlOf } from './url.ts';

const out = ['partial', 'preliminary', 'final', 'amended', 'corrected', 'appended'];

/** What must be known of a report that is out. */
const whenOut = (key: string, choice: string): Demand =>
  rule(key, (report) => !out.includes(String(report['status'])) || hasChoice(report, choice));

/** The results of a laboratory report are laboratory results, as far as they claim to be anything. */
const ofLaboratory = rule('result', (report, claims) =>
  membersOf(report, 'result').every(({ reference }) => {
    const claimed = claims.get(String(reference));
    return claimed === undefined || claimed === urlOf('observation-lab');
  }),
);

const laboratory: Profile = {
  url: urlOf('diagnosticreport-lab'),
  demands: [whenOut('us-core-8', 'effective'), whenOut('us-core-9', 'issued'), ofLaboratory],
};

const note: Profile = {
  url: urlOf('diagnosticreport-note'),
  demands: [listOf('category', absentCode), whenOut('us-core-10', 'effective')],
};

const isLaboratory = (report: Json): boolean =>
  hasCode(membersOf(report, 'category'), 'http://terminology.hl7.org/CodeSystem/v2-0074', 'LAB');

const loinc = 'http://loinc.org';
const unknownType = {
  system: 'http://terminology.hl7.org/CodeSystem/v3-NullFlavor',
  code: 'UNK',
  display: 'unknown',
};

/** The type is one of LOINC's, or `UNK`, which stands beside the source's own. */
const documentType: Demand = {
  rule: 'type',
  met: ({ type }) =>
    membersOf((type ?? {}) as Json, 'coding').some(
      ({ system, code }) => (system === loinc && code !== undefined) || code === unknownType.code,
    ),
  supply: (document) => {
    const { extension: _absent, ...type } = partOf(document, 'type');
    const coding = [...membersOf(type, 'coding'), unknownType];
    return { ...document, type: inOrder({ ...type, coding }, 'type') };
  },
};

/** us-core-6: where the content is, or that nobody knows. */
const located: Demand = {
  rule: 'us-core-6',
  met: (document) => membersOf(document, 'content').every((one) => isLocated(partOf(one, 'attachment'))),
  supply: (document) => ({
    ...document,
    content: membersOf(document, 'content').map((one) =>
      isLocated(partOf(one, 'attachment'))
        ? one
        : {
            ...one,
            attachment: inOrder(
              { ...withoutAbsence(partOf(one, 'attachment')), _url: unknownElement },
              'attachment',
            ),
          },
    ),
  }),
};

const isLocated = (attachment: Json): boolean => has(attachment, 'url') || has(attachment, 'data');
const withoutAbsence = ({ extension: _absent, ...rest }: Json): Json => rest;

/** The numbers of a member of an insurance. */
const memberNumbers = (coverage: Json): readonly Json[] =>
  membersOf(coverage, 'identifier').filter((one) =>
    hasCode([partOf(one, 'type')], 'http://terminology.hl7.org/CodeSystem/v2-0203', 'MB'),
  );

const atMostOneClass = (kind: string): Demand =>
  rule(`class:${kind}`, (coverage) => {
    const system = 'http://terminology.hl7.org/CodeSystem/coverage-class';
    const own = membersOf(coverage, 'class').filter((one) => hasCode([partOf(one, 'type')], system, kind));
    return own.length < 2;
  });

const orders = ['order', 'original-order', 'reflex-order', 'filler-order', 'instance-order'];
const orderedBy = rule(
  'us-core-21',
  (request) => !orders.includes(String(request['intent'])) || has(request, 'requester'),
);

const actsForSomebody = /^(Practitioner|Device)\//;
const speaksFor = (agent: Json): boolean =>
  !actsForSomebody.test(String(partOf(agent, 'who')['reference'])) || has(agent, 'onBehalfOf');

const assessPlan = rule('category:AssessPlan', (plan) =>
  hasCode(
    membersOf(plan, 'category'),
    'http://hl7.org/fhir/us/core/CodeSystem/careplan-category',
    'assess-plan',
  ),
);
/** A narrative is not asked for; where there is one it says that something stands in it. */
const toldInWords = rule(
  'text.status',
  (plan) =>
    !has(plan, 'text') || ['additional', 'generated'].includes(String(partOf(plan, 'text')['status'])),
);

function one(name: string, ...demands: Demand[]): () => readonly Profile[] {
  const profiles = [{ url: urlOf(name), demands }];
  return () => profiles;
}

/** The profiles of what is said of a patient, by type; conditions and observations have their own. */
export const statements: Readonly<Record<string, (resource: Json) => readonly Profile[]>> = {
  AllergyIntolerance: one('allergyintolerance', element('code')),
  CarePlan: one('careplan', assessPlan, toldInWords),
  CareTeam: one(
    'careteam',
    element('participant'),
    rule('participant.role', (team) =>
      membersOf(team, 'participant').every((member) => membersOf(member, 'role').length === 1),
    ),
  ),
  Coverage: one(
    'coverage',
    element('relationship'),
    rule('payor', (coverage) => membersOf(coverage, 'payor').length === 1),
    rule('identifier:memberid', (coverage) => memberNumbers(coverage).length < 2),
    atMostOneClass('group'),
    atMostOneClass('plan'),
    {
      rule: 'us-core-15',
      met: (coverage) => has(coverage, 'subscriberId') || memberNumbers(coverage).length > 0,
      supply: (coverage) => ({ ...coverage, _subscriberId: unknownElement }),
    },
  ),
  // Of other devices of a patient US Core says nothing.
  Device: (device) =>
    device['udiCarrier'] === undefined
      ? []
      : [
          {
            url: urlOf('implantable-device'),
            demands: [
              element('type'),
              element('patient'),
              rule('udiCarrier', () => membersOf(device, 'udiCarrier').length === 1),
              inEach('udiCarrier', 'deviceIdentifier'),
            ],
          },
        ],
  DiagnosticReport: (report) => [isLaboratory(report) ? laboratory : note],
  DocumentReference: one('documentreference', documentType, element('category'), located),
  Encounter: one('encounter', element('type'), inEach('identifier', 'system', 'value')),
  Goal: one('goal'),
  Immunization: one('immunization'),
  Medication: one('medication', element('code')),
  MedicationDispense: one(
    'medicationdispense',
    rule('us-core-20', (supply) => supply['status'] !== 'completed' || has(supply, 'whenHandedOver')),
  ),
  MedicationRequest: one('medicationrequest', orderedBy),
  Procedure: one(
    'procedure',
    element('code'),
    rule(
      'us-core-7',
      (deed) =>
        !['completed', 'in-progress'].includes(String(deed['status'])) || hasChoice(deed, 'performed'),
    ),
  ),
  Provenance: one('provenance', {
    rule: 'provenance-1',
    met: (provenance) => membersOf(provenance, 'agent').every(speaksFor),
    supply: (provenance) => ({
      ...provenance,
      agent: membersOf(provenance, 'agent').map((agent) =>
        speaksFor(agent) ? agent : { ...agent, onBehalfOf: unknownReference },
      ),
    }),
  }),
  ServiceRequest: one('servicerequest', element('code')),
  Specimen: one('specimen', { ...primitive('type'), supply: (sample) => ({ ...sample, type: absentCode }) }),
};
