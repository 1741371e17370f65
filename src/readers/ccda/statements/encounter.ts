import type { Encounter } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { readPeriod } from '../datatypes/time.ts';
import { by, concept, type Found, nowhere, one, period } from '../fields.ts';
import { readLocation } from '../location.ts';
import { describedEncounter, isStub } from '../refer.ts';
import type { Scope } from '../scope.ts';
import type { Definition } from '../statement.ts';
import { isEvent, performers, placesIn, planAround } from './act.ts';
import { statementFields } from './common.ts';
import { readDiagnoses } from './encounter-diagnosis.ts';
import { encounterStatus, readClass, servicesIn } from './encounter-status.ts';
import { reasonReferences, reasons } from './indication.ts';

/** Encounter Activity: a visit or stay that took place; the header's encompassing encounter has its own reading. */
export const encounter: Definition<'encounter'> = {
  kind: 'encounter',
  title: 'Encounter Activity',
  templates: [
    '2.16.840.1.113883.10.20.22.4.49',
    '2.16.840.1.113883.10.20.1.21',
    '2.16.840.1.113883.3.88.11.83.16',
  ],
  elements: ['encounter'],
  matches: () => true,
  accepts: (element, scope) => isEvent(element) && !planAround(element) && !namesAnother(element, scope),
  fields: {
    ...statementFields,
    status: by('statusCode | effectiveTime', (from) => ({
      value: encounterStatus(from),
      nodes: from.elements('statusCode'),
    })),
    class: by('code', (from, scope) => {
      const value = readClass(from, scope).class;
      return value && { value, nodes: from.elements('code') };
    }),
    types: by('code | entryRelationship/act (of no template)/code', (from, scope) => {
      const services = servicesIn(from);
      const value = [from, ...services].flatMap((one) => readClass(one, scope).types ?? []);
      return value.length > 0 ? { value, nodes: [...from.elements('code'), ...services] } : undefined;
    }),
    period: period('effectiveTime'),
    participants: performers,
    reasons,
    reasonReferences,
    diagnoses: by('entryRelationship/[diagnosis]/entryRelationship/observation', readDiagnoses),
    locations: by('participant[@typeCode=LOC]/participantRole', readPlaces),
    destination: one('participant[@typeCode=DST]/participantRole', readLocation),
    dischargeDisposition: concept('sdtc:dischargeDispositionCode'),
    serviceProvider: nowhere,
  },
  // The wrapper of a diagnosis: what it says of itself is the diagnosis' own, or the visit's.
  structure: [
    'entryRelationship/act/id',
    'entryRelationship/act/code',
    'entryRelationship/act/statusCode',
    'entryRelationship/act/effectiveTime',
  ],
  settle: settleProvider,
};

/** A bare id that names an encounter described elsewhere is no encounter of its own; one without an id says nothing. */
function namesAnother(element: XmlElement, scope: Scope): boolean {
  if (!isStub(element)) return false;
  const named = element.elements('id').some(({ attributes }) => attributes['nullFlavor'] === undefined);
  return !named || describedEncounter(element, scope) !== undefined;
}

/** Where it was, and when there. */
function readPlaces(from: XmlElement, scope: Scope): Found<NonNullable<Encounter['locations']>> | undefined {
  const nodes = placesIn(from);
  const value = nodes.flatMap((role) => {
    const location = readLocation(role, scope);
    const time = role.parent?.first('time');
    const span = time && readPeriod(time, scope);
    const said = span?.start?.value ?? span?.end?.value;
    return location ? [{ location, ...(said !== undefined && { period: span }) }] : [];
  });
  return value.length > 0 ? { value, nodes: [...nodes, ...nodes.flatMap(timeOf)] } : undefined;
}

const timeOf = (role: XmlElement): readonly XmlElement[] => role.parent?.elements('time') ?? [];

/** A performer that is an organisation alone takes no part in FHIR: it provides the service. */
function settleProvider(item: Encounter): Encounter {
  const isOrganization = (ref: string | undefined): boolean => ref?.startsWith('organization/') === true;
  const providers = item.participants?.filter(({ who }) => isOrganization(who?.ref)) ?? [];
  const [first] = providers;
  if (!first?.who || providers.length > 1) return item;
  const { participants, ...rest } = item;
  const others = participants?.filter((one) => one !== first) ?? [];
  return { ...rest, serviceProvider: first.who, ...(others.length > 0 && { participants: others }) };
}
