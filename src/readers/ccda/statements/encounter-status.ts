import type { Concept, Encounter } from '../../../record/index.ts';
import { encounterClassOf, encounterStatusOf } from '../../../terminology/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { readConcept, says } from '../datatypes/concept.ts';
import type { Scope } from '../scope.ts';

const actCode = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';

/** Billing codes that an export writes as acts beside the visit's own code: one visit can have several. */
export const servicesIn = (encounter: XmlElement): XmlElement[] =>
  encounter
    .elements('entryRelationship')
    .flatMap((relation) => relation.elements('act'))
    .filter(
      (act) => act.first('templateId') === undefined && act.elements().every(({ name }) => name === 'code'),
    );

/** A code of ActCode is the class, or what a billing code says of it; all others are types (CF-encounters). */
export function readClass(element: XmlElement, scope: Scope): Pick<Encounter, 'class' | 'types'> {
  const code = element.first('code');
  const concept = code && readConcept(code, scope);
  if (!says(concept)) return {};
  const classes = concept.codings.filter(({ system }) => system === actCode);
  const codings = concept.codings.filter(({ system }) => system !== actCode);
  const type: Concept = { ...concept, codings };
  const stated = classes.length > 0 ? classes : classOf(codings);
  return {
    ...(stated.length > 0 && { class: { codings: stated } }),
    ...(says(type) && { types: [type] }),
  };
}

const classOf = (codings: Concept['codings']): Concept['codings'] =>
  codings
    .flatMap(({ system, code }) => encounterClassOf(system, code) ?? [])
    .slice(0, 1)
    .map((one) => ({ system: actCode, ...one }));

/**
 * A stated status other than completed and active holds; a point in time or an end is a visit that is over; one that
 * only began may go on or not: the statusCode says so, or nobody does (CF-encounters).
 */
export function encounterStatus(element: XmlElement): Encounter['status'] {
  const code = element.first('statusCode')?.attributes['code']?.trim() ?? '';
  const stated = encounterStatusOf(code);
  if (stated && code !== 'completed' && code !== 'active') return stated;
  const time = element.first('effectiveTime');
  const over = [time, time?.first('high')].some((one) => one?.attributes['value'] !== undefined);
  return over ? 'finished' : (stated ?? 'unknown');
}
