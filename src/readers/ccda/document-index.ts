import { type Identifier, usableIdentifiers } from '../../record/index.ts';
import type { XmlElement } from '../xml/element.ts';
import { readIdentifiers } from './datatypes/identifier.ts';
import type { MediaLookup } from './narrative/index.ts';
import type { Scope } from './scope.ts';

/** What other places of a document are found by: narrative IDs, roles described in full, embedded media. */
export interface DocumentIndex {
  readonly ids: ReadonlyMap<string, XmlElement>;
  readonly media: MediaLookup;
  /** How many entries stand in sections, counted apart from their reading. */
  readonly entries: number;
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
  /** The codes that refer to the same words. */
  readonly codes: Map<string, Set<string>>;
  entries: number;
}

/** Walks a document once. */
export function indexDocument(root: XmlElement): DocumentIndex {
  const gathered: Gathered = {
    ids: new Map(),
    media: new Map(),
    described: [],
    codes: new Map(),
    entries: 0,
  };
  const visit = (element: XmlElement): void => {
    gather(element, gathered);
    for (const child of element.children) if (typeof child !== 'string') visit(child);
  };
  visit(root);
  const { ids, media, described, codes, entries } = gathered;
  return {
    ids,
    entries,
    isShared: (originalText) => (codes.get(placeOf(originalText) ?? '')?.size ?? 0) > 1,
    media: (id) => mediaOf(media.get(id)),
    described: describedBy(described),
  };
}

function gather(element: XmlElement, gathered: Gathered): void {
  const { ids, media, described, codes } = gathered;
  if (element.name === 'entry' && element.parent?.name === 'section') gathered.entries++;
  if (element.name === 'originalText') noteCode(codes, element);
  const id = element.attributes['ID'];
  if (id !== undefined) keepFirst(element.name === 'observationMedia' ? media : ids, id, element);
  else if (describesSomebody(element)) described.push(element);
}

const describesSomebody = (element: XmlElement): boolean =>
  roles.has(element.name) && persons.some((name) => element.first(name));

/** Which words an `originalText` refers to, and for what: a code and a value may well share theirs. */
function placeOf(originalText: XmlElement): string | undefined {
  const words = originalText.first('reference')?.attributes['value'];
  return words === undefined ? undefined : `${originalText.parent?.name} ${words}`;
}

/** Keeps which codes refer to the same words. */
function noteCode(codes: Map<string, Set<string>>, originalText: XmlElement): void {
  const place = placeOf(originalText);
  const code = originalText.parent?.attributes['code'];
  if (place === undefined || code === undefined) return;
  codes.set(place, (codes.get(place) ?? new Set()).add(code));
}

function mediaOf(
  observationMedia: XmlElement | undefined,
): { mediaType: string; base64: string } | undefined {
  const value = observationMedia?.first('value');
  const mediaType = value?.attributes['mediaType'];
  const base64 = value?.text().replace(/\s+/g, '');
  return mediaType && base64 ? { mediaType, base64 } : undefined;
}

/** Finds the role that says most under an identifier; its own issues are told where it is read, not here. */
function describedBy(elements: readonly XmlElement[]): DocumentIndex['described'] {
  let byKey: Map<string, XmlElement> | undefined;
  const build = () => {
    const silent = { issues: [], said: new Map(), file: '' } as unknown as Scope;
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
