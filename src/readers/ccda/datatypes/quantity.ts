import type { Quantity, Range } from '../../../record/index.ts';
import { dataAbsentReasonOf, ucumOf } from '../../../terminology/index.ts';
import { decimalOf } from '../../decimal-of.ts';
import type { XmlElement } from '../../xml/element.ts';
import { report, type Scope } from '../scope.ts';
import { clean } from './concept.ts';
import { readText } from './text.ts';

const ucum = 'http://unitsofmeasure.org';

/** PQ: the digits as written, the unit's words in `unit`, its UCUM code where the unit is one. */
export function readQuantity(element: XmlElement, scope: Scope): Quantity | undefined {
  const literal = clean(element.attributes['value']) ?? translatedValue(element);
  if (literal === undefined) return absentQuantity(element, scope);
  const value = decimalOf(literal);
  if (value === undefined) {
    report(scope, 'number-invalid', element);
    return undefined;
  }
  return { value, ...unitOf(element, scope) };
}

/** A value whose unit is no UCUM stands in a translation, beside the unit's words. */
const translatedValue = (element: XmlElement): string | undefined =>
  clean(element.first('translation')?.attributes['value']);

function absentQuantity(element: XmlElement, scope: Scope): Quantity | undefined {
  const { nullFlavor } = element.attributes;
  if (nullFlavor === undefined) return undefined;
  return { ...unitOf(element, scope), absent: dataAbsentReasonOf(nullFlavor) };
}

function unitOf(element: XmlElement, scope: Scope): Pick<Quantity, 'unit' | 'system' | 'code'> {
  const unit = clean(element.attributes['unit']) ?? unitInWords(element, scope);
  if (unit === undefined) return {};
  const { units } = scope.readings;
  if (!units.has(unit)) units.set(unit, ucumOf(unit));
  const code = units.get(unit);
  return code === undefined ? { unit } : { unit, system: ucum, code };
}

/** A unit that is no UCUM stands in a translation's words. */
function unitInWords(element: XmlElement, scope: Scope): string | undefined {
  const translation = element.first('translation');
  const original = translation?.first('originalText');
  return (
    (original && readText(original, scope)) ??
    clean(translation?.attributes['displayName']) ??
    clean(translation?.attributes['code'])
  );
}

/** IVL_PQ: two ends are a range; one end alone is a quantity with a comparator, by `inclusive`. */
export function readInterval(
  element: XmlElement,
  scope: Scope,
): { quantity?: Quantity; range?: Range } | undefined {
  const low = endOf(element, 'low', scope);
  const high = endOf(element, 'high', scope);
  if (low && high) return { range: { low, high } };
  const center = element.first('center');
  if (!low && !high) return asQuantity(readQuantity(center ?? element, scope));
  const comparator = comparatorOf(element, low ? 'low' : 'high');
  return asQuantity({ ...(low ?? high), comparator });
}

const asQuantity = (quantity: Quantity | undefined) => quantity && { quantity };

function endOf(element: XmlElement, name: 'low' | 'high', scope: Scope): Quantity | undefined {
  const end = element.first(name);
  const quantity = end && readQuantity(end, scope);
  return quantity?.value === undefined ? undefined : quantity;
}

function comparatorOf(element: XmlElement, name: 'low' | 'high'): '>' | '>=' | '<' | '<=' {
  const closed = element.first(name)?.attributes['inclusive'] !== 'false';
  if (name === 'low') return closed ? '>=' : '>';
  return closed ? '<=' : '<';
}
