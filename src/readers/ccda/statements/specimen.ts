import type { Annotation, Concept, Reference } from '../../../record/index.ts';
import { usableIdentifiers } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { clean, readConcept, says } from '../datatypes/concept.ts';
import { readIdentifiers } from '../datatypes/identifier.ts';
import { readQuantity } from '../datatypes/quantity.ts';
import { readText } from '../datatypes/text.ts';
import { by, type Field, type Found } from '../fields.ts';
import { readParticipation } from '../participation.ts';
import { parts } from '../parts.ts';
import { isPart } from '../path.ts';
import type { Scope } from '../scope.ts';
import { type Definition, readStatement } from '../statement.ts';
import { authors, informants, labels, narrativeText } from './common.ts';
import { readTiming, saysTime, type Timing } from './observed-time.ts';
import { componentsOf, organizerOf, timesOf } from './organizer.ts';

/** The role of the sample: of a `specimen`, or of the participant of a collection. */
const roleOf = (from: XmlElement): XmlElement | undefined =>
  from.first('specimenRole') ?? from.first('participant')?.first('participantRole');

const entityOf = (from: XmlElement): XmlElement | undefined => {
  const role = roleOf(from);
  return role?.first('specimenPlayingEntity') ?? role?.first('playingEntity');
};

/** Whether a statement names a sample; many write an empty one. */
export const saysSpecimen = (from: XmlElement): boolean =>
  from.elements('specimen').some(saysSample) || collectionsIn(from).length > 0;

const saysSample = (specimen: XmlElement): boolean => {
  const entity = entityOf(specimen);
  const id = roleOf(specimen)?.first('id');
  const { code, displayName } = entity?.first('code')?.attributes ?? {};
  return [id?.attributes['root'], code, displayName, clean(entity?.text())].some((one) => one !== undefined);
};

/** Specimen Collection Procedures of a result organizer. */
const collectionsIn = (organizer: XmlElement): XmlElement[] =>
  componentsOf(organizer, 'procedure').filter((one) => isPart(one, parts.specimenCollection));

/** How a sample was taken: the collection that names it, else the only one there is. */
function collectionOf(from: XmlElement, scope: Scope): XmlElement | undefined {
  if (from.name === 'procedure') return from;
  const result = from.parent;
  const organizer = result?.name === 'organizer' ? result : result && organizerOf(result);
  const found = organizer ? collectionsIn(organizer) : [];
  const own = idsOf(roleOf(from), scope);
  const naming = found.find((one) => idsOf(roleOf(one), scope).some((id) => own.includes(id)));
  return (
    naming ??
    (found.length === 1 && idsOf(roleOf(found[0] ?? from), scope).length === 0 ? found[0] : undefined)
  );
}

const idsOf = (role: XmlElement | undefined, scope: Scope): string[] =>
  usableIdentifiers(role && readIdentifiers(role, scope)?.value).map(
    ({ system, value }) => `${system}|${value}`,
  );

/** What is read from an element, with it as the node. */
const found = <T>(value: T | undefined, ...nodes: (XmlElement | undefined)[]): Found<T> | undefined =>
  value === undefined ? undefined : { value, nodes: nodes.filter((node) => node !== undefined) };

/** A field that is read from the collection. */
const ofCollection = <T>(
  path: string,
  read: (collection: XmlElement, scope: Scope) => Found<T> | undefined,
): Field<T> =>
  by(`../component/procedure/${path}`, (from, scope) => {
    const collection = collectionOf(from, scope);
    return collection && read(collection, scope);
  });

/** The kind of sample: its code, else its name. */
const type: Field<Concept> = by('specimenRole/specimenPlayingEntity/code | name', (from, scope) => {
  const entity = entityOf(from);
  const [code, name] = [entity?.first('code'), entity?.first('name')];
  const coded = code && readConcept(code, scope);
  const text = clean(name?.text());
  if (says(coded)) return found(coded, code);
  if (text !== undefined) return found<Concept>({ codings: [], text }, name);
  return found(code && readConcept(code, scope), code);
});

/** Its description, and a name beside the code that says something else. */
const notes: Field<Annotation[]> = by('specimenRole/specimenPlayingEntity/desc | name', (from, scope) => {
  const entity = entityOf(from);
  const [desc, name] = [entity?.first('desc'), entity?.first('name')];
  const kind = type.read(from, scope)?.value;
  const known = [kind?.text, ...(kind?.codings.map(({ display }) => display) ?? [])];
  const words = [desc && readText(desc, scope), clean(name?.text())].filter((one) => one !== undefined);
  const value = words.filter((one) => !known.includes(one)).map((text) => ({ text }));
  const nodes = [desc, name].filter((node) => node !== undefined);
  return value.length > 0 ? { value, nodes } : undefined;
});

/**
 * When it was taken: the time of the collection, else that of the result, which C-CDA defines as the time at which the
 * sample was obtained.
 */
function collectionTime(from: XmlElement, scope: Scope): XmlElement | undefined {
  const own = collectionOf(from, scope)?.first('effectiveTime');
  if (own && saysTime(own)) return own;
  return from.parent ? timesOf(from.parent).find(saysTime) : undefined;
}

const timed = <P extends keyof Timing>(part: P): Field<NonNullable<Timing[P]>> =>
  by('../component/procedure/effectiveTime | ../effectiveTime', (from, scope) => {
    const time = collectionTime(from, scope);
    const value = time && readTiming(time, scope)?.[part];
    return value && found<NonNullable<Timing[P]>>(value, time);
  });

const conditionOf = (collection: XmlElement): XmlElement[] =>
  collection
    .elementsIn('entryRelationship', 'observation')
    .filter((one) => isPart(one, parts.specimenCondition));

/** A sample: the participation of a result, with the Specimen Collection Procedure beside it. */
const specimen: Definition<'specimen'> = {
  kind: 'specimen',
  title: 'Specimen',
  templates: [],
  together: (element, scope) => [
    element,
    ...[collectionOf(element, scope) ?? element].filter((one) => one !== element),
  ],
  fields: {
    identifiers: by('specimenRole/id', (from, scope) => {
      const role = roleOf(from);
      return role && readIdentifiers(role, scope);
    }),
    text: ofCollection('text', (collection, scope) => narrativeText.read(collection, scope)),
    authors: ofCollection('author', (collection, scope) => authors.read(collection, scope)),
    labels,
    informants: ofCollection('informant', (collection, scope) => informants.read(collection, scope)),
    notes,
    type,
    collected: timed('point'),
    collectedPeriod: timed('span'),
    collector: ofCollection('performer', (collection, scope) => {
      const performer = collection.first('performer');
      return found(performer && readParticipation(performer, scope), performer);
    }),
    quantity: by('specimenRole/specimenPlayingEntity/quantity', (from, scope) => {
      const quantity = entityOf(from)?.first('quantity');
      return found(quantity && readQuantity(quantity, scope), quantity);
    }),
    method: ofCollection('methodCode', (collection, scope) => {
      const method = collection.first('methodCode');
      return found(method && readConcept(method, scope), method);
    }),
    bodySites: ofCollection('targetSiteCode', (collection, scope) =>
      readAll(collection.elements('targetSiteCode'), scope),
    ),
    conditions: ofCollection('entryRelationship/[specimenCondition]/value', (collection, scope) => {
      const nodes = conditionOf(collection);
      const read = readAll(
        nodes.flatMap((one) => one.elements('value')),
        scope,
      );
      return read && { value: read.value, nodes: [...nodes, ...read.nodes] };
    }),
  },
  structure: [
    'id',
    'code',
    'statusCode',
    'specimenRole/specimenPlayingEntity/name',
    'participant/participantRole/playingEntity/name',
  ],
};

function readAll(nodes: readonly XmlElement[], scope: Scope): Found<Concept[]> | undefined {
  const value = nodes.map((node) => readConcept(node, scope)).filter(says);
  return value.length > 0 ? { value, nodes } : undefined;
}

/** The samples of a result or an organizer: those it names, else what its collections took. */
export function readSpecimens(from: XmlElement, scope: Scope): Found<Reference[]> | undefined {
  const stated = from.elements('specimen').filter(saysSample);
  const collections = collectionsIn(from);
  const nodes = stated.length > 0 ? stated : collections;
  if (nodes.length === 0) return undefined;
  const value = nodes.map((node) => readStatement(specimen, node, scope));
  return { value, nodes: [...nodes, ...collections] };
}

/** The sample of a result: its own, else the only one of the organizer. */
export const specimenOf: Field<Reference> = by('specimen | ../../specimen', (from, scope) => {
  const own = readSpecimens(from, scope);
  const organizer = organizerOf(from);
  const stated = own ?? (organizer && readSpecimens(organizer, scope));
  const [first, ...others] = stated?.value ?? [];
  return first && stated && others.length === 0 ? { value: first, nodes: own?.nodes ?? [] } : undefined;
});
