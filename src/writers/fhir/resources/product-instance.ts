import type { ProductInstance } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { annotations } from '../datatypes/annotation.ts';
import { conceptAlways } from '../datatypes/concept.ts';
import { absentExtension, elementOf } from '../datatypes/extension.ts';
import { identifiers } from '../datatypes/identifier.ts';
import { narrative } from '../datatypes/narrative.ts';
import { dated } from '../datatypes/when.ts';
import { everyField } from '../every-field.ts';
import type { Device, DeviceUdiCarrier } from '../fhir-types.ts';

/** A piece of equipment of a patient as a Device. */
export function productInstance(piece: ProductInstance, context: Context): Device {
  const {
    id,
    identifiers: numbers,
    text,
    authors: _provenance,
    notes,
    udi,
    deviceIdentifier,
    ...more
  } = piece;
  const { type, model, lot, serial, manufactured, expires, manufacturer, ...rest } = more;
  everyField(rest);
  return resource<Device>({
    resourceType: 'Device',
    id,
    text: narrative(text),
    identifier: identifiers(numbers),
    udiCarrier: udi === undefined ? undefined : [carrierOf(udi, deviceIdentifier)],
    manufacturer,
    ...dated('manufactureDate', manufactured),
    ...dated('expirationDate', expires),
    lotNumber: lot,
    serialNumber: serial,
    deviceName: model === undefined ? undefined : [{ name: model, type: 'model-name' }],
    type: conceptAlways(type),
    patient: context.subject,
    note: annotations(notes, context),
  });
}

/** US Core requires the part that names the model; of a form that we do not take apart it is not known. */
const carrierOf = (carrierHRF: string, deviceIdentifier: string | undefined): DeviceUdiCarrier => ({
  deviceIdentifier,
  ...(deviceIdentifier === undefined && { _deviceIdentifier: elementOf(absentExtension()) }),
  carrierHRF,
});
