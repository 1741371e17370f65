import type { When } from './datatypes.ts';

/** The root under which C-CDA writes Unique Device Identifiers. */
export const udiOid = '2.16.840.1.113883.3.3719';

/** What a Unique Device Identifier says of one piece. */
export interface Udi {
  readonly udi: string;
  readonly deviceIdentifier?: string;
  readonly lot?: string;
  readonly serial?: string;
  readonly manufactured?: When;
  readonly expires?: When;
}

/** The parts of a UDI in GS1's readable form, `(01)…(17)…(10)…(21)…`; of other forms the whole is kept. */
export function readUdi(text: string): Udi {
  const udi = text.trim();
  const parts = new Map(
    [...udi.matchAll(/\((01|10|11|17|21)\)([^(]*)/g)].map(([, key, value]) => [key, value?.trim()]),
  );
  const digits = /^\d{14}$/.test(udi) ? udi : undefined;
  const part = (key: string) => parts.get(key) || undefined;
  return {
    udi,
    ...pick('deviceIdentifier', part('01') ?? digits),
    ...pick('lot', part('10')),
    ...pick('serial', part('21')),
    ...pick('manufactured', dayOf(part('11'))),
    ...pick('expires', dayOf(part('17'))),
  };
}

const pick = <K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } =>
  value === undefined ? {} : ({ [key]: value } as { [P in K]: T });

/** GS1's YYMMDD: no device with a UDI is of another century, and day 00 is the month as a whole. */
function dayOf(text: string | undefined): When | undefined {
  const [, year, month, day] = /^(\d\d)(0[1-9]|1[0-2])(\d\d)$/.exec(text ?? '') ?? [];
  if (year === undefined || month === undefined || Number(day) > 31) return undefined;
  return { value: day === '00' ? `20${year}-${month}` : `20${year}-${month}-${day}` };
}
