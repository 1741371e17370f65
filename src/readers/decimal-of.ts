const thousands = /^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/;
const decimal = /^[+-]?(\d+(\.\d+)?|\.\d+)([eE][+-]?\d+)?$/;

/** A number as FHIR writes decimals: no plus sign, a digit before the point; undefined when it is none. */
export function decimalOf(literal: string): string | undefined {
  // A comma is a separator of thousands where all groups are whole; 1,5 is no 15.
  const text = thousands.test(literal) ? literal.replaceAll(',', '') : literal;
  if (!decimal.test(text)) return undefined;
  const [, sign = '', whole = '', rest = ''] = /^([+-]?)(\d*)(.*)$/.exec(text) ?? [];
  return `${sign === '-' ? '-' : ''}${whole.replace(/^0+(?=\d)/, '') || '0'}${rest}`;
}
