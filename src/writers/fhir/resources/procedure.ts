import type { Procedure as RecordProcedure } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { annotations } from '../datatypes/annotation.ts';
import { concept, conceptAlways, concepts } from '../datatypes/concept.ts';
import { identifiers } from '../datatypes/identifier.ts';
import { narrative } from '../datatypes/narrative.ts';
import { performersOf } from '../datatypes/performer.ts';
import { dated, datedAlways, isSaid, period } from '../datatypes/when.ts';
import { everyField } from '../every-field.ts';
import type { Extension, Procedure } from '../fhir-types.ts';

const method = 'http://hl7.org/fhir/StructureDefinition/procedure-method';

/** Something done, or said not to have been done, as a Procedure. */
export function procedure(deed: RecordProcedure, context: Context): Procedure {
  const {
    id,
    identifiers: numbers,
    text,
    authors: _provenance,
    informants: _sources,
    labels: _labels,
    notes,
    status,
    statusReason,
    code,
    ...more
  } = deed;
  const { performed: _a, performedPeriod: _b, recorder, performers, locations, reasons, ...late } = more;
  const { reasonReferences, bodySites, approachSites, methods, priority, outcome, complications, ...later } =
    late;
  const { instructions, devices, specimens, encounter, ...rest } = later;
  everyField(rest);
  if (approachSites) context.unwritten('approachSites');
  if (priority) context.unwritten('priority');
  if (specimens) context.unwritten('specimens');
  if (locations && locations.length > 1) context.unwritten('locations');
  return resource<Procedure>(
    {
      resourceType: 'Procedure',
      id,
      text: narrative(text),
      extension: methods?.map((one): Extension => ({ url: method, valueCodeableConcept: concept(one) })),
      identifier: identifiers(numbers),
      status,
      statusReason: concept(statusReason),
      code: conceptAlways(code),
      subject: context.subject,
      encounter: context.refer(encounter, 'encounter', 'encounter'),
    },
    performedOf(deed, context),
    {
      recorder: context.refer(recorder, 'recorder', 'person'),
      performer: performersOf(performers, context),
      location: context.refer(locations?.[0], 'locations', 'location'),
      reasonCode: concepts(reasons),
      reasonReference: reasonReferences?.flatMap(
        (one) => context.refer(one, 'reasonReferences', 'procedureReason') ?? [],
      ),
      bodySite: concepts(bodySites),
      outcome: concept(outcome),
      complication: concepts(complications),
      followUp: concepts(instructions),
      note: annotations(notes, context),
      focalDevice: devices?.map((one) => ({
        manipulated: context.refer(one, 'devices', 'manipulated') ?? {},
      })),
    },
  );
}

/** FHIR takes one performed[x], and US Core requires it: a time that is not said is absent for a reason. */
function performedOf({ performed, performedPeriod }: RecordProcedure, context: Context): Partial<Procedure> {
  const span = period(performedPeriod);
  if (isSaid(performed)) {
    if (span) context.unwritten('performedPeriod');
    return dated('performedDateTime', performed);
  }
  return span ? { performedPeriod: span } : datedAlways('performedDateTime', undefined);
}
