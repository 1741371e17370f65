import type { ProductInstance } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { annotations } from '../datatypes/annotation.ts';
import { concept, conceptAlways } from '../datatypes/concept.ts';
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
    informants: _sources,
    labels: _labels,
    notes,
    udi,
    deviceIdentifier,
    ...more
  } = piece;
  const { type, model, lot, serial, manufactured, expires, manufacturer, ...late } = more;
  const { distinctIdentifier, brand, modelNumber, catalogNumber, properties, ...rest } = late;
  everyField(rest);
  return resource<Device>({
    resourceType: 'Device',
    id,
    text: narrative(text),
    identifier: identifiers(numbers),
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
    note: annotations(notes, context),
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
