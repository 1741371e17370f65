import type { Concept, Dispense, Reference, When } from '../../../record/index.ts';
import { dispenseStatusOf } from '../../../terminology/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { says } from '../datatypes/concept.ts';
import { readQuantity } from '../datatypes/quantity.ts';
import { known, readWhen } from '../datatypes/time.ts';
import { by, type Field, nowhere, one } from '../fields.ts';
import type { Scope } from '../scope.ts';
import { type Definition, isStatement } from '../statement.ts';
import { isEvent, performers } from './act.ts';
import { statementFields } from './common.ts';
import { countOf } from './dosage-timing.ts';
import { medication } from './medication.ts';
import { productCode, productDetails } from './product.ts';

/** The statement that a supply stands in. */
const orderedBy = (supply: XmlElement): XmlElement | undefined =>
  supply.parent?.parent?.name === 'substanceAdministration' ? supply.parent.parent : undefined;

/** What was handed out: the supply's own product, else that of the medication around it. */
const code: Field<Concept> = by('product/…/code | ../../consumable/…/code', (from, scope) => {
  const own = productCode.read(from, scope);
  const around = orderedBy(from);
  if (says(own?.value) || !around) return own;
  return {
    value: productCode.read(around, scope)?.value ?? { codings: [], absent: 'unknown' },
    nodes: own?.nodes ?? [],
  };
});

/** When: the point, the start, else the end of the time. */
const handedOver: Field<When> = by('effectiveTime', (from, scope) => {
  for (const node of from.elements('effectiveTime')) {
    const high = node.first('high');
    const value = known(readWhen(node, scope)) ?? (high && known(readWhen(high, scope)));
    if (value) return { value, nodes: [node] };
  }
  return undefined;
});

/** Medication Dispense. */
export const dispense: Definition<'dispense'> = {
  kind: 'dispense',
  title: 'Medication Dispense',
  templates: ['2.16.840.1.113883.10.20.22.4.18'],
  elements: ['supply'],
  matches: (element) => isEvent(element) && orderedBy(element) !== undefined,
  accepts: isEvent,
  fields: {
    ...statementFields,
    status: by('statusCode', (from): { value: Dispense['status']; nodes: XmlElement[] } => {
      const statusCode = from.first('statusCode');
      return {
        value: dispenseStatusOf(statusCode?.attributes['code']?.trim() ?? ''),
        nodes: statusCode ? [statusCode] : [],
      };
    }),
    code,
    product: productDetails,
    handedOver,
    quantity: one('quantity', readQuantity),
    // CDA's supply has it as expectedUseTime, which C-CDA does not use.
    daysSupply: nowhere,
    fillNumber: one('repeatNumber', (element) => countOf(element) || undefined),
    performers,
    medication: by('../..', readOrdered),
  },
  // The number of the product in the sender's catalogue.
  structure: ['code', 'product/manufacturedProduct/id'],
};

/** The medication around it, which is read before it. */
function readOrdered(from: XmlElement, scope: Scope): { value: Reference; nodes: XmlElement[] } | undefined {
  const around = orderedBy(from);
  if (!around || !isStatement(medication, around, scope)) return undefined;
  return { value: { ref: `medication/${scope.collector.keyOf(around)}` }, nodes: [] };
}
