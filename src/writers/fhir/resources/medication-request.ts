import type { Medication } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { annotations } from '../datatypes/annotation.ts';
import { concept, concepts } from '../datatypes/concept.ts';
import { dosages } from '../datatypes/dosage.ts';
import { drug } from '../datatypes/drug.ts';
import { absentReference } from '../datatypes/extension.ts';
import { isDuration, simpleQuantity } from '../datatypes/quantity.ts';
import { dated, period } from '../datatypes/when.ts';
import { everyField, everyOwnField } from '../every-field.ts';
import type { MedicationRequest, MedicationRequestDispenseRequest, Reference } from '../fhir-types.ts';
import { headOf } from '../head.ts';

/** A medication as a MedicationRequest. */
export function medicationRequest(item: Medication, context: Context): MedicationRequest {
  const { status, statusReason, intent, doNotPerform, categories, priority, code, ...more } = item;
  const { product, reported, authored, requester: _a, performers, encounter, reasons, ...late } = more;
  const { reasonReferences, dosages: doses, dispenseRequest, ...rest } = late;
  everyOwnField(rest);
  const { contained, ...medication } = drug(code, product, context);
  return resource<MedicationRequest>(
    headOf('MedicationRequest', item, { contained }),
    {
      status,
      statusReason: concept(statusReason),
      intent,
      category: concepts(categories),
      priority,
      doNotPerform,
      reportedReference: context.refer(reported, 'reported', 'party'),
    },
    medication,
    {
      subject: context.subject,
      encounter: context.refer(encounter, 'encounter', 'encounter'),
    },
    dated('authoredOn', authored),
    {
      requester: requesterOf(item, context),
      performer: performerOf(performers, context),
      reasonCode: concepts(reasons),
      reasonReference: reasonReferences?.flatMap(
        (one) => context.refer(one, 'reasonReferences', 'reason') ?? [],
      ),
      note: annotations(item.notes, context),
      dosageInstruction: dosages(doses, context),
      dispenseRequest: dispenseRequestOf(dispenseRequest, context),
    },
  );
}

/** US Core wants to know who ordered, or that nobody says it. */
function requesterOf({ requester, intent }: Medication, context: Context): Reference | undefined {
  const found = context.refer(requester, 'requester', 'author');
  return found ?? (intent === 'order' ? absentReference : undefined);
}

/** FHIR has room for one. */
function performerOf(performers: Medication['performers'], context: Context): Reference | undefined {
  const [performer, ...others] = performers ?? [];
  if (others.length > 0) context.unwritten('performers');
  return context.refer(performer?.who, 'performers', 'author');
}

function dispenseRequestOf(
  request: Medication['dispenseRequest'],
  context: Context,
): MedicationRequestDispenseRequest | undefined {
  if (!request) return undefined;
  const { validity, repeatsAllowed, quantity, supplyDuration, performer, ...rest } = request;
  everyField(rest);
  const lasts = supplyDuration && isDuration(supplyDuration);
  if (lasts === false) context.unwritten('dispenseRequest.supplyDuration');
  return {
    validityPeriod: period(validity),
    numberOfRepeatsAllowed: repeatsAllowed,
    quantity: simpleQuantity(quantity),
    expectedSupplyDuration: lasts ? simpleQuantity(supplyDuration) : undefined,
    performer: context.refer(performer, 'dispenseRequest.performer', 'organization'),
  } as MedicationRequestDispenseRequest;
}
