import type { Concept, Participation, Reference } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { clean, readConcept, says } from '../datatypes/concept.ts';
import { readText } from '../datatypes/text.ts';
import { by, type Field, type Found, many } from '../fields.ts';
import { readLocation } from '../location.ts';
import { readParticipation } from '../participation.ts';
import { parts } from '../parts.ts';
import { isPart } from '../path.ts';
import type { Scope } from '../scope.ts';

/** The mood of a statement; what has none is a fact. */
export const moodOf = ({ attributes }: XmlElement): string => attributes['moodCode']?.trim() || 'EVN';

/** Whether it states something that happened. */
export const isEvent = (element: XmlElement): boolean => moodOf(element) === 'EVN';

/** The plan that a statement of the same class is the detail of: in a plan nothing has happened. */
export function planAround(element: XmlElement): XmlElement | undefined {
  const above = element.parent?.parent;
  return above?.name === element.name && !isEvent(above) ? above : undefined;
}

/** What was done or is to be done: the code, else the words that the entry's text points to. */
export function readWhat(from: XmlElement, scope: Scope): Found<Concept> | undefined {
  const code = from.first('code');
  const coded = code && readConcept(code, scope);
  if (code && says(coded)) return { value: coded, nodes: [code] };
  const text = from.first('text');
  const words = text && readText(text, scope);
  if (text && words !== undefined) return { value: { codings: [], text: words }, nodes: [text] };
  return code && coded && { value: coded, nodes: [code] };
}

export const what: Field<Concept> = by('code | text', readWhat);

/** Concepts that name something. */
export const named = (path: string): Field<Concept[]> =>
  many(path, (element, scope) => {
    const found = readConcept(element, scope);
    return says(found) ? found : undefined;
  });

export const bodySites: Field<Concept[]> = named('targetSiteCode');

/** The performers; that a performer performs goes without saying. */
export const performers: Field<Participation[]> = many('performer', (element, scope) => {
  const found = readParticipation(element, scope);
  if (!found?.roles) return found;
  const { roles, ...rest } = found;
  const functions = roles.filter(({ codings }) => codings[0]?.code !== 'PRF');
  return functions.length > 0 ? { ...rest, roles: functions } : rest;
});

const rolesIn = (from: XmlElement): readonly XmlElement[] =>
  from.elementsIn('participant', 'participantRole');

/** Whether a role is a thing: its class says so more surely than the participation, in which some exports err. */
export const isProduct = (role: XmlElement): boolean =>
  isPart(role, parts.productInstance) || role.attributes['classCode'] === 'MANU';

const isPlace = (role: XmlElement): boolean =>
  !isProduct(role) &&
  role.parent?.attributes['typeCode'] !== 'DST' &&
  (role.parent?.attributes['typeCode'] === 'LOC' || role.attributes['classCode'] === 'SDLOC');

/** The things that take part. */
export const productsIn = (from: XmlElement): XmlElement[] => rolesIn(from).filter(isProduct);

/** The places that take part, with the participations that name them. */
export const placesIn = (from: XmlElement): XmlElement[] => rolesIn(from).filter(isPlace);

/** Service Delivery Locations. */
export const locations: Field<Reference[]> = by(
  'participant[@typeCode=LOC]/participantRole',
  (from, scope) => {
    const nodes = placesIn(from);
    const value = nodes.map((role) => readLocation(role, scope)).filter((one) => one !== undefined);
    return value.length > 0 ? { value, nodes } : undefined;
  },
);

/** Instructions: their code and their words. */
export const instructions: Field<Concept[]> = many('entryRelationship/[instruction]', worded);

/** An act that is a code and words. */
export function worded(element: XmlElement, scope: Scope): Concept | undefined {
  const code = element.first('code');
  const concept = code && readConcept(code, scope);
  const text = element.first('text');
  const words = clean(text && readText(text, scope));
  if (words === undefined) return says(concept) ? concept : undefined;
  return { codings: concept?.codings ?? [], text: words };
}

/** The procedure that a statement stands in. */
export const partOf: Field<Reference> = by('../..', (from, scope) => {
  const above = from.parent?.parent;
  const isDeed = above !== undefined && (above.name === 'procedure' || isPart(above, parts.procedure));
  const ref = isDeed ? `procedure/${scope.collector.keyOf(above)}` : '';
  return scope.collector.has(ref) ? { value: { ref }, nodes: [] } : undefined;
});
