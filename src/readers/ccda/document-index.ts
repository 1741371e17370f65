import { type Identifier, usableIdentifiers } from '../../record/index.ts';
import { readIdentifiers } from './datatypes/identifier.ts';
import type { MediaLookup } from './narrative/index.ts';
import type { Scope } from './scope.ts';
import type { XmlElement } from './xml/element.ts';

/** What other places of a document are found by: narrative IDs, roles described in full, embedded media. */
export interface DocumentIndex {
  readonly ids: ReadonlyMap<string, XmlElement>;
  readonly media: MediaLookup;
  described(identifiers: readonly Identifier[]): XmlElement | undefined;
}

const roles = new Set(['assignedAuthor', 'assignedEntity']);
const persons = ['assignedPerson', 'assignedAuthoringDevice'];

/** Walks a document once. */
export function indexDocument(root: XmlElement): DocumentIndex {
  const ids = new Map<string, XmlElement>();
  const media = new Map<string, XmlElement>();
  const described: XmlElement[] = [];
  const visit = (element: XmlElement): void => {
    const id = element.attributes['ID'];
    if (id !== undefined) keepFirst(element.name === 'observationMedia' ? media : ids, id, element);
    else if (roles.has(element.name) && persons.some((name) => element.first(name))) described.push(element);
    for (const child of element.children) if (typeof child !== 'string') visit(child);
  };
  visit(root);
  return { ids, media: (id) => mediaOf(media.get(id)), described: describedBy(described) };
}

function mediaOf(observationMedia: XmlElement | undefined): { mediaType: string; base64: string } | undefined {
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
      usableIdentifiers(readIdentifiers(element, silent)?.value).map((identifier) => [keyOf(identifier), element] as const),
    );
    return new Map(pairs.toReversed());
  };
  return (identifiers) => {
    byKey ??= build();
    return usableIdentifiers(identifiers).map((identifier) => byKey?.get(keyOf(identifier))).find((one) => one !== undefined);
  };
}

const keyOf = ({ system, value }: Identifier): string => `${system}|${value}`;

const keepFirst = <K, V>(map: Map<K, V>, key: K, value: V): void => {
  if (!map.has(key)) map.set(key, value);
};
