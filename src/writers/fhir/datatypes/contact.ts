import type { Address as RecordAddress, HumanName as RecordName, Telecom } from '../../../record/index.ts';
import type { Context } from '../context.ts';
import { everyField } from '../every-field.ts';
import type { Address, ContactPoint, HumanName } from '../fhir-types.ts';
import { period } from './when.ts';

const nameUses = ['usual', 'official', 'temp', 'nickname', 'anonymous', 'old', 'maiden'] as const;
const addressUses = ['home', 'work', 'temp', 'old', 'billing'] as const;
const telecomUses = ['home', 'work', 'temp', 'old', 'mobile'] as const;
const telecomSystems = ['phone', 'fax', 'email', 'pager', 'url', 'sms', 'other'] as const;

/** Whose it is: an organisation has no home (org-2, org-3). */
export type Owner = 'person' | 'organization';

/** A code of those that FHIR has in that place; another one has nowhere to go. */
function codeAmong<C extends string>(
  value: string | undefined,
  codes: readonly C[],
  lost: () => void,
): C | undefined {
  const code = codes.find((one) => one === value);
  if (value !== undefined && code === undefined) lost();
  return code;
}

const usesOf = <C extends string>(owner: Owner, uses: readonly C[]): C[] =>
  uses.filter((use) => owner === 'person' || use !== 'home');

/** A HumanName. */
export function humanName(name: RecordName, context: Context): HumanName {
  const { use, text, family, given, prefix, suffix, period: span, ...rest } = name;
  everyField(rest);
  return {
    use: codeAmong(use, nameUses, () => context.unwritten('names.use')),
    text,
    family,
    given,
    prefix,
    suffix,
    period: period(span),
  };
}

/** An Address. */
export function address(place: RecordAddress, context: Context, owner: Owner = 'person'): Address {
  const { use, type, text, line, city, district, state, postalCode, country, period: span, ...rest } = place;
  everyField(rest);
  return {
    use: codeAmong(use, usesOf(owner, addressUses), () => context.unwritten('addresses.use')),
    type,
    text,
    line,
    city,
    district,
    state,
    postalCode,
    country,
    period: period(span),
  };
}

/** A ContactPoint; a value needs a system (cpt-2), which is `other` where the source names none. */
export function telecom(point: Telecom, context: Context, owner: Owner = 'person'): ContactPoint {
  const { system, value, use, period: span, ...rest } = point;
  everyField(rest);
  const known = codeAmong(system, telecomSystems, () => context.unwritten('telecoms.system'));
  return {
    system: known ?? (value === undefined ? undefined : 'other'),
    value,
    use: codeAmong(use, usesOf(owner, telecomUses), () => context.unwritten('telecoms.use')),
    period: period(span),
  };
}

export const humanNames = (
  names: readonly RecordName[] | undefined,
  context: Context,
): HumanName[] | undefined => names?.map((name) => humanName(name, context));

export const addresses = (
  places: readonly RecordAddress[] | undefined,
  context: Context,
  owner?: Owner,
): Address[] | undefined => places?.map((place) => address(place, context, owner));

export const telecoms = (
  points: readonly Telecom[] | undefined,
  context: Context,
  owner?: Owner,
): ContactPoint[] | undefined => points?.map((point) => telecom(point, context, owner));
