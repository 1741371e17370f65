import { noAttributes } from '../../xml/attributes.ts';
import type { XmlElement } from '../../xml/element.ts';
import { copiedAttributes } from './allowed.ts';
import { escapeAttribute, escapeText, isRemarkable, xmlId } from './escape.ts';
import { localName } from './local-name.ts';
import { isPreformatted, preformattedLines, preservedLines } from './preformatted.ts';
import { lookOf } from './style-code.ts';
import { Tables } from './tables.ts';

/** The embedded media of a section by the ID of its observationMedia. */
export type MediaLookup = (id: string) => { mediaType: string; base64: string } | undefined;

/** How ids are written. */
export interface NarrativeOptions {
  /** Stands before every id, so that narratives put together do not collide. */
  readonly idPrefix?: string;
  /** What is known of the tables of the document, where several narratives are written of it. */
  readonly tables?: Tables;
}

/** Writes one kind of narrative element. */
export type ElementRenderer = (element: XmlElement, out: Rendering) => string;

/** The renderers by element name: `inline` may stand anywhere, `block` only where XHTML allows blocks. */
export interface Renderers {
  readonly inline: ReadonlyMap<string, ElementRenderer>;
  readonly block: ReadonlyMap<string, ElementRenderer>;
  readonly other: ElementRenderer;
}

const blank = /^[ \t\r\n]*$/;

/** Whether a text run is nothing but layout of the source. */
export function isBlank(text: string): boolean {
  return text.charCodeAt(0) > 0x20 ? false : blank.test(text);
}

/** The ID of a narrative element. */
export function idOf(element: XmlElement): string | undefined {
  const attributes = element.attributes;
  const id = (attributes.ID ?? attributes.id)?.trim();
  return id === '' ? undefined : id;
}

/** One narrative in the making: what has been written so far decides what may follow. */
export class Rendering {
  readonly media: MediaLookup;
  readonly tables: Tables;
  /** Ids written, and ids that links point to. */
  readonly ids = new Set<string>();
  readonly links = new Set<string>();
  /** Links of an earlier attempt that led nowhere. */
  readonly deadLinks: ReadonlySet<string>;
  readonly footnotes = new Map<string, number>();
  /** Something that a reader sees has been written. */
  visible = false;
  /** A block has been written inside the element at work. */
  block = false;
  inlineOnly = false;
  inLink = false;
  preserved = false;
  readonly #prefix: string;
  readonly #renderers: Renderers;
  readonly #looks = new Map<string, string>();

  constructor(
    renderers: Renderers,
    media: MediaLookup,
    options: NarrativeOptions,
    deadLinks: ReadonlySet<string>,
  ) {
    this.#renderers = renderers;
    this.media = media;
    this.#prefix = options.idPrefix ?? '';
    this.tables = options.tables ?? new Tables();
    this.deadLinks = deadLinks;
  }

  /** How much was written that can stand in a narrative once, or is told from others by a number. */
  get marks(): number {
    return this.ids.size + this.links.size + this.footnotes.size;
  }

  /** All children in order. */
  children(element: XmlElement): string {
    const outer = this.preserved;
    if (isPreserving(element)) this.preserved = true;
    let xhtml = '';
    for (const child of element.children) xhtml += this.node(child);
    this.preserved = outer;
    return xhtml;
  }

  /** What stands in an element that must be empty, to follow it, parted from what comes next. */
  misplaced(element: XmlElement): string {
    return element.children.length === 0 ? '' : `${this.children(element)} `;
  }

  /** One child, text or element. */
  node(child: XmlElement | string): string {
    return typeof child === 'string' ? this.text(child) : this.element(child);
  }

  /** One element. */
  element(element: XmlElement): string {
    const { inline, block, other } = this.#renderers;
    const name = localName(element);
    const inlineRenderer = inline.get(name);
    if (inlineRenderer) return inlineRenderer(element, this);
    const blockRenderer = block.get(name);
    if (!blockRenderer) return other(element, this);
    if (this.inlineOnly) return this.#flat(element, name);
    const xhtml = blockRenderer(element, this);
    // An empty block still parts the words around it.
    if (xhtml === '') return ' ';
    this.block = true;
    return xhtml;
  }

  /** A text run: folded as HTML would fold it, unless its lines count. */
  text(text: string): string {
    if (!this.visible && /\S/.test(text)) this.visible = true;
    if (this.preserved) return preservedLines(text).map(escapeText).join('<br/>');
    if (!isRemarkable(text)) return text;
    if (isPreformatted(text)) return formatted(text);
    return escapeText(text.replace(/[ \t\r\n]+/g, ' '));
  }

  /** Words of ours that explain the text of the document; the class lets a reader tell them apart. */
  added(words: string): string {
    this.visible = true;
    return `<span class="added">${escapeText(words)}</span>`;
  }

  /** An element written as `inlineTag`, or as a div where a block turned up inside. */
  wrapped(element: XmlElement, inlineTag: string, look = ''): string {
    const outer = this.block;
    this.block = false;
    const attributes = this.attributes(element, inlineTag, look);
    const inner = this.children(element);
    const tag = this.block ? 'div' : inlineTag;
    this.block ||= outer;
    return `<${tag}${attributes}>${inner}</${tag}>`;
  }

  /** Children without blocks, for an element that XHTML forbids to hold any. */
  phrase(element: XmlElement): string {
    const outer = this.inlineOnly;
    this.inlineOnly = true;
    const xhtml = this.children(element);
    this.inlineOnly = outer;
    return xhtml;
  }

  /** The attributes of an element as they stand in its start tag; `look` is a styleCode of ours. */
  attributes(element: XmlElement, tag: string, look = '', without?: ReadonlySet<string>): string {
    const { attributes } = element;
    let codes = look;
    let copies = '';
    let id = '';
    let spoken = '';
    for (const name in attributes) {
      const value = attributes[name] ?? '';
      switch (name) {
        case 'ID':
        case 'id':
          id ||= this.id(idOf(element) ?? '');
          break;
        case 'styleCode':
        case 'class':
          codes += ` ${value}`;
          break;
        case 'language':
        case 'xml:lang':
          spoken ||= language(value);
          break;
        default:
          if (!without?.has(name)) copies += this.#copied(tag, name, value);
      }
    }
    return id + copies + (codes === '' ? '' : this.#look(codes, tag)) + spoken;
  }

  /** The id attribute for a source ID, nothing where it stands already. */
  id(id: string): string {
    const written = this.target(id);
    if (id === '' || this.ids.has(written)) return '';
    this.ids.add(written);
    return ` id="${written}"`;
  }

  /** A source ID as it is written here. */
  target(id: string): string {
    return xmlId(this.#prefix, id);
  }

  #flat(element: XmlElement, name: string): string {
    const inner = this.children(element);
    return name === 'td' || name === 'th' ? ` ${inner} ` : ` ${inner}<br/>`;
  }

  #copied(tag: string, name: string, source: string): string {
    if (!copiedAttributes.get(tag)?.has(name)) return '';
    const value = source.trim();
    if (value === '') return '';
    if (name === 'headers')
      return ` headers="${value
        .split(/\s+/)
        .map((id) => this.target(id))
        .join(' ')}"`;
    if (name.endsWith('span')) return /^[1-9]\d{0,2}$/.test(value) ? ` ${name}="${value}"` : '';
    return ` ${name}="${escapeAttribute(value)}"`;
  }

  #look(codes: string, tag: string): string {
    const isList = tag === 'ul' || tag === 'ol';
    const key = isList ? `list ${codes}` : codes;
    let xhtml = this.#looks.get(key);
    if (xhtml === undefined) {
      const { classes, style } = lookOf(codes, isList);
      xhtml = classes.length > 0 ? ` class="${escapeAttribute(classes.join(' '))}"` : '';
      if (style.length > 0) xhtml += ` style="${style.join('; ')}"`;
      this.#looks.set(key, xhtml);
    }
    return xhtml;
  }
}

function isPreserving(element: XmlElement): boolean {
  const { attributes } = element;
  if (attributes === noAttributes) return element.name === 'pre';
  if (attributes['xml:space'] === 'preserve' || attributes.mediaType === 'text/plain') return true;
  const styleCode = attributes.styleCode;
  return element.name === 'pre' || (styleCode !== undefined && /(?:^|\s)pre(?:\s|$)/i.test(styleCode));
}

// The breaks are elements, so that they survive a reader that ignores styles; the style keeps columns in line.
function formatted(text: string): string {
  const lines = preformattedLines(text).map(escapeText).join('<br/>');
  return ` <span style="white-space: pre-wrap">${lines}</span> `;
}

function language(value: string | undefined): string {
  return value !== undefined && /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(value) ? ` lang="${value}"` : '';
}
