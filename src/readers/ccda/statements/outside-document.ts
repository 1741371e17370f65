import type { Concept, Reference } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { clean, readConcept, says } from '../datatypes/concept.ts';
import { readIdentifier } from '../datatypes/identifier.ts';
import { by, type Field, identifiers, nowhere, one } from '../fields.ts';
import { plainText } from '../narrative/index.ts';
import { compilePath } from '../path.ts';
import type { Scope } from '../scope.ts';
import { type Definition, readStatement } from '../statement.ts';
import { labels } from './common.ts';

const attribute = (path: string, name: string): Field<string> =>
  one(path, ({ attributes }) => clean(attributes[name]));

const loinc = 'http://loinc.org';

/** The codes of LOINC, by which US Core names documents. */
function inLoinc(node: XmlElement | undefined, scope: Scope): Concept | undefined {
  const codings = (node && readConcept(node, scope)?.codings.filter(({ system }) => system === loinc)) ?? [];
  return codings.length > 0 ? { codings } : undefined;
}

const sectionCode = ({ section }: Scope): XmlElement | undefined => section?.element.first('code');

/** The document's own code; else what LOINC calls the statement that names it, or the section. */
const type: Field<Concept> = by('code | ../../code | section/code', (from, scope) => {
  const own = from.first('code');
  const stated = own && readConcept(own, scope);
  if (own && says(stated)) return { value: stated, nodes: [own] };
  const value = inLoinc(from.parent?.parent?.first('code'), scope) ?? inLoinc(sectionCode(scope), scope);
  return value && { value, nodes: [] };
});

/** The section in which it is named. */
const categories: Field<Concept[]> = by('section/code', (_, scope) => {
  const value = inLoinc(sectionCode(scope), scope);
  return value && { value: [value], nodes: [] };
});

/** External Document Reference. */
const outsideDocument: Definition<'outsideDocument'> = {
  kind: 'outsideDocument',
  title: 'External Document Reference',
  templates: [],
  fields: {
    identifiers: identifiers('id'),
    text: nowhere,
    authors: nowhere,
    informants: nowhere,
    labels,
    notes: nowhere,
    type,
    categories,
    setId: one('setId', readIdentifier),
    version: attribute('versionNumber', 'value'),
    contentType: attribute('text', 'mediaType'),
    url: attribute('text/reference', 'value'),
    title: one('text', (text) => clean(plainText(text))),
  },
  structure: ['text'],
};

const documents = compilePath('reference/externalDocument');

/** The documents outside that a statement names. */
export const outsideDocuments: Field<Reference[]> = by('reference/externalDocument', (from, scope) => {
  const nodes = documents(from);
  return nodes.length > 0
    ? { value: nodes.map((node) => readStatement(outsideDocument, node, scope)), nodes }
    : undefined;
});
