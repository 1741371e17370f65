import type { Dispense } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { annotations } from '../datatypes/annotation.ts';
import { codeOf } from '../datatypes/concept.ts';
import { drug } from '../datatypes/drug.ts';
import { simpleQuantity } from '../datatypes/quantity.ts';
import { dated, datedAlways } from '../datatypes/when.ts';
import { everyOwnField } from '../every-field.ts';
import type { CodeableConcept, MedicationDispense } from '../fhir-types.ts';
import { headOf } from '../head.ts';

const supplyType = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';

/** A medication that was handed out as a MedicationDispense. */
export function medicationDispense(item: Dispense, context: Context): MedicationDispense {
  const { status, code, product, handedOver, quantity, daysSupply, fillNumber, ...more } = item;
  const { performers, medication, ...rest } = more;
  everyOwnField(rest);
  const { contained, ...given } = drug(code, product, context);
  return resource<MedicationDispense>(headOf('MedicationDispense', item, { contained }), {
    status,
    ...given,
    subject: context.subject,
    performer: performers?.flatMap(({ who }) => {
      const actor = context.refer(who, 'performers', 'author');
      return actor ? [{ actor }] : [];
    }),
    authorizingPrescription: [context.refer(medication, 'medication', 'medication')].filter(
      (one) => one !== undefined,
    ),
    type: typeOf(fillNumber, context),
    quantity: simpleQuantity(quantity),
    daysSupply: simpleQuantity(daysSupply),
    // US Core requires it of what was handed over.
    ...(status === 'completed' ? datedAlways : dated)('whenHandedOver', handedOver),
    note: annotations(item.notes, context),
  });
}

/** The first fill, or a refill: which one R4 does not say. */
function typeOf(fillNumber: number | undefined, context: Context): CodeableConcept | undefined {
  if (fillNumber === undefined) return undefined;
  if (fillNumber === 1) return codeOf(supplyType, 'FF', 'First Fill');
  context.unwritten('fillNumber');
  return codeOf(supplyType, 'RF', 'Refill');
}
