import type { ProductInstance } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { annotations } from '../datatypes/annotation.ts';
import { concept, conceptAlways } from '../datatypes/concept.ts';
import { absentExtension, elementOf } from '../datatypes/extension.ts';
import { dated } from '../datatypes/when.ts';
import { everyField, everyOwnField } from '../every-field.ts';
import type { Device, DeviceUdiCarrier } from '../fhir-types.ts';
import { headOf } from '../head.ts';

/** A piece of equipment of a patient as a Device. */
export function productInstance(piece: ProductInstance, context: Context): Device {
  const { udi, deviceIdentifier, type, model, lot, serial, manufactured, expires, ...more } = piece;
  const { manufacturer, distinctIdentifier, brand, modelNumber, catalogNumber, ...late } = more;
  const { properties, ...rest } = late;
  everyOwnField(rest);
  return resource<Device>(headOf('Device', piece), {
    udiCarrier: udi === undefined ? undefined : [carrierOf(udi, deviceIdentifier)],
    distinctIdentifier,
    manufacturer,
    ...dated('manufactureDate', manufactured),
    ...dated('expirationDate', expires),
    lotNumber: lot,
    serialNumber: serial,
    deviceName: namesOf(piece),
    modelNumber,
    partNumber: catalogNumber,
    type: conceptAlways(type),
    property: properties?.map(({ type: property, value, ...others }) => {
      everyField(others);
      return { type: concept(property), valueCode: [concept(value)] };
    }),
    patient: context.subject,
    note: annotations(piece.notes, context),
  });
}

/** US Core requires the part that names the model; of a form that we do not take apart it is not known. */
const carrierOf = (carrierHRF: string, deviceIdentifier: string | undefined): DeviceUdiCarrier => ({
  deviceIdentifier,
  ...(deviceIdentifier === undefined && { _deviceIdentifier: elementOf(absentExtension()) }),
  carrierHRF,
});

const namesOf = ({ model, brand }: ProductInstance): Device['deviceName'] => [
  ...(model === undefined ? [] : [{ name: model, type: 'model-name' as const }]),
  ...(brand === undefined ? [] : [{ name: brand, type: 'user-friendly-name' as const }]),
];
