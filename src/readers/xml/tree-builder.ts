import { type Attributes, newAttributes } from './attributes.ts';
import { XmlElement } from './element.ts';
import { Scope } from './namespaces.ts';
import type { Blob64, XmlNote } from './notes.ts';

/** A start tag as written; `prefixed` says that some attribute declares a namespace or carries a prefix. */
export interface StartTag {
  readonly name: string;
  readonly attributes: Attributes;
  readonly prefixed: boolean;
}

/** More undeclared prefixes than these share one note: an input does not decide how many notes there are. */
const prefixesNamed = 20;

/** Builds the element tree from tags and text in document order. */
export class TreeBuilder {
  root: XmlElement | undefined;
  /** The namespace of the root element. */
  namespace: string | undefined;
  depth = 0;
  #current: XmlElement | undefined;
  #text = '';
  #narrative: XmlElement | undefined;
  #scope = this.#scopeOf({}, undefined);
  readonly #scopeOwners: XmlElement[] = [];
  readonly #undeclared = new Map<string, { line: number; count: number }>();
  #line = 1;
  // The children of all open elements, one behind the other, and where each element's begin: an array made of them at
  // the end tag is as long as needed, while arrays that grow take half as much memory again and half of the time.
  readonly #nodes: (XmlElement | string)[] = [];
  readonly #starts: number[] = [];
  #size = 0;

  /** Begins an element; false when two of its attributes are one (Namespaces in XML, 6.3). */
  open({ name, attributes: written, prefixed }: StartTag, line: number): boolean {
    this.#flush();
    this.#line = line;
    const declares = prefixed && Object.keys(written).some(isDeclaration);
    if (declares) this.#enter(written);
    const attributes = prefixed ? this.#named(written) : written;
    if (!attributes) return false;
    const element = new XmlElement(this.#scope.element(name), attributes, line, this.#current);
    if (declares) this.#scopeOwners.push(element);
    this.#place(element, name);
    return true;
  }

  #place(element: XmlElement, written: string): void {
    this.#add(element);
    this.#starts.push(this.#size);
    if (!this.#current) {
      this.root = element;
      this.namespace = this.#scope.namespace(written);
    }
    if (element.name === 'text') this.#narrative ??= element;
    this.#current = element;
    this.depth++;
  }

  /** The name of the element that is open. */
  get name(): string | undefined {
    return this.#current?.name;
  }

  /** Adds text to the element that is open. */
  text(text: string): void {
    this.#text += text;
  }

  /** The element that is open has its content at this place in the bytes. */
  blob(blob: Blob64): void {
    if (this.#current) this.#current.blob = blob;
  }

  /** Ends the element that is open. */
  close(): void {
    this.#flush();
    const element = this.#current;
    const start = this.#starts.pop() ?? 0;
    if (element && start < this.#size) element.children = this.#nodes.slice(start, this.#size);
    this.#size = start;
    if (element === this.#narrative) this.#narrative = undefined;
    if (element === this.#scopeOwners.at(-1)) this.#leave();
    this.#current = element?.parent;
    this.depth--;
  }

  /** Ends all elements that are open. */
  closeAll(): void {
    while (this.depth > 0) this.close();
  }

  /** The prefixes that are used and nowhere declared. */
  notes(): XmlNote[] {
    return [...this.#undeclared].map(([prefix, place]) => ({
      code: 'undeclared-prefix',
      ...place,
      ...(prefix === '' ? {} : { detail: prefix }),
    }));
  }

  /** White space between elements is layout, except in narrative. */
  #flush(): void {
    if (this.#text === '') return;
    if (this.#narrative || !isBlank(this.#text)) this.#add(this.#text);
    this.#text = '';
  }

  #add(child: XmlElement | string): void {
    this.#nodes[this.#size++] = child;
  }

  #enter(attributes: Attributes): void {
    this.#scope = this.#scopeOf(attributes, this.root ? this.#scope : undefined);
  }

  #scopeOf(attributes: Attributes, outer: Scope | undefined): Scope {
    return new Scope(attributes, outer, (prefix) => this.#countUndeclared(prefix));
  }

  #leave(): void {
    this.#scopeOwners.pop();
    this.#scope = this.#scope.outer ?? this.#scope;
  }

  #countUndeclared(prefix: string): void {
    const key = this.#undeclared.has(prefix) || this.#undeclared.size < prefixesNamed ? prefix : '';
    const found = this.#undeclared.get(key) ?? { line: this.#line, count: 0 };
    this.#undeclared.set(key, { ...found, count: found.count + 1 });
  }

  #named(attributes: Attributes): Attributes | undefined {
    const named = newAttributes();
    for (const written of Object.keys(attributes)) {
      const name = this.#scope.attribute(written);
      if (name in named) return undefined;
      named[name] = attributes[written] ?? '';
    }
    return named;
  }
}

const isDeclaration = (name: string): boolean => name === 'xmlns' || name.startsWith('xmlns:');

/** Whether text is nothing but XML's own white space: a no-break space is not. */
function isBlank(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 32) return false;
  return true;
}
