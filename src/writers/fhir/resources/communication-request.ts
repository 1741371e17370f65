import type { MessageRequest } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { annotations } from '../datatypes/annotation.ts';
import { concepts } from '../datatypes/concept.ts';
import { dated, isSaid, period } from '../datatypes/when.ts';
import { everyOwnField } from '../every-field.ts';
import type { CommunicationRequest } from '../fhir-types.ts';
import { headOf } from '../head.ts';
import { categoryOf } from './communication.ts';

/** That something is to be told, as a CommunicationRequest; R4 has no topic here, and its kind stands among the categories. */
export function communicationRequest(request: MessageRequest, context: Context): CommunicationRequest {
  const { category, topic, words, recipients, sender, reasons = [], reasonReferences, ...more } = request;
  const { encounter, status, doNotPerform, priority, occurrence: _a, ...late } = more;
  const { occurrencePeriod: _b, authored, ...rest } = late;
  everyOwnField(rest);
  return resource<CommunicationRequest>(headOf('CommunicationRequest', request), {
    status,
    category: [categoryOf(category), ...(concepts(topic && [topic]) ?? [])],
    priority,
    doNotPerform: doNotPerform || undefined,
    subject: context.subject,
    encounter: context.refer(encounter, 'encounter', 'encounter'),
    payload: words === undefined ? undefined : [{ contentString: words }],
    ...occurrenceOf(request, context),
    ...dated('authoredOn', authored),
    requester: context.refer(sender, 'sender', 'author'),
    recipient: recipients?.flatMap(({ who }) => context.refer(who, 'recipients', 'correspondent') ?? []),
    reasonCode: concepts(reasons),
    reasonReference: reasonReferences?.flatMap(
      (one) => context.refer(one, 'reasonReferences', 'orderReason') ?? [],
    ),
    note: annotations(request.notes, context),
  });
}

/** FHIR takes one occurrence[x]: the point, else the span. */
function occurrenceOf(
  { occurrence, occurrencePeriod }: MessageRequest,
  context: Context,
): Partial<CommunicationRequest> {
  if (!isSaid(occurrence)) return { occurrencePeriod: period(occurrencePeriod) };
  if (occurrencePeriod) context.unwritten('occurrencePeriod');
  return dated('occurrenceDateTime', occurrence);
}
