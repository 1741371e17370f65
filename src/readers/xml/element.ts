import type { Blob64 } from './notes.ts';

/**
 * What elements without content have, and what is found where there is nothing. An array of strings that was emptied and
 * not frozen: V8 loops over arrays at full speed only where all are of one make.
 */
const none: readonly never[] = emptied(['']);

function emptied(array: string[]): readonly never[] {
  array.pop();
  return array as never[];
}

/**
 * One element of a clinical document.
 *
 * `name` is the local name in the namespaces of HL7 v3 and of CCR, `sdtc:x` in the sdtc namespace, `prefix:x` elsewhere.
 * `children` keeps mixed content in document order: text as strings, elements as elements.
 */
export class XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: XmlElement | undefined;
  readonly line: number;
  children: readonly (XmlElement | string)[] = none;
  /** Where the base64 body of this element stands in the file, when it was left out of the text. */
  blob: Blob64 | undefined = undefined;

  constructor(name: string, attributes: Readonly<Record<string, string>>, line: number, parent?: XmlElement) {
    this.name = name;
    this.attributes = attributes;
    this.line = line;
    this.parent = parent;
  }

  /** The first child element of that name. */
  first(name: string): XmlElement | undefined {
    for (const child of this.children) if (typeof child !== 'string' && child.name === name) return child;
    return undefined;
  }

  /** The first child element of one of these names. */
  firstOf(names: readonly string[]): XmlElement | undefined {
    for (const child of this.children)
      if (typeof child !== 'string' && names.includes(child.name)) return child;
    return undefined;
  }

  /** All child elements, or those of that name, in document order. */
  elements(name?: string): readonly XmlElement[] {
    let found: XmlElement[] | undefined;
    for (const child of this.children) {
      if (typeof child === 'string' || (name !== undefined && child.name !== name)) continue;
      // Most have none of that name: nothing is made for them.
      if (found) found.push(child);
      else found = [child];
    }
    return found ?? none;
  }

  /** The elements of that name in the child elements that hold them. */
  elementsIn(holder: string, name: string): readonly XmlElement[] {
    let found: readonly XmlElement[] = none;
    for (const child of this.children) {
      if (typeof child === 'string' || child.name !== holder) continue;
      const held = child.elements(name);
      found = found.length === 0 ? held : found.concat(held);
    }
    return found;
  }

  /** The text of this element and all below it, as it stands in the document. */
  text(): string {
    let text = '';
    for (const child of this.children) text += typeof child === 'string' ? child : child.text();
    return text;
  }

  /** Where the element stands: `/ClinicalDocument/component/structuredBody/component[3]/section`. */
  path(): string {
    return `${this.parent?.path() ?? ''}/${this.step()}`;
  }

  /** The last step of its path: its name, and which it is of those beside it that have it too. */
  step(): string {
    let [count, place] = [0, 0];
    for (const child of this.parent?.children ?? none) {
      if (typeof child === 'string' || child.name !== this.name) continue;
      count++;
      if (child === this) place = count;
    }
    return count > 1 ? `${this.name}[${place}]` : this.name;
  }
}
