import type { Procedure as RecordProcedure } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { annotations } from '../datatypes/annotation.ts';
import { concept, conceptAlways, concepts } from '../datatypes/concept.ts';
import { performersOf } from '../datatypes/performer.ts';
import { dated, datedAlways, isSaid, period } from '../datatypes/when.ts';
import { everyOwnField } from '../every-field.ts';
import type { Extension, Procedure } from '../fhir-types.ts';
import { headOf } from '../head.ts';

const method = 'http://hl7.org/fhir/StructureDefinition/procedure-method';

/** Something done, or said not to have been done, as a Procedure. */
export function procedure(deed: RecordProcedure, context: Context): Procedure {
  const { status, statusReason, code, performed: _a, performedPeriod: _b, recorder, ...more } = deed;
  const { performers, locations, reasons, reasonReferences, bodySites, approachSites, ...late } = more;
  const { methods, priority, outcome, complications, instructions, devices, specimens, ...later } = late;
  const { encounter, ...rest } = later;
  everyOwnField(rest);
  if (approachSites) context.unwritten('approachSites');
  if (priority) context.unwritten('priority');
  if (specimens) context.unwritten('specimens');
  if (locations && locations.length > 1) context.unwritten('locations');
  return resource<Procedure>(
    headOf('Procedure', deed, {
      extension: methods?.map((one): Extension => ({ url: method, valueCodeableConcept: concept(one) })),
    }),
    {
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
      note: annotations(deed.notes, context),
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
