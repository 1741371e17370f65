import type { Quantity as RecordQuantity, Range as RecordRange } from '../../../record/index.ts';
import { decimal } from '../decimal.ts';
import { everyField } from '../every-field.ts';
import type { Quantity, Range } from '../fhir-types.ts';
import { absentExtension, elementOf, originalText } from './extension.ts';

/** A Quantity with the digits of the source. */
export function quantity(amount: RecordQuantity): Quantity;
export function quantity(amount: RecordQuantity | undefined): Quantity | undefined;
export function quantity(amount: RecordQuantity | undefined): Quantity | undefined {
  if (!amount) return undefined;
  const { value, comparator, unit, system, code, absent, ...rest } = amount;
  everyField(rest);
  const number = decimal(value);
  const element =
    number === undefined
      ? elementOf(value ? originalText(value) : undefined, absent ? absentExtension(absent) : undefined)
      : undefined;
  return {
    value: number,
    // The types leave out the siblings of numbers; FHIR does not.
    ...({ _value: element } as object),
    comparator,
    // A code without its system is not a code in FHIR (qty-3), yet still a unit for people.
    unit: unit ?? (system ? undefined : code),
    system,
    code: system ? code : undefined,
  };
}

/** A quantity in a place where FHIR allows no comparator. */
export const simpleQuantity = (amount: RecordQuantity | undefined): Quantity | undefined =>
  amount && quantity({ ...amount, comparator: undefined });

/** A Range. */
export function range(span: RecordRange | undefined): Range | undefined {
  if (!span) return undefined;
  const { low, high, ...rest } = span;
  everyField(rest);
  return { low: simpleQuantity(low), high: simpleQuantity(high) };
}

const ageCodes = ['a', 'mo', 'wk', 'd', 'h', 'min'];

/** Whether a quantity is an Age of FHIR: positive, in a unit of time of UCUM. */
export const isAge = ({ value, system, code }: RecordQuantity): boolean =>
  decimal(value) !== undefined &&
  Number(value) > 0 &&
  system === 'http://unitsofmeasure.org' &&
  ageCodes.includes(code ?? '');

/** Whether a quantity is a Duration of FHIR (drt-1): in a unit of time of UCUM. */
export const isDuration = ({ value, system, code }: RecordQuantity): boolean =>
  decimal(value) !== undefined &&
  system === 'http://unitsofmeasure.org' &&
  [...ageCodes, 's'].includes(code ?? '');

/** A quantity as words: "65 a". */
export const quantityText = ({ comparator, value, unit, code }: RecordQuantity): string =>
  `${comparator ?? ''}${value ?? ''} ${unit ?? code ?? ''}`.trim();
