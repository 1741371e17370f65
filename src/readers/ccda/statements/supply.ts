import {
  type Annotation,
  compact,
  type DispenseRequest,
  type Participation,
  type Reference,
} from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { readQuantity } from '../datatypes/quantity.ts';
import { readText } from '../datatypes/text.ts';
import { readPeriod } from '../datatypes/time.ts';
import { by, type Field } from '../fields.ts';
import { readParticipation } from '../participation.ts';
import { compilePath } from '../path.ts';
import { report, type Scope } from '../scope.ts';
import { isEvent } from './act.ts';
import { countOf } from './dosage-timing.ts';

const supplies = compilePath('entryRelationship/supply');

/** Medication Supply Order: a supply that is intended; one that happened is a dispense. */
export const orderOf = (from: XmlElement): XmlElement | undefined =>
  supplies(from).find((supply) => !isEvent(supply));

/** How often beside the first time: one less than CDA's `repeatNumber`, which counts them all. */
function readRepeats(order: XmlElement, scope: Scope): number | undefined {
  const repeatNumber = order.first('repeatNumber');
  const count = countOf(repeatNumber);
  if (!repeatNumber || (count !== undefined && count > 0)) return count === undefined ? undefined : count - 1;
  if (repeatNumber.attributes['nullFlavor'] === undefined)
    report(scope, 'repeat-number-invalid', repeatNumber);
  return undefined;
}

function readPerformer(order: XmlElement, scope: Scope): Reference | undefined {
  const performer = order.first('performer');
  return performer && readParticipation(performer, scope)?.who;
}

const orderParts = ['effectiveTime', 'repeatNumber', 'quantity', 'performer'];

/** What may be dispensed. */
export const dispenseRequest: Field<DispenseRequest> = by(
  'entryRelationship/[supply order]',
  (from, scope) => {
    const order = orderOf(from);
    if (!order) return undefined;
    const [time, amount] = [order.first('effectiveTime'), order.first('quantity')];
    const value = compact({
      validity: time && readPeriod(time, scope),
      repeatsAllowed: readRepeats(order, scope),
      quantity: amount && readQuantity(amount, scope),
      performer: readPerformer(order, scope),
    }) as DispenseRequest;
    const nodes = orderParts.map((name) => order.first(name)).filter((node) => node !== undefined);
    return Object.keys(value).length > 0 ? { value, nodes } : undefined;
  },
);

/** Who wrote the order. */
export function orderAuthors(
  from: XmlElement,
  scope: Scope,
): { value: Participation[]; nodes: readonly XmlElement[] } {
  const nodes = orderOf(from)?.elements('author') ?? [];
  return {
    value: nodes.map((node) => readParticipation(node, scope)).filter((one) => one !== undefined),
    nodes,
  };
}

const orderInstructions = compilePath('entryRelationship/[instruction]');
const fulfilment = compilePath('entryRelationship/[fulfilment]');

/** What the pharmacy is told: FHIR's order has no element for it. */
export function orderNotes(from: XmlElement, scope: Scope): { value: Annotation[]; nodes: XmlElement[] } {
  const order = orderOf(from);
  const nodes = [...(order ? orderInstructions(order) : []), ...fulfilment(from)];
  const texts = nodes.map((node) => node.first('text')).map((text) => text && readText(text, scope));
  return { value: texts.filter((text) => text !== undefined).map((text) => ({ text })), nodes };
}
