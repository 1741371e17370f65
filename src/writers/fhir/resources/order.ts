import type { Concept, Order, Participation } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { annotations } from '../datatypes/annotation.ts';
import { concept, conceptAlways, concepts, wordsOfConcept } from '../datatypes/concept.ts';
import { identifiers } from '../datatypes/identifier.ts';
import { narrative } from '../datatypes/narrative.ts';
import { dated, isSaid, period } from '../datatypes/when.ts';
import { everyField } from '../every-field.ts';
import type { Reference, ServiceRequest } from '../fhir-types.ts';

/** Something that is to be done as a ServiceRequest: a procedure, an observation, an act, a visit. */
export function order(item: Order, context: Context): ServiceRequest {
  const {
    id,
    identifiers: numbers,
    text,
    authors: _provenance,
    informants: _sources,
    labels: _labels,
    notes,
    status,
    intent,
    ...more
  } = item;
  const { doNotPerform, priority, categories, code, occurrence: _a, occurrencePeriod: _b, ...late } = more;
  const { authored, requester, performers, locations, reasons, reasonReferences, ...later } = late;
  const { bodySites, methods, instructions, encounter, insurances, details, ...rest } = later;
  everyField(rest);
  return resource<ServiceRequest>({
    resourceType: 'ServiceRequest',
    id,
    text: narrative(text),
    identifier: identifiers(numbers),
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
    note: annotations(notes, context),
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
