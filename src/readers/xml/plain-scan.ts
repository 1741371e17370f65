import { type Attributes, newAttributes, noAttributes } from './attributes.ts';
import { blobTarget } from './base64.ts';
import { hasForbidden } from './characters.ts';
import { nameAt } from './names.ts';
import type { ParseOptions } from './parse.ts';
import { resolved } from './references.ts';
import type { StartTag, TreeBuilder } from './tree-builder.ts';

/** The declaration as programs write it. */
const declaration =
  /^<\?xml +version="1\.0"(?: +encoding="[A-Za-z][\w.-]*")?(?: +standalone="(?:yes|no)")? *\?>/;
const instruction = /^<\?([A-Za-z_][\w.-]*)(?:[ \t\n]([^?]*))?\?>$/;

const [tab, lineBreak, space] = [0x09, 0x0a, 0x20];
const [ampersand, slash, less, equals, greater, question, exclamation] = [
  0x26, 0x2f, 0x3c, 0x3d, 0x3e, 0x3f, 0x21,
];
const [doubleQuote, singleQuote] = [0x22, 0x27];

/** Templates, code systems and codes recur: those of one document find room in as many places. */
const valuesKept = 512;

/** What came of a scan: the tree, as far as it was to be built, or nothing. */
export type Scanned = 'whole' | 'partial' | undefined;

/**
 * Builds the tree of a document that keeps to the plain part of XML, as nearly all do, at several times the speed of the
 * parser. It takes nothing that the parser would not take: at the least doubt it gives up, and the parser decides.
 */
export function scanPlain(text: string, tree: TreeBuilder, options: ParseOptions): Scanned {
  if (!text.isWellFormed() || (!options.repaired && hasForbidden(text))) return undefined;
  // XML has one line break: the parser reads the others as that one too.
  const scan = new PlainScan(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text, tree, options);
  return scan.run();
}

class PlainScan {
  readonly #text: string;
  readonly #tree: TreeBuilder;
  readonly #options: ParseOptions;
  /** The names of the open elements as written. */
  readonly #open: string[] = [];
  #at = 0;
  #line = 1;
  #nextBreak: number;
  /** Where the next reference begins; whether the text ends a CDATA section anywhere. */
  #nextReference: number;
  readonly #hasSectionEnd: boolean;
  /** Whether an attribute of the tag at work declares a namespace, or carries a prefix. */
  #prefixed = false;
  /** What the value at work holds that is written otherwise than it is meant. */
  #hasReferences = false;
  #hasBreaks = false;
  /** A number made of the characters of the value at work, and the values met, each at the place that its number gives. */
  #mix = 0;
  readonly #values: (string | undefined)[] = new Array(valuesKept).fill(undefined);
  #stopped = false;

  constructor(text: string, tree: TreeBuilder, options: ParseOptions) {
    this.#text = text;
    this.#tree = tree;
    this.#options = options;
    this.#nextBreak = text.indexOf('\n');
    this.#nextReference = text.indexOf('&');
    this.#hasSectionEnd = text.includes(']]>');
  }

  run(): Scanned {
    const text = this.#text;
    this.#at = declaration.exec(text)?.[0].length ?? 0;
    while (this.#at < text.length && !this.#stopped) if (!this.#next()) return undefined;
    if (this.#stopped) return 'partial';
    return this.#tree.root && this.#open.length === 0 ? 'whole' : undefined;
  }

  #next(): boolean {
    if (this.#text.charCodeAt(this.#at) !== less) return this.#characters();
    switch (this.#text.charCodeAt(this.#at + 1)) {
      case slash:
        return this.#endTag();
      case question:
        return this.#instruction();
      case exclamation:
        return this.#comment() || this.#section();
      default:
        return this.#startTag();
    }
  }

  /** Text up to the next tag; outside of the root element nothing but white space. */
  #characters(): boolean {
    const from = this.#at;
    const next = this.#text.indexOf('<', from);
    const end = next === -1 ? this.#text.length : next;
    this.#at = end;
    const run = this.#text.slice(from, end);
    if (this.#open.length === 0) return /^[ \t\n]*$/.test(run);
    if (this.#hasSectionEnd && run.includes(']]>')) return false;
    const words = this.#hasReferenceIn(from, end) ? resolved(run) : run;
    if (words !== undefined) this.#tree.text(words);
    return words !== undefined;
  }

  #hasReferenceIn(from: number, end: number): boolean {
    if (this.#nextReference !== -1 && this.#nextReference < from)
      this.#nextReference = this.#text.indexOf('&', from);
    return this.#nextReference !== -1 && this.#nextReference < end;
  }

  #endTag(): boolean {
    const name = this.#open.pop();
    if (name === undefined || !this.#text.startsWith(name, this.#at + 2)) return false;
    this.#at += 2 + name.length;
    this.#skipBlanks();
    this.#tree.close();
    return this.#eat(greater);
  }

  #startTag(): boolean {
    const name = nameAt(this.#text, this.#at + 1);
    if (!name || (this.#open.length === 0 && this.#tree.root)) return false;
    this.#at += name.text.length + 1;
    const line = this.#lineHere();
    const attributes = this.#attributes();
    if (!attributes) return false;
    const isEmpty = this.#eat(slash);
    const tag = { name: name.text, attributes, prefixed: this.#prefixed };
    return this.#eat(greater) && this.#begin(tag, line, isEmpty);
  }

  #begin(tag: StartTag, line: number, isEmpty: boolean): boolean {
    const tree = this.#tree;
    if (tree.depth >= (this.#options.maxDepth ?? 512) || !tree.open(tag, line)) return false;
    if (this.#options.stopAt?.(tree.name ?? '')) this.#stopped = true;
    else if (isEmpty) tree.close();
    else this.#open.push(tag.name);
    return true;
  }

  /** The attributes of a tag, up to what ends it. */
  #attributes(): Attributes | undefined {
    let attributes = noAttributes;
    this.#prefixed = false;
    let end = this.#at;
    this.#skipBlanks();
    for (let name = nameAt(this.#text, this.#at); name; name = nameAt(this.#text, this.#at)) {
      // White space parts an attribute from what stands before it.
      if (this.#at === end) return undefined;
      if (attributes === noAttributes) attributes = newAttributes();
      this.#at += name.text.length;
      if (!this.#attribute(name.text, attributes)) return undefined;
      this.#prefixed ||= name.isPrefixed;
      end = this.#at;
      this.#skipBlanks();
    }
    return attributes;
  }

  /** One attribute behind its name. */
  #attribute(name: string, attributes: Record<string, string>): boolean {
    this.#skipBlanks();
    if (attributes[name] !== undefined || !this.#eat(equals)) return false;
    this.#skipBlanks();
    const value = this.#value();
    if (value !== undefined) attributes[name] = value;
    return value !== undefined;
  }

  /** A value in quotes: white space in it is spaces. */
  #value(): string | undefined {
    const from = this.#at + 1;
    const quote = this.#text.charCodeAt(this.#at);
    const end = quote === doubleQuote || quote === singleQuote ? this.#endOfValue(quote) : -1;
    if (end === -1) return undefined;
    this.#at = end + 1;
    if (!this.#hasBreaks && !this.#hasReferences) return this.#shared(from, end);
    const value = this.#text.slice(from, end);
    const spaced = this.#hasBreaks ? value.replace(/[\t\n]/g, ' ') : value;
    return this.#hasReferences ? resolved(spaced) : spaced;
  }

  /** The value that stands there, the same string as where it was met before: what is looked up by it is found sooner. */
  #shared(from: number, end: number): string {
    const place = this.#mix % valuesKept;
    const known = this.#values[place];
    if (known?.length === end - from && this.#text.startsWith(known, from)) return known;
    const value = this.#text.slice(from, end);
    this.#values[place] = value;
    return value;
  }

  /** Where the quote comes again; a value holds no tag. */
  #endOfValue(quote: number): number {
    const text = this.#text;
    this.#hasReferences = false;
    this.#hasBreaks = false;
    let end = this.#at + 1;
    let mix = 0;
    for (let code = text.charCodeAt(end); code !== quote; code = text.charCodeAt(++end)) {
      if (code === less || end >= text.length) return -1;
      if (code === ampersand) this.#hasReferences = true;
      else if (code < space) this.#hasBreaks = true;
      mix = (mix * 31 + code) & 0xffffff;
    }
    this.#mix = mix;
    return end;
  }

  #comment(): boolean {
    if (!this.#text.startsWith('<!--', this.#at)) return false;
    const end = this.#text.indexOf('--', this.#at + 4);
    if (end === -1 || this.#text.charCodeAt(end + 2) !== greater) return false;
    this.#at = end + 3;
    return true;
  }

  /** A CDATA section. */
  #section(): boolean {
    const from = this.#at + '<![CDATA['.length;
    const end = this.#text.startsWith('<![CDATA[', this.#at) ? this.#text.indexOf(']]>', from) : -1;
    if (end === -1 || this.#open.length === 0) return false;
    this.#tree.text(this.#text.slice(from, end));
    this.#at = end + 3;
    return true;
  }

  #instruction(): boolean {
    const end = this.#text.indexOf('?>', this.#at);
    const [whole, target = 'xml', body = ''] = instruction.exec(this.#text.slice(this.#at, end + 2)) ?? [];
    if (whole === undefined || /^xml$/i.test(target)) return false;
    const blob = target === blobTarget ? this.#options.blobs?.[Number.parseInt(body, 10)] : undefined;
    if (blob) this.#tree.blob(blob);
    this.#at += whole.length;
    return true;
  }

  #eat(code: number): boolean {
    const found = this.#text.charCodeAt(this.#at) === code;
    if (found) this.#at++;
    return found;
  }

  #skipBlanks(): void {
    let code = this.#text.charCodeAt(this.#at);
    while (code === space || code === lineBreak || code === tab) code = this.#text.charCodeAt(++this.#at);
  }

  /** The line of what was read last. */
  #lineHere(): number {
    while (this.#nextBreak !== -1 && this.#nextBreak < this.#at) {
      this.#line++;
      this.#nextBreak = this.#text.indexOf('\n', this.#nextBreak + 1);
    }
    return this.#line;
  }
}
