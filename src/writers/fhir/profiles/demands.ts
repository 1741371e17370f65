import { absentExtension, absentReference } from '../datatypes/extension.ts';
import { inOrder } from './order.ts';
import type { Demand, Json } from './profile.ts';

/** An element whose value is not known. */
export const unknownElement: Json = { extension: [absentExtension()] };

/** A reference of which nobody says to whom. */
export const unknownReference = absentReference as unknown as Json;

/** The guides' word for a code of an extensible binding that the source does not give. */
export const absentCode: Json = {
  coding: [
    {
      system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason',
      code: 'unknown',
      display: 'Unknown',
    },
  ],
};

/** Whether an element stands there, by its value or by what its sibling says of it. */
export const has = (object: Json, name: string): boolean =>
  object[name] !== undefined || object[`_${name}`] !== undefined;

/** Whether a choice element (`name[x]`) stands there. */
export function hasChoice(object: Json, name: string): boolean {
  for (const key in object)
    if (key.startsWith(name, key.startsWith('_') ? 1 : 0) && object[key] !== undefined) return true;
  return false;
}

/** The members of a list; none where there is none. */
export const membersOf = (object: Json, name: string): readonly Json[] => {
  const list = object[name];
  return Array.isArray(list) ? (list as Json[]) : [];
};

/** The object of that name; an empty one where there is none. */
export const partOf = (object: Json, name: string): Json => (object[name] as Json | undefined) ?? {};

/** Whether one of these CodeableConcepts has this code. */
export function hasCode(concepts: readonly Json[], system: string, code: string): boolean {
  for (const one of concepts) {
    for (const coding of membersOf(one, 'coding'))
      if (coding['system'] === system && coding['code'] === code) return true;
  }
  return false;
}

/** The codes that CodeableConcepts have of one system. */
export function codesOf(concepts: readonly Json[], system: string): readonly unknown[] {
  const codes: unknown[] = [];
  for (const one of concepts) {
    for (const coding of membersOf(one, 'coding'))
      if (coding['system'] === system) codes.push(coding['code']);
  }
  return codes;
}

/** An element that must be there; a primitive one says by its sibling that it is not known. */
export const primitive = (name: string): Demand => ({
  rule: name,
  met: (resource) => has(resource, name),
  supply: (resource) => ({ ...resource, [`_${name}`]: unknownElement }),
});

/** An element that must be there and about which nothing can be said instead. */
export const element = (name: string): Demand => ({ rule: name, met: (resource) => has(resource, name) });

/** A list that must have a member; where it has none, one says that it is not known. */
export const listOf = (name: string, unknown: Json = unknownElement): Demand => ({
  rule: name,
  met: (resource) => membersOf(resource, name).length > 0,
  supply: (resource) => ({ ...resource, [name]: [unknown] }),
});

/** Primitive elements that each member of a list must have. */
export const inEach = (list: string, ...names: string[]): Demand => {
  const lacks = (member: Json): string[] => names.filter((name) => !has(member, name));
  return {
    rule: names.map((name) => `${list}.${name}`).join(', '),
    met: (resource) => membersOf(resource, list).every((member) => lacks(member).length === 0),
    supply: (resource) => ({
      ...resource,
      [list]: membersOf(resource, list).map((member) => {
        const absent = lacks(member).map((name) => [`_${name}`, unknownElement]);
        return inOrder({ ...member, ...Object.fromEntries(absent) }, list);
      }),
    }),
  };
};

/** A rule that is met or not; nothing can be said instead. */
export const rule = (name: string, met: Demand['met']): Demand => ({ rule: name, met });

/** An identifier of which neither system nor value is known. */
export const unknownIdentifier: Json = { _system: unknownElement, _value: unknownElement };
