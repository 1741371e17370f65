import type { Blob64 } from './notes.ts';

/**
 * What elements without content have. An array of strings that was emptied and not frozen: V8 loops over the children of
 * all elements at full speed only where all are arrays of one make.
 */
const noChildren: readonly (XmlElement | string)[] = emptied(['']);

function emptied(array: string[]): readonly string[] {
  array.pop();
  return array;
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
  children: readonly (XmlElement | string)[] = noChildren;
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

  /** All child elements, or those of that name, in document order. */
  elements(name?: string): XmlElement[] {
    const found: XmlElement[] = [];
    for (const child of this.children) {
      if (typeof child !== 'string' && (name === undefined || child.name === name)) found.push(child);
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
    return this.parent ? `${this.parent.path()}/${this.name}${this.#position(this.parent)}` : `/${this.name}`;
  }

  #position(parent: XmlElement): string {
    let [count, place] = [0, 0];
    for (const child of parent.children) {
      if (typeof child === 'string' || child.name !== this.name) continue;
      count++;
      if (child === this) place = count;
    }
    return count > 1 ? `[${place}]` : '';
  }
}
