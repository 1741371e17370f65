import { asKey } from './names.ts';

const hl7 = 'urn:hl7-org:v3';
const ccr = 'urn:astm-org:CCR';
const sdtc = 'urn:hl7-org:sdtc';
const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance';

/** The namespaces in force in a part of the tree, and the names they give. */
export class Scope {
  readonly outer: Scope | undefined;
  readonly #uris: ReadonlyMap<string, string>;
  readonly #undeclared: (prefix: string) => void;
  readonly #elements = new Map<string, string>();
  readonly #attributes = new Map<string, string>();
  readonly #home: string | undefined;

  /** A scope inside `outer` with the declarations among an element's attributes; the outermost has none outside. */
  constructor(
    attributes: Readonly<Record<string, string>>,
    outer: Scope | undefined,
    undeclared: (prefix: string) => void,
  ) {
    this.outer = outer;
    this.#undeclared = undeclared;
    this.#uris = declarations(attributes, outer ? outer.#uris : new Map());
    // What the root's default namespace names keeps plain names, be it HL7's or not.
    this.#home = outer ? outer.#home : this.#uris.get('');
  }

  /** The namespace of an element by its name as written. */
  namespace(written: string): string | undefined {
    return this.#uris.get(prefixOf(written));
  }

  /** The name of an element by its name as written. */
  element(written: string): string {
    const known = this.#elements.get(written);
    if (known !== undefined) return known;
    const prefix = prefixOf(written);
    const uri = this.#uris.get(prefix);
    if (prefix !== '' && uri === undefined) {
      this.#undeclared(prefix);
      return written;
    }
    const name = asKey(this.#named(written, prefix, uri));
    this.#elements.set(written, name);
    return name;
  }

  #named(written: string, prefix: string, uri: string | undefined): string {
    const local = localOf(written);
    if (uri === hl7 || uri === ccr) return local;
    if (uri === sdtc) return `sdtc:${local}`;
    if (prefix !== '' || uri === undefined || uri === '' || uri === this.#home) return written;
    return `foreign:${local}`;
  }

  /** The name of an attribute by its name as written. */
  attribute(written: string): string {
    const known = this.#attributes.get(written);
    if (known !== undefined) return known;
    const prefix = prefixOf(written);
    const free = prefix === '' || prefix === 'xmlns' || prefix === 'xml';
    const uri = this.#uris.get(prefix);
    if (!free && uri === undefined) {
      this.#undeclared(prefix);
      return written;
    }
    const name = !free && uri === schemaInstance ? `xsi:${localOf(written)}` : written;
    this.#attributes.set(written, name);
    return name;
  }
}

function declarations(attributes: Readonly<Record<string, string>>, outer: ReadonlyMap<string, string>) {
  const uris = new Map(outer);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'xmlns') uris.set('', value.trim());
    else if (name.startsWith('xmlns:')) uris.set(name.slice(6), value.trim());
  }
  return uris;
}

const prefixOf = (written: string): string => written.slice(0, Math.max(0, written.indexOf(':')));
const localOf = (written: string): string => written.slice(written.indexOf(':') + 1);
