/** The zones that RFC 822 names, hours from UTC. Other abbreviations mean several zones, and are none here. */
const hours: Readonly<Record<string, number>> = {
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
};

/** `-05:00` for EST, -0500 and -05:00; nothing for a zone that is not sure. */
export function zoneOffset(zone: string): string | undefined {
  const name = zone.toUpperCase();
  if (['Z', 'UT', 'UTC', 'GMT'].includes(name)) return 'Z';
  const found = hours[name];
  if (found !== undefined) return `-0${-found}:00`;
  return /^[+-]\d{2}:?\d{2}$/.test(zone) ? zone : undefined;
}
