import type { DeviceRequest as RecordRequest } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { annotations } from '../datatypes/annotation.ts';
import { conceptAlways, concepts, wordsOfConcept } from '../datatypes/concept.ts';
import { dated, isSaid, period } from '../datatypes/when.ts';
import { everyOwnField } from '../every-field.ts';
import type { DeviceRequest } from '../fhir-types.ts';
import { headOf } from '../head.ts';

/** A piece of equipment that a patient is to get, as a DeviceRequest. */
export function deviceRequest(request: RecordRequest, context: Context): DeviceRequest {
  const { status, intent, priority, item, quantity, repeats, occurrence: _a, ...more } = request;
  const { occurrencePeriod: _b, authored, requester, performers = [], reasons, ...late } = more;
  const { reasonReferences, instructions = [], insurances, device, encounter, ...rest } = late;
  everyOwnField(rest);
  // That it is one goes without saying; more than one FHIR cannot say here.
  if (quantity && Number(quantity.value) !== 1) context.unwritten('quantity');
  if (repeats !== undefined && repeats > 1) context.unwritten('repeats');
  if (performers.length > 1) context.unwritten('performers');
  const piece = context.refer(device, 'device', 'device');
  return resource<DeviceRequest>(headOf('DeviceRequest', request), {
    status,
    intent,
    priority,
    ...(piece ? { codeReference: piece } : { codeCodeableConcept: conceptAlways(item) }),
    subject: context.subject,
    encounter: context.refer(encounter, 'encounter', 'encounter'),
    ...occurrenceOf(request, context),
    ...dated('authoredOn', authored),
    requester: context.refer(requester, 'requester', 'requester'),
    performer: context.refer(performers[0]?.who, 'performers', 'actor'),
    reasonCode: concepts(reasons),
    reasonReference: reasonReferences?.flatMap(
      (one) => context.refer(one, 'reasonReferences', 'orderReason') ?? [],
    ),
    insurance: insurances?.flatMap((one) => context.refer(one, 'insurances', 'coverage') ?? []),
    note: [
      ...(annotations(request.notes, context) ?? []),
      ...instructions.flatMap((one) => wordsOfConcept(one) ?? []).map((words) => ({ text: words })),
    ],
  });
}

/** FHIR takes one occurrence[x]: the point, else the span. */
function occurrenceOf(
  { occurrence, occurrencePeriod }: RecordRequest,
  context: Context,
): Partial<DeviceRequest> {
  if (!isSaid(occurrence)) return { occurrencePeriod: period(occurrencePeriod) };
  if (occurrencePeriod) context.unwritten('occurrencePeriod');
  return dated('occurrenceDateTime', occurrence);
}
