import type { Concept, NotTaken } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { annotations } from '../datatypes/annotation.ts';
import { concept, concepts } from '../datatypes/concept.ts';
import { drug } from '../datatypes/drug.ts';
import { identifiers } from '../datatypes/identifier.ts';
import { narrative } from '../datatypes/narrative.ts';
import { dated, isSaid, period } from '../datatypes/when.ts';
import { everyField } from '../every-field.ts';
import type { CodeableConcept, MedicationStatement } from '../fhir-types.ts';

/** A drug that is not taken: a MedicationRequest has no status for it. */
export function medicationNotTaken(item: NotTaken, context: Context): MedicationStatement {
  const {
    id,
    identifiers: numbers,
    text,
    authors: _provenance,
    informants: _sources,
    labels: _labels,
    notes,
    code,
    product,
    ...more
  } = item;
  const { time, period: span, statusReason, asserted, informant, reasons, ...rest } = more;
  everyField(rest);
  const { contained, ...medication } = drug(code, product, context);
  return resource<MedicationStatement>({
    resourceType: 'MedicationStatement',
    id,
    text: narrative(text),
    contained,
    identifier: identifiers(numbers),
    status: 'not-taken',
    statusReason: listed(statusReason),
    ...medication,
    subject: context.subject,
    ...(isSaid(time) ? dated('effectiveDateTime', time) : { effectivePeriod: period(span) }),
    ...dated('dateAsserted', asserted),
    informationSource: context.refer(informant, 'informant', 'party'),
    reasonCode: concepts(reasons),
    note: annotations(notes, context),
  });
}

const listed = (one: Concept | undefined): CodeableConcept[] | undefined =>
  one === undefined ? undefined : [concept(one)];
