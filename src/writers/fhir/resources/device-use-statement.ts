import type { DeviceUse } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { annotations } from '../datatypes/annotation.ts';
import { concepts } from '../datatypes/concept.ts';
import { absentReference } from '../datatypes/extension.ts';
import { dated, isSaid, period } from '../datatypes/when.ts';
import { everyOwnField } from '../every-field.ts';
import type { DeviceUseStatement } from '../fhir-types.ts';
import { headOf } from '../head.ts';

/** That a patient has a piece of equipment, as a DeviceUseStatement. */
export function deviceUseStatement(use: DeviceUse, context: Context): DeviceUseStatement {
  const { status, device, quantity, used: _a, period: _b, recorded, source, reasons, ...more } = use;
  const { reasonReferences, bodySites = [], ...rest } = more;
  everyOwnField(rest);
  // That it is one goes without saying; more than one FHIR cannot say here.
  if (quantity && Number(quantity.value) !== 1) context.unwritten('quantity');
  if (bodySites.length > 1) context.unwritten('bodySites');
  return resource<DeviceUseStatement>(headOf('DeviceUseStatement', use), {
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
    note: annotations(use.notes, context),
  });
}

/** FHIR takes one timing[x]: the point, else the span. */
function timingOf({ used, period: span }: DeviceUse, context: Context): Partial<DeviceUseStatement> {
  if (!isSaid(used)) return { timingPeriod: period(span) };
  if (span) context.unwritten('period');
  return dated('timingDateTime', used);
}
