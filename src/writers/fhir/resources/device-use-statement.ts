import type { DeviceUse } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { annotations } from '../datatypes/annotation.ts';
import { concepts } from '../datatypes/concept.ts';
import { absentReference } from '../datatypes/extension.ts';
import { identifiers } from '../datatypes/identifier.ts';
import { narrative } from '../datatypes/narrative.ts';
import { dated, isSaid, period } from '../datatypes/when.ts';
import { everyField } from '../every-field.ts';
import type { DeviceUseStatement } from '../fhir-types.ts';

/** That a patient has a piece of equipment, as a DeviceUseStatement. */
export function deviceUseStatement(use: DeviceUse, context: Context): DeviceUseStatement {
  const {
    id,
    identifiers: numbers,
    text,
    authors: _provenance,
    informants: _sources,
    labels: _labels,
    notes,
    status,
    device,
    ...more
  } = use;
  const { quantity, used: _a, period: _b, recorded, source, reasons, reasonReferences, ...late } = more;
  const { bodySites = [], ...rest } = late;
  everyField(rest);
  // That it is one goes without saying; more than one FHIR cannot say here.
  if (quantity && Number(quantity.value) !== 1) context.unwritten('quantity');
  if (bodySites.length > 1) context.unwritten('bodySites');
  return resource<DeviceUseStatement>({
    resourceType: 'DeviceUseStatement',
    id,
    text: narrative(text),
    identifier: identifiers(numbers),
    status,
    subject: context.subject,
    ...timingOf(use, context),
    ...dated('recordedOn', recorded),
    source: context.refer(source, 'source', 'person'),
    device: context.refer(device, 'device', 'device') ?? absentReference,
    reasonCode: concepts(reasons),
    reasonReference: reasonReferences?.flatMap(
      (one) => context.refer(one, 'reasonReferences', 'orderReason') ?? [],
    ),
    bodySite: concepts(bodySites)?.[0],
    note: annotations(notes, context),
  });
}

/** FHIR takes one timing[x]: the point, else the span. */
function timingOf({ used, period: span }: DeviceUse, context: Context): Partial<DeviceUseStatement> {
  if (!isSaid(used)) return { timingPeriod: period(span) };
  if (span) context.unwritten('period');
  return dated('timingDateTime', used);
}
