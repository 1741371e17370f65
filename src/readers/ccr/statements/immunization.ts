import type { Reference } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { commonFields, conceptAt, timeOf } from '../common.ts';
import { readConcept, textOf, wordOf } from '../datatypes.ts';
import type { Scope } from '../scope.ts';
import { type Found, given, read } from '../shelf.ts';
import { doseOf, lotOf, productOf } from './product.ts';

const refused = /refus|declin|not (given|administered|done|received)|contraindicat|defer/;
const planned = /order|plan|pending|schedul|due/;

/** Immunization → a vaccine that was given, or was not; what is only planned is neither. */
export function readImmunization(element: XmlElement, scope: Scope): Reference | undefined {
  const product = element.first('Product');
  const direction = element.first('Directions')?.first('Direction');
  const status = element.first('Status');
  const word = wordOf(status);
  const code = productOf(element, scope);
  if (!code || planned.test(word)) return undefined;
  const isRefused = refused.test(word);
  const dose = doseOf(direction)?.quantity;
  return scope.shelf.add('immunization', element, {
    ...commonFields(element, scope),
    status: isRefused ? { value: 'not-done', nodes: status ? [status] : [] } : given('completed'),
    statusReason: isRefused ? read(status, readConcept(status, scope)) : undefined,
    code: named(code, element, scope),
    occurrence: timeOf(element, scope, /admin|immuni|given/),
    lotNumber: product && read(product, lotOf(product)),
    manufacturer: product && read(product, scope.actors.refer(product.first('Manufacturer'))),
    dose: read(direction, dose),
    route: conceptAt(direction, 'Route', scope),
    site: conceptAt(direction, 'Site', scope),
    doseNumber: seriesOf(element),
  });
}

/** The product's own name and codes: brand and strength make another vaccine of none. */
function named(
  code: NonNullable<ReturnType<typeof productOf>>,
  element: XmlElement,
  scope: Scope,
): typeof code {
  const value = readConcept(element.first('Product')?.first('ProductName'), scope);
  return value ? { ...code, value } : code;
}

function seriesOf(element: XmlElement): Found<number> | undefined {
  const node = element.first('SeriesNumber');
  const number = textOf(element, 'SeriesNumber') ?? '';
  return node && /^[1-9]\d?$/.test(number) ? { value: Number(number), nodes: [node] } : undefined;
}
