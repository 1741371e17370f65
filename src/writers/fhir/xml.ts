import { XMLBuilder } from 'fast-xml-parser';
import { isRawNumber } from './decimal.ts';

/** A node in fast-xml-parser's ordered form: one name with its children, and its attributes. */
type Node = Record<string, unknown>;
type Primitive = string | number | boolean | { readonly rawJSON: string };

/** A resource as FHIR XML; it is in the order of the specification because the resource functions are. */
export function toXml(resource: object): string {
  const builder = new XMLBuilder({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    suppressEmptyNode: true,
    // Values are escaped here, and narrative is XML already.
    processEntities: false,
  });
  const [root] = resourceNodes(resource, { xmlns: 'http://hl7.org/fhir' });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build([root])}\n`;
}

/** A resource is an element named by its type. */
function resourceNodes(resource: object, attributes: Node = {}): Node[] {
  const { resourceType, ...elements } = resource as { resourceType: string };
  return [node(resourceType, childrenOf(elements), attributes)];
}

const node = (name: string, children: Node[], attributes: Node): Node =>
  Object.keys(attributes).length > 0 ? { [name]: children, ':@': attributes } : { [name]: children };

/** The elements of an object, each `_name` merged into its `name`. */
function childrenOf(object: object): Node[] {
  const values = object as Record<string, unknown>;
  const said = Object.keys(values).filter((key) => values[key] !== undefined);
  const names = said.map((key) => (key.startsWith('_') ? key.slice(1) : key));
  return [...new Set(names)].flatMap((name) => elements(name, values[name], values[`_${name}`]));
}

function elements(name: string, value: unknown, sibling: unknown): Node[] {
  if (!Array.isArray(value) && !Array.isArray(sibling)) return [element(name, value, sibling)];
  const values: unknown[] = Array.isArray(value) ? value : [];
  const siblings: unknown[] = Array.isArray(sibling) ? sibling : [];
  const length = Math.max(values.length, siblings.length);
  return Array.from({ length }, (_, index) => element(name, values[index], siblings[index]));
}

function element(name: string, value: unknown, sibling: unknown): Node {
  if (name === 'div') return { '#text': value };
  if (!isPrimitive(value)) return complexElement(name, (value ?? sibling ?? {}) as object);
  const { id, ...more } = (sibling ?? {}) as { id?: string };
  const attributes = { ...(id === undefined ? {} : { id: escapeXml(id) }), value: escapeXml(textOf(value)) };
  return node(name, childrenOf(more), attributes);
}

/** An object: a resource in a wrapper, or an element, whose `id` and `url` of an extension are attributes. */
function complexElement(name: string, value: object): Node {
  if ('resourceType' in value) return node(name, resourceNodes(value), {});
  const { id, ...more } = value as { id?: string };
  const { url, ...elements } = more as { url?: string };
  const isExtension = name === 'extension' || name === 'modifierExtension';
  const attributes = {
    ...(id === undefined ? {} : { id: escapeXml(id) }),
    ...(isExtension && url !== undefined ? { url: escapeXml(url) } : {}),
  };
  return node(name, childrenOf(isExtension ? elements : more), attributes);
}

const isPrimitive = (value: unknown): value is Primitive =>
  (value !== undefined && value !== null && typeof value !== 'object') || isRawNumber(value);

const textOf = (value: Primitive): string => (typeof value === 'object' ? value.rawJSON : String(value));

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** Attribute text; line ends and tabs would become spaces on reading if they were not written as references. */
const escapeXml = (text: string): string =>
  text.replace(/[&<>"\n\r\t]/g, (character) => entities[character] ?? '');
