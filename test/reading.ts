import { DocumentCollector } from '../src/readers/ccda/collector.ts';
import { Directory } from '../src/readers/ccda/directory.ts';
import { indexDocument } from '../src/readers/ccda/document-index.ts';
import { EmbeddedContent } from '../src/readers/ccda/embedded/content.ts';
import { Tables } from '../src/readers/ccda/narrative/index.ts';
import { Readings } from '../src/readers/ccda/readings.ts';
import { statementsOf } from '../src/readers/ccda/refer.ts';
import type { Scope } from '../src/readers/ccda/scope.ts';
import type { OffsetAt } from '../src/readers/reader.ts';
import type { XmlElement } from '../src/readers/xml/element.ts';
import { parseXml } from '../src/readers/xml/parse.ts';
import { codeSystems } from '../src/terminology/index.ts';
import { make } from './conversion.ts';

/** A piece of a document as an element; the usual prefixes need no declaration. */
export function element(xml: string): XmlElement {
  const parsed = parseXml(xml);
  if (!parsed.ok) throw new Error(`not well-formed: ${parsed.fault.code}`);
  return parsed.root;
}

/** What reading an element needs, when it is the whole document. */
export function scopeOf(
  root: XmlElement,
  offsetAt?: OffsetAt,
): Scope & { readonly collector: DocumentCollector } {
  const index = indexDocument(root);
  return {
    file: 'a.xml',
    make,
    offsetAt,
    systems: codeSystems(),
    section: undefined,
    directory: new Directory(make),
    target: (id) => index.ids.get(id),
    isShared: index.isShared,
    hasSecurity: index.hasSecurity,
    described: index.described,
    stated: statementsOf(index.nameable),
    statement: () => undefined,
    embedded: new EmbeddedContent({ bytes: new Uint8Array() }),
    collector: new DocumentCollector(),
    participations: new Map(),
    readings: new Readings(),
    media: index.media,
    tables: new Tables(),
    taken: new Set(),
    issues: [],
    said: new Map(),
  };
}

/** Reads a piece of a document, and tells the codes of the issues. */
export function reading<T>(
  xml: string,
  read: (element: XmlElement, scope: Scope) => T,
): { value: T; codes: string[] } {
  const root = element(xml);
  const scope = scopeOf(root);
  const value = read(root, scope);
  return { value, codes: scope.issues.map(({ code }) => code) };
}
