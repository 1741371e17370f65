import type { DeviceRequest, DispenseRequest, Period, SupplyRequest, When } from '../../../record/index.ts';
import { compact } from '../../../record/index.ts';
import { orderPriorityOf } from '../../../terminology/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { says } from '../datatypes/concept.ts';
import { readQuantity } from '../datatypes/quantity.ts';
import { readPeriod } from '../datatypes/time.ts';
import { by, type Field, nowhere, one, period, time, token } from '../fields.ts';
import { compilePath, hasTemplate } from '../path.ts';
import type { Scope } from '../scope.ts';
import { type Definition, readStatement } from '../statement.ts';
import { instructions, moodOf, performers, productsIn } from './act.ts';
import { isNegated, recorded, recorder, statementFields } from './common.ts';
import { countOf } from './dosage-timing.ts';
import { encounterReference } from './encounter-reference.ts';
import { isNamedProduct, isOwnSupply, item, quantity, readItem, supplyTemplates } from './equipment.ts';
import { reasonReferences, reasons } from './indication.ts';
import { medication } from './medication.ts';
import { order } from './order.ts';
import { codeElementOf } from './product.ts';
import { productInstance } from './product-instance.ts';

const templates = ['2.16.840.1.113883.10.20.22.4.43', '2.16.840.1.113883.10.20.22.4.17', ...supplyTemplates];

const moods = new Set(['INT', 'PRMS', 'APT', 'RQO', 'ARQ', 'PRP']);

const isPlanned = (element: XmlElement): boolean =>
  isOwnSupply(element) && moods.has(moodOf(element)) && !isNegated(element);

/** Medication Information, Immunization Medication Information. */
const drugTemplates = [
  '2.16.840.1.113883.10.20.22.4.23',
  '2.16.840.1.113883.10.20.22.4.54',
  '2.16.840.1.113883.10.20.1.53',
];
/** RxNorm, NDC, CVX. */
const drugSystems = new Set(['2.16.840.1.113883.6.88', '2.16.840.1.113883.6.69', '2.16.840.1.113883.12.292']);

const materials = compilePath('product/manufacturedProduct');

/** Whether the product is known for a drug: by its template, or the code system of drugs. */
const isDrug = (element: XmlElement): boolean =>
  materials(element).some((product) => hasTemplate(product, drugTemplates)) ||
  drugSystems.has(codeElementOf(element)?.attributes['codeSystem'] ?? '');

const isEquipment = (element: XmlElement, scope: Scope): boolean =>
  productsIn(element).some((role) => isNamedProduct(role, scope));

const isSpan = (from: XmlElement): boolean =>
  from.first('effectiveTime')?.first('high')?.attributes['value'] !== undefined;

const occurrence: Field<When> = by('effectiveTime', (from, scope) => {
  const found = isSpan(from) ? undefined : time('effectiveTime').read(from, scope);
  return found?.value.value === undefined && found?.value.literal === undefined ? undefined : found;
});

const occurrencePeriod: Field<Period> = by('effectiveTime', (from, scope) =>
  isSpan(from) ? period('effectiveTime').read(from, scope) : undefined,
);

const repeats: Field<number> = one('repeatNumber', (element) => countOf(element) || undefined);

const fields = {
  ...statementFields,
  status: order.fields.status as Field<DeviceRequest['status'] & SupplyRequest['status']>,
  intent: order.fields.intent,
  priority: token('priorityCode', orderPriorityOf),
  item,
  quantity,
  repeats,
  occurrence,
  occurrencePeriod,
  authored: recorded,
  requester: recorder,
  performers,
  reasons,
  reasonReferences,
  instructions,
  insurances: order.fields.insurances,
};

/** Planned Supply of equipment. The piece itself is referred to only where it has a number: what is planned is a kind. */
export const deviceRequest: Definition<'deviceRequest'> = {
  kind: 'deviceRequest',
  title: 'Planned Supply',
  templates,
  elements: ['supply'],
  matches: isPlanned,
  accepts: (element, scope) => isPlanned(element) && isEquipment(element, scope),
  fields: {
    ...fields,
    device: by('participant/participantRole[productInstance]', (from, scope) => {
      const [node] = productsIn(from);
      const isPiece = node && productInstance.fields.udi.read(node, scope) !== undefined;
      return isPiece ? { value: readStatement(productInstance, node, scope), nodes: [node] } : undefined;
    }),
    encounter: encounterReference,
  },
  structure: ['code', 'participant/participantRole/code'],
};

/** Planned Supply of a drug: a prescription of which only the supplying is told. */
export const plannedDrug: Definition<'medication'> = {
  ...medication,
  title: 'Planned Supply',
  templates,
  elements: ['supply'],
  matches: isPlanned,
  accepts: (element, scope) => isPlanned(element) && !isEquipment(element, scope) && isDrug(element),
  fields: {
    ...medication.fields,
    authors: statementFields.authors,
    dosages: nowhere,
    dispenseRequest: by('effectiveTime | repeatNumber | quantity', readDispenseRequest),
  },
  // The number of the product in the sender's catalogue.
  structure: [...medication.structure, 'product/manufacturedProduct/id'],
};

function readDispenseRequest(
  from: XmlElement,
  scope: Scope,
): { value: DispenseRequest; nodes: XmlElement[] } | undefined {
  const [when, amount] = [from.first('effectiveTime'), from.first('quantity')];
  const count = repeats.read(from, scope)?.value;
  const value = compact({
    validity: when && readPeriod(when, scope),
    repeatsAllowed: count === undefined ? undefined : count - 1,
    quantity: amount && readQuantity(amount, scope),
  }) as DispenseRequest;
  const nodes = [when, amount, from.first('repeatNumber')].filter((node) => node !== undefined);
  return Object.keys(value).length > 0 ? { value, nodes } : undefined;
}

/** Planned Supply of goods of which nothing says that they are a drug or a device. */
export const supplyRequest: Definition<'supplyRequest'> = {
  kind: 'supplyRequest',
  title: 'Planned Supply',
  templates,
  elements: ['supply'],
  matches: isPlanned,
  accepts: (element, scope) =>
    isPlanned(element) &&
    !isEquipment(element, scope) &&
    !isDrug(element) &&
    says(readItem(element, scope)?.value),
  fields,
  structure: [],
};
