import type { SupplyRequest as RecordRequest } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { noteExtensions } from '../datatypes/annotation.ts';
import { conceptAlways, concepts, wordsOfConcept } from '../datatypes/concept.ts';
import { absentExtension } from '../datatypes/extension.ts';
import { simpleQuantity } from '../datatypes/quantity.ts';
import { dated, isSaid, period } from '../datatypes/when.ts';
import { everyOwnField } from '../every-field.ts';
import type { SupplyRequest } from '../fhir-types.ts';
import { headOf } from '../head.ts';

/** SupplyRequest's words for the status of a request. */
const statuses: Readonly<Record<RecordRequest['status'], SupplyRequest['status']>> = {
  draft: 'draft',
  active: 'active',
  'on-hold': 'suspended',
  revoked: 'cancelled',
  completed: 'completed',
  'entered-in-error': 'entered-in-error',
  unknown: 'unknown',
};

/** Goods that a patient is to get, of which nothing says what kind they are, as a SupplyRequest. */
export function supplyRequest(request: RecordRequest, context: Context): SupplyRequest {
  const { status, intent, priority, item, quantity, repeats, occurrence: _a, ...more } = request;
  const { occurrencePeriod: _b, authored, requester, performers, reasons, ...late } = more;
  const { reasonReferences, instructions = [], insurances, ...rest } = late;
  everyOwnField(rest);
  if (repeats !== undefined && repeats > 1) context.unwritten('repeats');
  if (insurances) context.unwritten('insurances');
  // R4 has a request for supplies and no word for a mere proposal of one.
  if (intent === 'proposal') context.unwritten('intent');
  const told = instructions.flatMap((one) => wordsOfConcept(one) ?? []).map((words) => ({ text: words }));
  return resource<SupplyRequest>(
    headOf('SupplyRequest', request, {
      extension: noteExtensions([...(request.notes ?? []), ...told], context),
    }),
    {
      status: statuses[status],
      priority,
      itemCodeableConcept: conceptAlways(item),
      // A quantity is required.
      quantity: simpleQuantity(quantity) ?? { extension: [absentExtension()] },
      ...occurrenceOf(request, context),
      ...dated('authoredOn', authored),
      requester: context.refer(requester, 'requester', 'requester'),
      supplier: performers?.flatMap(({ who }) => context.refer(who, 'performers', 'organization') ?? []),
      reasonCode: concepts(reasons),
      reasonReference: reasonReferences?.flatMap(
        (one) => context.refer(one, 'reasonReferences', 'orderReason') ?? [],
      ),
      deliverTo: context.subject,
    },
  );
}

/** FHIR takes one occurrence[x]: the point, else the span. */
function occurrenceOf(
  { occurrence, occurrencePeriod }: RecordRequest,
  context: Context,
): Partial<SupplyRequest> {
  if (!isSaid(occurrence)) return { occurrencePeriod: period(occurrencePeriod) };
  if (occurrencePeriod) context.unwritten('occurrencePeriod');
  return dated('occurrenceDateTime', occurrence);
}
