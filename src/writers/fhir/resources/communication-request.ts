import type { MessageRequest } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { annotations } from '../datatypes/annotation.ts';
import { concepts } from '../datatypes/concept.ts';
import { identifiers } from '../datatypes/identifier.ts';
import { narrative } from '../datatypes/narrative.ts';
import { dated, isSaid, period } from '../datatypes/when.ts';
import { everyField } from '../every-field.ts';
import type { CommunicationRequest } from '../fhir-types.ts';
import { categoryOf } from './communication.ts';

/** That something is to be told, as a CommunicationRequest; R4 has no topic here, and its kind stands among the categories. */
export function communicationRequest(request: MessageRequest, context: Context): CommunicationRequest {
  const {
    id,
    identifiers: numbers,
    text,
    authors: _provenance,
    informants: _sources,
    labels: _labels,
    notes,
    category,
    topic,
    ...more
  } = request;
  const { words, recipients, sender, reasons = [], reasonReferences, encounter, status, ...late } = more;
  const { doNotPerform, priority, occurrence: _a, occurrencePeriod: _b, authored, ...rest } = late;
  everyField(rest);
  return resource<CommunicationRequest>({
    resourceType: 'CommunicationRequest',
    id,
    text: narrative(text),
    identifier: identifiers(numbers),
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
    note: annotations(notes, context),
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
