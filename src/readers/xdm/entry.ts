import type { Issue } from '../../issue/index.ts';
import type { InputFile } from '../reader.ts';
import type { XmlElement } from '../xml/element.ts';
import { openTree } from '../xml/open.ts';

/** A document as the index of a package describes it (IHE XDM, XDSDocumentEntry). */
export interface DocumentEntry {
  /** The file that it is, from where the index lies. */
  readonly uri: string;
  /** Where in the index it is described. */
  readonly line: number;
  readonly path: string;
  readonly element: XmlElement;
}

/** The documents that an index names, or why it cannot be read. */
export function readIndex(file: InputFile): readonly DocumentEntry[] | { readonly issues: readonly Issue[] } {
  const { root, issues } = openTree(file.bytes, file.name);
  if (!root) return { issues };
  return named(root, 'ExtrinsicObject').flatMap((element): DocumentEntry[] => {
    const uri = joined(slot(element, 'URI'));
    return uri === '' ? [] : [{ uri, line: element.line, path: element.path(), element }];
  });
}

/** A value that is too long for one slot stands in several, each with its number: `2|rest`. */
function joined(values: readonly string[]): string {
  const parts = values.map((value) => /^(\d+)\|([\s\S]*)$/.exec(value));
  if (!parts.every((part) => part !== null)) return values.join('');
  return parts
    .toSorted((a, b) => Number(a[1]) - Number(b[1]))
    .map((part) => part[2] ?? '')
    .join('');
}

const localName = ({ name }: XmlElement): string => name.slice(name.indexOf(':') + 1);

/** All elements of a name below an element, whatever their prefix. */
export const named = (element: XmlElement, name: string): XmlElement[] =>
  element.elements().flatMap((one) => [...(localName(one) === name ? [one] : []), ...named(one, name)]);

/** The values of a slot. */
export const slot = (element: XmlElement, name: string): string[] =>
  element
    .elements()
    .filter((one) => localName(one) === 'Slot' && one.attributes['name'] === name)
    .flatMap((one) => named(one, 'Value'))
    .map((one) => one.text().trim())
    .filter((text) => text !== '');

/** What an element is called. */
export const titleOf = (element: XmlElement): string | undefined =>
  element
    .elements()
    .filter((one) => localName(one) === 'Name')
    .flatMap((one) => named(one, 'LocalizedString'))
    .map((one) => one.attributes['value']?.trim())
    .find(Boolean);

/** The classifications of a scheme, by the end of the scheme's UUID. */
export const classified = (element: XmlElement, scheme: string): XmlElement[] =>
  element
    .elements()
    .filter(
      (one) =>
        localName(one) === 'Classification' && one.attributes['classificationScheme']?.trim() === scheme,
    );
