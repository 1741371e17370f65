import type { SupplyDelivery as RecordDelivery } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { noteExtensions } from '../datatypes/annotation.ts';
import { codeOf, conceptAlways } from '../datatypes/concept.ts';
import { identifiers } from '../datatypes/identifier.ts';
import { narrative } from '../datatypes/narrative.ts';
import { simpleQuantity } from '../datatypes/quantity.ts';
import { dated, isSaid, period } from '../datatypes/when.ts';
import { everyField } from '../every-field.ts';
import type { SupplyDelivery } from '../fhir-types.ts';

/** Goods that were handed over, as a SupplyDelivery. */
export function supplyDelivery(delivery: RecordDelivery, context: Context): SupplyDelivery {
  const {
    id,
    identifiers: numbers,
    text,
    authors: _provenance,
    informants: _sources,
    labels: _labels,
    notes,
    status,
    item,
    ...more
  } = delivery;
  const { quantity, delivered: _a, period: _b, supplier, locations = [], ...rest } = more;
  everyField(rest);
  if (locations.length > 1) context.unwritten('locations');
  return resource<SupplyDelivery>({
    resourceType: 'SupplyDelivery',
    id,
    text: narrative(text),
    extension: noteExtensions(notes, context),
    identifier: identifiers(numbers),
    status,
    patient: context.subject,
    type: codeOf('http://terminology.hl7.org/CodeSystem/supply-item-type', 'device', 'Device'),
    suppliedItem: { quantity: simpleQuantity(quantity), itemCodeableConcept: conceptAlways(item) },
    ...occurrenceOf(delivery, context),
    supplier: context.refer(supplier, 'supplier', 'provider'),
    destination: context.refer(locations[0], 'locations', 'location'),
  });
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
