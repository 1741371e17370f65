/** A day or a moment of the calendar, as ISO 8601 writes it: no zone unless it ends with Z. */
export const isoOf = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** Whether an ISO text of ours is within the years that FHIR can write. */
export const inRange = (milliseconds: number): boolean =>
  milliseconds >= Date.UTC(1000, 0, 1) && milliseconds <= Date.UTC(9999, 11, 31, 23, 59, 59, 999);
