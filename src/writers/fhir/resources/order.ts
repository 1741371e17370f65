import type { Concept, Order, Participation } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { annotations } from '../datatypes/annotation.ts';
import { concept, conceptAlways, concepts, wordsOfConcept } from '../datatypes/concept.ts';
import { dated, isSaid, period } from '../datatypes/when.ts';
import { everyField, everyOwnField } from '../every-field.ts';
import type { Reference, ServiceRequest } from '../fhir-types.ts';
import { headOf } from '../head.ts';

/** Something that is to be done as a ServiceRequest: a procedure, an observation, an act, a visit. */
export function order(item: Order, context: Context): ServiceRequest {
  const { status, intent, doNotPerform, priority, categories, code, occurrence: _a, ...more } = item;
  const { occurrencePeriod: _b, authored, requester, performers, locations, reasons, ...late } = more;
  const { reasonReferences, bodySites, methods, instructions, encounter, insurances, ...later } = late;
  const { details, ...rest } = later;
  everyOwnField(rest);
  return resource<ServiceRequest>(headOf('ServiceRequest', item), {
    status,
    intent,
    category: concepts(categories),
    priority,
    doNotPerform: doNotPerform || undefined,
    code: conceptAlways(code),
    // How it is to be done, by which method among it.
    orderDetail: concepts([...(details ?? []), ...(methods ?? [])]),
    subject: context.subject,
    encounter: context.refer(encounter, 'encounter', 'encounter'),
    ...occurrenceOf(item, context),
    ...dated('authoredOn', authored),
    requester: context.refer(requester, 'requester', 'actor'),
    performerType: typeOf(performers, context),
    performer: performers?.flatMap((one) => performerOf(one, context)),
    locationReference: locations?.flatMap((one) => context.refer(one, 'locations', 'location') ?? []),
    reasonCode: concepts(reasons),
    reasonReference: reasonReferences?.flatMap(
      (one) => context.refer(one, 'reasonReferences', 'orderReason') ?? [],
    ),
    insurance: insurances?.flatMap((one) => context.refer(one, 'insurances', 'coverage') ?? []),
    bodySite: concepts(bodySites),
    note: annotations(item.notes, context),
    patientInstruction: wordsOf(instructions),
  });
}

/** FHIR takes one occurrence[x]: the point, else the span. */
function occurrenceOf({ occurrence, occurrencePeriod }: Order, context: Context): Partial<ServiceRequest> {
  if (!isSaid(occurrence)) return { occurrencePeriod: period(occurrencePeriod) };
  if (occurrencePeriod) context.unwritten('occurrencePeriod');
  return dated('occurrenceDateTime', occurrence);
}

/** One function for all performers is what FHIR has. */
function typeOf(performers: Order['performers'], context: Context): ServiceRequest['performerType'] {
  const roles = (performers ?? []).flatMap((one) => one.roles ?? []);
  if (roles.length > 1) context.unwritten('performers');
  return concept(roles[0]);
}

/** Who is to do it; when stands in a Provenance. */
function performerOf(
  { who, time: _a, period: _b, roles: _c, ...rest }: Participation,
  context: Context,
): Reference[] {
  everyField(rest);
  const actor = context.refer(who, 'performers', 'actor');
  return actor ? [actor] : [];
}

const wordsOf = (concepts: readonly Concept[] | undefined): string | undefined =>
  concepts?.flatMap((one) => wordsOfConcept(one) ?? []).join('\n') || undefined;
