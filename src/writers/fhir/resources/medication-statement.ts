import type { Concept, NotTaken } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { annotations } from '../datatypes/annotation.ts';
import { concept, concepts } from '../datatypes/concept.ts';
import { drug } from '../datatypes/drug.ts';
import { dated, isSaid, period } from '../datatypes/when.ts';
import { everyOwnField } from '../every-field.ts';
import type { CodeableConcept, MedicationStatement } from '../fhir-types.ts';
import { headOf } from '../head.ts';

/** A drug that is not taken: a MedicationRequest has no status for it. */
export function medicationNotTaken(item: NotTaken, context: Context): MedicationStatement {
  const { code, product, time, period: span, statusReason, asserted, informant, reasons, ...rest } = item;
  everyOwnField(rest);
  const { contained, ...medication } = drug(code, product, context);
  return resource<MedicationStatement>(headOf('MedicationStatement', item, { contained }), {
    status: 'not-taken',
    statusReason: listed(statusReason),
    ...medication,
    subject: context.subject,
    ...(isSaid(time) ? dated('effectiveDateTime', time) : { effectivePeriod: period(span) }),
    ...dated('dateAsserted', asserted),
    informationSource: context.refer(informant, 'informant', 'party'),
    reasonCode: concepts(reasons),
    note: annotations(item.notes, context),
  });
}

const listed = (one: Concept | undefined): CodeableConcept[] | undefined =>
  one === undefined ? undefined : [concept(one)];
