import { SaxesParser } from 'saxes';
import { newAttributes, noAttributes } from './attributes.ts';
import { blobTarget } from './base64.ts';
import type { XmlElement } from './element.ts';
import { type ParseFault, placeFault } from './fault-place.ts';
import { type Blob64, endCode, type XmlFaultCode, type XmlNote } from './notes.ts';
import { scanPlain } from './plain-scan.ts';
import { findDoctype } from './prolog.ts';
import { TreeBuilder } from './tree-builder.ts';

export interface ParseOptions {
  /** Parsing ends where an element of such a name begins: that element, still empty, is the last of the partial tree. */
  readonly stopAt?: (name: string) => boolean;
  readonly maxDepth?: number;
  /** The base64 bodies that the front door cut out of the text. */
  readonly blobs?: readonly Blob64[];
  /** Whether the front door has replaced the characters that XML forbids. */
  readonly repaired?: boolean;
}

/** A whole document as a tree, or its beginning when the parse was told to stop. */
export interface ParsedXml {
  readonly ok: true;
  readonly root: XmlElement;
  /** The namespace of the root element. */
  readonly namespace: string | undefined;
  readonly partial: boolean;
  readonly notes: XmlNote[];
}

export interface UnparsedXml {
  readonly ok: false;
  readonly fault: ParseFault;
}

/** Parses a document strictly: a tree of all of it, or a fault. */
export function parseXml(text: string, options: ParseOptions = {}): ParsedXml | UnparsedXml {
  const doctype = findDoctype(text);
  if (doctype !== undefined) return { ok: false, fault: { code: 'doctype', ...doctype } };
  const tree = new TreeBuilder();
  const scanned = scanPlain(text, tree, options);
  if (scanned !== undefined) return resultOf(tree, scanned === 'partial');
  return parseStrictly(text, options);
}

/** Parses all of XML, and says where what is none breaks its rules. */
export function parseStrictly(text: string, options: ParseOptions = {}): ParsedXml | UnparsedXml {
  const parse = new Parse(text, options);
  try {
    parse.run();
  } catch (stop) {
    if (!(stop instanceof Stop)) throw stop;
    return stop.code === undefined ? parse.result(true) : { ok: false, fault: parse.fault(stop.code) };
  }
  return parse.result(false);
}

function resultOf(tree: TreeBuilder, partial: boolean): ParsedXml | UnparsedXml {
  tree.closeAll();
  const { root, namespace } = tree;
  if (!root) return { ok: false, fault: { code: 'empty', line: 1, column: 1 } };
  return { ok: true, root, namespace, partial, notes: tree.notes() };
}

/** Ends a parse from within saxes' events: with the code of a fault, or without one where it was to stop. */
class Stop {
  readonly code: XmlFaultCode | undefined;

  constructor(code?: XmlFaultCode) {
    this.code = code;
  }
}

/** One run of saxes over a text. Its messages quote the input, and are never looked at. */
class Parse {
  // XML 1.1 would only change what a line break is.
  readonly #saxes = new SaxesParser({ xmlns: false, defaultXMLVersion: '1.0', forceXMLVersion: true });
  readonly #tree = new TreeBuilder();
  readonly #text: string;
  readonly #options: ParseOptions;
  #prefixed = false;
  #attributes = noAttributes;
  #line = 1;
  #atEnd = false;

  constructor(text: string, options: ParseOptions) {
    this.#text = text;
    this.#options = options;
  }

  run(): void {
    this.#listen();
    this.#saxes.write(this.#text);
    this.#atEnd = true;
    this.#saxes.close();
  }

  fault(code: XmlFaultCode): ParseFault {
    const { line, column, position } = this.#saxes;
    return placeFault(this.#text, { code, line, column }, position);
  }

  result(partial: boolean): ParsedXml | UnparsedXml {
    return resultOf(this.#tree, partial);
  }

  /**
   * Listens to no more events than the text needs: saxes keeps its listeners as properties of the parser, and from
   * nine on V8 makes a dictionary of it, which parses at a tenth of the speed.
   */
  #listen(): void {
    const saxes = this.#saxes;
    const tree = this.#tree;
    saxes.on('error', () => stop(this.#atEnd ? endCode(this.#text) : 'not-well-formed'));
    saxes.on('opentagstart', () => this.#start());
    saxes.on('attribute', (attribute) => this.#attribute(attribute));
    saxes.on('opentag', (tag) => this.#open(tag.name));
    saxes.on('text', (text) => tree.text(text));
    saxes.on('closetag', () => tree.close());
    if (this.#text.includes('<![CDATA[')) saxes.on('cdata', (text) => tree.text(text));
    const { blobs = [] } = this.#options;
    if (blobs.length > 0) saxes.on('processinginstruction', (instruction) => this.#blob(instruction, blobs));
  }

  #blob({ target, body }: { target: string; body: string }, blobs: readonly Blob64[]): void {
    const blob = target === blobTarget ? blobs[Number.parseInt(body, 10)] : undefined;
    if (blob) this.#tree.blob(blob);
  }

  #start(): void {
    this.#prefixed = false;
    this.#attributes = noAttributes;
    // The character behind the name has been read: a line break there belongs to the tag.
    this.#line = this.#saxes.column === 0 ? this.#saxes.line - 1 : this.#saxes.line;
  }

  #attribute({ name, value }: { name: string; value: string }): void {
    if (this.#attributes === noAttributes) this.#attributes = newAttributes();
    this.#attributes[name] = value;
    if (name.includes(':') || name === 'xmlns') this.#prefixed = true;
  }

  #open(name: string): void {
    if (this.#tree.depth >= (this.#options.maxDepth ?? 512)) stop('too-deep');
    if (!this.#tree.open({ name, attributes: this.#attributes, prefixed: this.#prefixed }, this.#line))
      stop('not-well-formed');
    if (this.#options.stopAt?.(this.#tree.name ?? '')) stop();
  }
}

function stop(code?: XmlFaultCode): never {
  throw new Stop(code);
}
