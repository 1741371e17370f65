// TypeScript's library does not know these two yet; Node has them since 21.
const json = JSON as unknown as { rawJSON(text: string): object; isRawJSON(value: unknown): boolean };

const fhirDecimal = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;
const looseDecimal = /^\s*([+-]?)(?=\.?\d)0*(\d*)(\.\d+)?([eE][+-]?\d+)?\s*$/;

/** FHIR's spelling of a decimal with all its digits ("+01.50" is 1.50), undefined where it is not a number. */
export function decimalText(text: string): string | undefined {
  if (fhirDecimal.test(text)) return text;
  const [, sign, whole, fraction = '', exponent = ''] = looseDecimal.exec(text) ?? [];
  if (sign === undefined) return undefined;
  return `${sign === '-' ? '-' : ''}${whole || '0'}${fraction}${exponent}`;
}

/** A JSON number that keeps its digits: 1.50 stays 1.50. */
export function decimal(text: string | undefined): number | undefined {
  const digits = text === undefined ? undefined : decimalText(text);
  return digits === undefined ? undefined : (json.rawJSON(digits) as unknown as number);
}

export const isRawNumber = (value: unknown): value is { readonly rawJSON: string } => json.isRawJSON(value);
