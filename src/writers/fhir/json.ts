/** JSON in which decimals keep their digits; `indent` as JSON.stringify takes it. */
export const toJson = (value: unknown, indent?: number): string => JSON.stringify(value, null, indent);

/** One line of NDJSON, its end included. */
export const ndjsonLine = (resource: object): string => `${JSON.stringify(resource)}\n`;
