import type { SupplyDelivery as RecordDelivery } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { noteExtensions } from '../datatypes/annotation.ts';
import { codeOf, conceptAlways } from '../datatypes/concept.ts';
import { simpleQuantity } from '../datatypes/quantity.ts';
import { dated, isSaid, period } from '../datatypes/when.ts';
import { everyOwnField } from '../every-field.ts';
import type { SupplyDelivery } from '../fhir-types.ts';
import { headOf } from '../head.ts';

/** Goods that were handed over, as a SupplyDelivery. */
export function supplyDelivery(delivery: RecordDelivery, context: Context): SupplyDelivery {
  const { status, item, quantity, delivered: _a, period: _b, supplier, locations = [], ...rest } = delivery;
  everyOwnField(rest);
  if (locations.length > 1) context.unwritten('locations');
  return resource<SupplyDelivery>(
    headOf('SupplyDelivery', delivery, { extension: noteExtensions(delivery.notes, context) }),
    {
      status,
      patient: context.subject,
      type: codeOf('http://terminology.hl7.org/CodeSystem/supply-item-type', 'device', 'Device'),
      suppliedItem: { quantity: simpleQuantity(quantity), itemCodeableConcept: conceptAlways(item) },
      ...occurrenceOf(delivery, context),
      supplier: context.refer(supplier, 'supplier', 'provider'),
      destination: context.refer(locations[0], 'locations', 'location'),
    },
  );
}

/** FHIR takes one occurrence[x]: the point, else the span. */
function occurrenceOf(
  { delivered, period: span }: RecordDelivery,
  context: Context,
): Partial<SupplyDelivery> {
  if (!isSaid(delivered)) return { occurrencePeriod: period(span) };
  if (span) context.unwritten('period');
  return dated('occurrenceDateTime', delivered);
}
