/** What ISO 8601 leaves open and databases write: a blank for the T, `UTC` for Z, a blank before the offset, offsets of whole hours. */
const loose =
  /^(\d{4}-?\d{2}-?\d{2})(?:T|\s+)(\d{2}:?\d{2}(?::?\d{2}(?:[.,]\d+)?)?)\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/i;

/** A date of ISO 8601, or HL7's TS, in the form that all readers know; days and months of zeros are not known. */
export function ofIso(text: string): string | undefined {
  const [, date, time, zone = ''] = loose.exec(text) ?? [];
  if (date !== undefined && time !== undefined) return `${date}T${time}${offset(zone)}`;
  return text.replace(/^(\d{4})-00-00$/, '$1').replace(/^(\d{4}-\d{2})-00$/, '$1');
}

function offset(zone: string): string {
  if (/^(z|utc|gmt)$/i.test(zone)) return 'Z';
  return /^[+-]\d{2}$/.test(zone) ? `${zone}:00` : zone;
}
