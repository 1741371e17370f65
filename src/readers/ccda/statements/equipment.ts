import type {
  Concept,
  DeviceUse,
  Period,
  Quantity,
  Reference,
  SupplyDelivery,
  When,
} from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { says } from '../datatypes/concept.ts';
import { readQuantity } from '../datatypes/quantity.ts';
import { known, readPeriod, readWhen } from '../datatypes/time.ts';
import { by, type Field, type Found, one } from '../fields.ts';
import { readParticipation } from '../participation.ts';
import type { Scope } from '../scope.ts';
import { type Definition, readStatement } from '../statement.ts';
import { bodySites, isEvent, locations, productsIn, readWhat } from './act.ts';
import { isNegated, recorded, recorder, statementFields } from './common.ts';
import { reasonReferences, reasons } from './indication.ts';
import { readProductCode } from './product.ts';
import { productInstance } from './product-instance.ts';
import { hasProduct, isUdiOrganizer } from './udi-organizer.ts';

/** Non-Medicinal Supply Activity, and CCD's supply activity. */
export const supplyTemplates = ['2.16.840.1.113883.10.20.22.4.50', '2.16.840.1.113883.10.20.1.34'];

/** Whether a supply stands for itself, and is no part of a drug. */
export const isOwnSupply = ({ name, parent }: XmlElement): boolean =>
  name === 'supply' && parent?.parent?.name !== 'substanceAdministration';

/** A UDI Organizer that stands alone is the piece of equipment itself. */
export const udi: Definition<'productInstance'> = {
  ...productInstance,
  title: 'UDI Organizer',
  templates: [],
  elements: ['organizer'],
  matches: isUdiOrganizer,
  accepts: (element) => isUdiOrganizer(element) && !hasProduct(element),
};

const statusCodeOf = (element: XmlElement): string =>
  element.first('statusCode')?.attributes['code']?.trim() ?? '';
const timeOf = (element: XmlElement): XmlElement | undefined => element.first('effectiveTime');
const isStated = (time: XmlElement | undefined): boolean => (time?.attributes['value'] ?? '').trim() !== '';

/**
 * "completed" is said of the supplying: who got a cane has it still. Only a use that
 * has a start and an end is over. FHIR has no word for a use of which nothing is known, and to hide an implant may harm.
 */
function useStatus(element: XmlElement): DeviceUse['status'] {
  const code = statusCodeOf(element);
  if (code === 'nullified') return 'entered-in-error';
  if (code === 'aborted' || code === 'cancelled') return 'stopped';
  if (code === 'held' || code === 'suspended') return 'on-hold';
  const time = timeOf(element);
  const isOver = isStated(time?.first('low')) && isStated(time?.first('high'));
  return code === 'completed' && isOver ? 'completed' : 'active';
}

/** A point, or the day by which it was supplied: an end without a start. */
function pointOf(from: XmlElement, scope: Scope): Found<When> | undefined {
  const time = timeOf(from);
  const high = time?.first('high');
  const isPoint = isStated(time) || isStated(time?.first('center'));
  const node = isPoint ? time : time && !time.first('low') ? high : undefined;
  const value = node && known(readWhen(node, scope));
  return time && value && { value, nodes: [time] };
}

function spanOf(from: XmlElement, scope: Scope): Found<Period> | undefined {
  const time = timeOf(from);
  if (!time || pointOf(from, scope)) return undefined;
  const value = readPeriod(time, scope);
  return value && (known(value.start) ?? known(value.end)) ? { value, nodes: [time] } : undefined;
}

export const quantity: Field<Quantity> = one('quantity', readQuantity);

/** The piece of equipment. */
const device: Field<Reference> = by('participant/participantRole[productInstance]', (from, scope) => {
  const [node] = productsIn(from);
  return node && { value: readStatement(productInstance, node, scope), nodes: [node] };
});

/** Whether a product says anything of itself. */
export const isNamedProduct = (role: XmlElement, scope: Scope): boolean =>
  says(productInstance.fields.type.read(role, scope)?.value) ||
  [productInstance.fields.udi, productInstance.fields.model].some(
    (field) => field.read(role, scope) !== undefined,
  ) ||
  (productInstance.fields.identifiers.read(role, scope)?.value.length ?? 0) > 0;

const namesProduct = (element: XmlElement, scope: Scope): boolean =>
  productsIn(element).some((role) => isNamedProduct(role, scope));

/** Equipment that a patient has. */
export const deviceUse: Definition<'deviceUse'> = {
  kind: 'deviceUse',
  title: 'Non-Medicinal Supply Activity',
  templates: supplyTemplates,
  elements: ['supply'],
  matches: isOwnSupply,
  accepts: (element, scope) =>
    isOwnSupply(element) && isEvent(element) && !isNegated(element) && namesProduct(element, scope),
  fields: {
    ...statementFields,
    status: by('statusCode | effectiveTime', (from) => ({
      value: useStatus(from),
      nodes: from.elements('statusCode'),
    })),
    device,
    quantity,
    used: by('effectiveTime/@value | effectiveTime/high', pointOf),
    period: by('effectiveTime', spanOf),
    recorded,
    source: recorder,
    reasons,
    reasonReferences,
    bodySites,
  },
  // The class of the supply; what it is stands in the product.
  structure: ['code', 'participant/participantRole/code'],
};

/** What is supplied: the product, else what the entry says. */
export function readItem(from: XmlElement, scope: Scope): Found<Concept> | undefined {
  const product = from.first('product');
  const value = product && readProductCode(from, scope);
  if (product && says(value)) return { value, nodes: [product] };
  const [role] = productsIn(from);
  const type = role && productInstance.fields.type.read(role, scope);
  if (role && says(type?.value)) return { value: type.value, nodes: [role] };
  return readWhat(from, scope);
}

/** What is supplied; why it is not told. */
export const item: Field<Concept> = by(
  'product | participant/participantRole | code | text',
  (from, scope) => {
    return readItem(from, scope) ?? { value: { codings: [], absent: 'unknown' }, nodes: [] };
  },
);

const deliveries: Readonly<Record<string, SupplyDelivery['status']>> = {
  new: 'in-progress',
  active: 'in-progress',
  held: 'in-progress',
  suspended: 'in-progress',
  completed: 'completed',
  cancelled: 'abandoned',
  aborted: 'abandoned',
  nullified: 'entered-in-error',
};

/** Goods that were handed over and are no single piece: strips, dressings. */
export const supplyDelivery: Definition<'supplyDelivery'> = {
  kind: 'supplyDelivery',
  title: 'Non-Medicinal Supply Activity',
  templates: supplyTemplates,
  elements: ['supply'],
  matches: isOwnSupply,
  accepts: (element, scope) =>
    isOwnSupply(element) &&
    isEvent(element) &&
    !isNegated(element) &&
    !namesProduct(element, scope) &&
    says(readItem(element, scope)?.value),
  fields: {
    ...statementFields,
    status: by('statusCode', (from) => {
      const code = statusCodeOf(from);
      const value = Object.hasOwn(deliveries, code) ? deliveries[code] : undefined;
      return value && { value, nodes: from.elements('statusCode') };
    }),
    item,
    quantity,
    delivered: by('effectiveTime/@value | effectiveTime/high', pointOf),
    period: by('effectiveTime', spanOf),
    supplier: one('performer', (element, scope) => readParticipation(element, scope)?.who),
    locations,
  },
  structure: [],
};

/** A negated supply that names nothing: there is no equipment. */
export const noEquipment: Definition<'noneKnown'> = {
  kind: 'noneKnown',
  title: 'Non-Medicinal Supply Activity, negated without a product',
  templates: supplyTemplates,
  elements: ['supply'],
  matches: isOwnSupply,
  accepts: (element, scope) =>
    isOwnSupply(element) && isEvent(element) && isNegated(element) && !isCoded(element, scope),
  fields: { ...statementFields, about: by('@negationInd', () => ({ value: 'devices', nodes: [] })) },
  structure: ['code', 'statusCode', 'effectiveTime', 'participant', 'product', 'quantity'],
};

/** SNOMED CT's device, implant, medical equipment: of no kind. */
const anyDevice = new Set(['49062001', '40388003', '425399007']);

const isCoded = (element: XmlElement, scope: Scope): boolean =>
  readItem(element, scope)?.value.codings.some(({ code }) => !anyDevice.has(code ?? '')) ?? false;
