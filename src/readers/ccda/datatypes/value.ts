import type { ObservationValue } from '../../../record/index.ts';
import { dataAbsentReasonOf } from '../../../terminology/index.ts';
import { decimalOf } from '../../decimal-of.ts';
import type { XmlElement } from '../../xml/element.ts';
import { report, type Scope } from '../scope.ts';
import { clean, readConcept } from './concept.ts';
import { readInterval, readQuantity } from './quantity.ts';
import { readText } from './text.ts';
import { readPeriod, readWhen } from './time.ts';

type Read = (element: XmlElement, scope: Scope) => ObservationValue | undefined;

const codedValue: Read = (element, scope) => wrap('concept', readConcept(element, scope));
const textValue: Read = (element, scope) => wrap('string', readText(element, scope));
const number: Read = (element) => {
  const value = decimalOf(clean(element.attributes['value']) ?? clean(element.text()) ?? '');
  return wrap('quantity', value === undefined ? undefined : { value });
};
const integer: Read = (element) => {
  const value = clean(element.attributes['value']) ?? '';
  return /^-?\d+$/.test(value) ? { integer: String(BigInt(value)) } : undefined;
};
const truth: Read = (element) => {
  const { value } = element.attributes;
  return value === 'true' || value === 'false' ? { boolean: value === 'true' } : undefined;
};

/** Base64 content is an attachment, all else is text. */
const encapsulated: Read = (element, scope) => {
  if (element.attributes['representation'] !== 'B64') return textValue(element, scope);
  return wrap('attachment', scope.embedded.inline(element));
};

const ratio: Read = (element, scope) => {
  const [numerator, denominator] = (['numerator', 'denominator'] as const).map((name) => {
    const part = element.first(name);
    return part && readQuantity(part, scope);
  });
  return numerator || denominator ? { ratio: { numerator, denominator } } : undefined;
};

/** HL7's data types of observation values, by `xsi:type`. */
const readers: Readonly<Record<string, Read>> = {
  CD: codedValue,
  CE: codedValue,
  CV: codedValue,
  CO: codedValue,
  CS: codedValue,
  PQ: (element, scope) => wrap('quantity', readQuantity(element, scope)),
  MO: number,
  REAL: number,
  INT: integer,
  BL: truth,
  ST: textValue,
  SC: textValue,
  ED: encapsulated,
  IVL_PQ: readInterval,
  RTO: ratio,
  RTO_PQ_PQ: ratio,
  TS: (element, scope) => wrap('time', readWhen(element, scope)),
  IVL_TS: (element, scope) => wrap('period', readPeriod(element, scope)),
};

/** The value of an observation; one that its type does not allow is kept as the text that stands there, with an issue. */
export function readValue(element: XmlElement, scope: Scope): ObservationValue | undefined {
  const type = typeOf(element);
  const value = Object.hasOwn(readers, type) ? readers[type]?.(element, scope) : undefined;
  if (value) return value;
  const { nullFlavor } = element.attributes;
  const words = readText(element, scope);
  if (words !== undefined) return { string: words };
  if (nullFlavor !== undefined) return { absent: dataAbsentReasonOf(nullFlavor) };
  const literal = clean(element.attributes['value']);
  if (literal === undefined) return undefined;
  report(scope, 'value-type-unread', element, { type });
  return { string: literal };
}

/** `xsi:type` without the prefix that some exports put before it; without one, what the attributes show. */
export function typeOf(element: XmlElement): string {
  const stated = element.attributes['xsi:type']?.trim().replace(/^.*:/, '');
  if (stated) return stated;
  if (element.attributes['code'] !== undefined) return 'CD';
  if (element.attributes['unit'] !== undefined) return 'PQ';
  return element.first('low') || element.first('high') ? 'IVL_PQ' : 'ST';
}

function wrap<K extends keyof ObservationValue>(
  name: K,
  value: ObservationValue[K],
): ObservationValue | undefined {
  if (value === undefined) return undefined;
  // Not a literal: V8 makes those with a computed name the slow way.
  const wrapped: ObservationValue = {};
  wrapped[name] = value;
  return wrapped;
}
