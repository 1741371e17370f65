import { type CountedUnit, type Identifier, usableIdentifiers } from '../../record/index.ts';
import { noAttributes } from '../xml/attributes.ts';
import { bodyOf } from '../xml/base64.ts';
import type { XmlElement } from '../xml/element.ts';
import { readIdentifiers } from './datatypes/identifier.ts';
import { isEmbedded } from './embedded/account.ts';
import { headerParticipants, isHeaderParticipant } from './header/participants.ts';
import type { MediaLookup } from './narrative/index.ts';
import { parts } from './parts.ts';
import { nameable } from './refer.ts';
import { silentScope } from './scope.ts';

/** What other places of a document are found by: narrative IDs, roles described in full, embedded media. */
export interface DocumentIndex {
  readonly ids: ReadonlyMap<string, XmlElement>;
  readonly media: MediaLookup;
  /** How many units of each kind stand in it, counted apart from their reading. */
  readonly units: Readonly<Record<CountedUnit, number>>;
  /** The elements that hold content of other formats. */
  readonly embedded: readonly XmlElement[];
  /** The statements that others may name by their ids. */
  readonly nameable: readonly XmlElement[];
  /** Whether a Security Observation stands in it. */
  readonly hasSecurity: boolean;
  /** Whether the words that an `originalText` refers to are those of several codes: then they name none of them. */
  isShared(originalText: XmlElement): boolean;
  described(identifiers: readonly Identifier[]): XmlElement | undefined;
}

const roles = new Set(['assignedAuthor', 'assignedEntity']);
const persons = ['assignedPerson', 'assignedAuthoringDevice'];

/** What a walk through a document gathers. */
interface Gathered {
  readonly ids: Map<string, XmlElement>;
  readonly media: Map<string, XmlElement>;
  readonly described: XmlElement[];
  /** A code that refers to some words, by the words, and the words to which others refer too. */
  readonly codes: Map<string, string>;
  readonly shared: Set<string>;
  readonly units: Record<CountedUnit, number>;
  readonly embedded: XmlElement[];
  readonly nameable: XmlElement[];
  hasSecurity: boolean;
}

/** The elements that are looked at by their names; of the others, which are most, the attributes alone. */
const looked = new Set([
  ...['entry', 'text', 'value', 'originalText', 'templateId'],
  ...roles,
  ...nameable,
  ...headerParticipants,
]);

/** Walks a document once. */
export function indexDocument(root: XmlElement, bytes: Uint8Array = new Uint8Array()): DocumentIndex {
  const gathered: Gathered = {
    ids: new Map(),
    media: new Map(),
    described: [],
    codes: new Map(),
    shared: new Set(),
    units: { header: 0, narrative: 0, embedded: 0, entry: 0 },
    embedded: [],
    nameable: [],
    hasSecurity: false,
  };
  const visit = (element: XmlElement): void => {
    const isNamed = looked.has(element.name);
    if (isNamed) gather(element, gathered);
    if (isNamed || element.attributes !== noAttributes) gatherContent(element, gathered);
    for (const child of element.children) if (typeof child !== 'string') visit(child);
  };
  visit(root);
  const { ids, media, described, shared, units, embedded, hasSecurity } = gathered;
  return {
    ids,
    units,
    embedded,
    nameable: gathered.nameable,
    hasSecurity,
    isShared: (originalText) => shared.has(placeOf(originalText) ?? ''),
    media: (id) => mediaOf(media.get(id), bytes),
    described: describedBy(described),
  };
}

/** What an element is by its name. */
function gather(element: XmlElement, gathered: Gathered): void {
  const { name, parent, attributes } = element;
  if (name === 'templateId') gathered.hasSecurity ||= security.has(attributes['root']?.trim() ?? '');
  else if (name === 'originalText') noteCode(element, gathered);
  else if (nameable.has(name)) gathered.nameable.push(element);
  else if (attributes['ID'] === undefined && describesSomebody(element)) gathered.described.push(element);
  if (parent) count(element, parent, gathered);
}

const security = new Set<string>(parts.security.templates);

function count(element: XmlElement, parent: XmlElement, { units }: Gathered): void {
  if (parent.name === 'section' && element.name === 'entry') units.entry++;
  else if (parent.name === 'section' && element.name === 'text') units.narrative++;
  else if (isHeaderParticipant(element)) units.header++;
}

/** What an element holds, and by what it is found. */
function gatherContent(element: XmlElement, { ids, media, units, embedded }: Gathered): void {
  if (isEmbedded(element)) {
    units.embedded++;
    embedded.push(element);
  }
  const id = element.attributes['ID'];
  if (id !== undefined) keepFirst(element.name === 'observationMedia' ? media : ids, id, element);
}

const describesSomebody = (element: XmlElement): boolean =>
  roles.has(element.name) && persons.some((name) => element.first(name));

/** Which words an `originalText` refers to, and for what: a code and a value may well share theirs. */
function placeOf(originalText: XmlElement): string | undefined {
  const words = originalText.first('reference')?.attributes['value'];
  return words === undefined ? undefined : `${originalText.parent?.name} ${words}`;
}

/** Keeps which codes refer to the same words. */
function noteCode(originalText: XmlElement, { codes, shared }: Gathered): void {
  const place = placeOf(originalText);
  const code = originalText.parent?.attributes['code'];
  if (place === undefined || code === undefined) return;
  if ((codes.get(place) ?? code) !== code) shared.add(place);
  codes.set(place, code);
}

/** What a narrative shows in itself; a larger picture is mentioned there and stands apart. */
const largestShown = 1_500_000;

function mediaOf(observationMedia: XmlElement | undefined, bytes: Uint8Array): ReturnType<MediaLookup> {
  const value = observationMedia?.first('value');
  const mediaType = value?.attributes['mediaType'];
  if (!value || !mediaType) return undefined;
  const shown = value.attributes['representation'] === 'B64' && (value.blob?.length ?? 0) <= largestShown;
  return { mediaType, base64: shown ? bodyOf(value, bytes) : '' };
}

/** Finds the role that says most under an identifier; its own issues are told where it is read, not here. */
function describedBy(elements: readonly XmlElement[]): DocumentIndex['described'] {
  let byKey: Map<string, XmlElement> | undefined;
  const build = () => {
    const silent = silentScope();
    const pairs = elements.flatMap((element) =>
      usableIdentifiers(readIdentifiers(element, silent)?.value).map(
        (identifier) => [keyOf(identifier), element] as const,
      ),
    );
    return new Map(pairs.toReversed());
  };
  return (identifiers) => {
    byKey ??= build();
    return usableIdentifiers(identifiers)
      .map((identifier) => byKey?.get(keyOf(identifier)))
      .find((one) => one !== undefined);
  };
}

const keyOf = ({ system, value }: Identifier): string => `${system}|${value}`;

const keepFirst = <K, V>(map: Map<K, V>, key: K, value: V): void => {
  if (!map.has(key)) map.set(key, value);
};
