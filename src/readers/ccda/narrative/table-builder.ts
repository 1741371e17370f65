import type { XmlElement } from '../../xml/element.ts';
import { localName } from './local-name.ts';
import { isBlank, type Rendering } from './rendering.ts';

type Section = 'thead' | 'tfoot' | 'tbody';

const sections: Readonly<Record<Section, number>> = { thead: 1, tfoot: 2, tbody: 3 };

/**
 * Puts the parts of a table where XHTML wants them: rows into sections, cells into rows, loose text into cells.
 * Sections and rows open when their first cell comes, so that none is empty.
 */
export class TableBuilder {
  readonly #out: Rendering;
  #before = '';
  #caption = '';
  #columns = '';
  #body = '';
  /** The section and row at work: the start tag while it waits for a cell, then the open tag's name. */
  #section: { tag: Section; start: string; open: boolean } | undefined;
  #row: { start: string; open: boolean; given: boolean } | undefined;
  #stray = '';
  /** The place of the last section in the order thead, tfoot, tbody. */
  #reached = 0;

  constructor(out: Rendering) {
    this.#out = out;
  }

  /** A table that begins like this one and goes on apart from it. */
  goOn(out: Rendering): TableBuilder {
    const other = new TableBuilder(out);
    other.#before = this.#before;
    other.#caption = this.#caption;
    other.#columns = this.#columns;
    other.#body = this.#body;
    other.#section = this.#section && { ...this.#section };
    other.#row = this.#row && { ...this.#row };
    other.#stray = this.#stray;
    other.#reached = this.#reached;
    return other;
  }

  /** The next child of the table or of one of its parts. */
  add(child: XmlElement | string): void {
    if (typeof child !== 'string') this.#part(child);
    else if (this.#stray !== '' || !isBlank(child)) this.#loose(child);
  }

  /** Opens a section with these attributes. */
  openSection(tag: Section, attributes: string): void {
    this.closeSection();
    // A head after the body has no place in XHTML; as a body it keeps its place in the text.
    const late = sections[tag] < this.#reached || (tag !== 'tbody' && sections[tag] === this.#reached);
    const actual = late ? 'tbody' : tag;
    this.#section = { tag: actual, start: `<${actual}${attributes}>`, open: false };
  }

  closeSection(): void {
    this.closeRow();
    if (this.#section?.open) this.#body += `</${this.#section.tag}>`;
    this.#section = undefined;
  }

  openRow(attributes: string): void {
    this.closeRow();
    this.#row = { start: `<tr${attributes}>`, open: false, given: true };
  }

  closeRow(): void {
    this.#flushStray();
    if (this.#row?.open) this.#body += '</tr>';
    this.#row = undefined;
  }

  /** A cell with its content. */
  cell(element: XmlElement, tag: 'td' | 'th', without?: ReadonlySet<string>): void {
    this.#flushStray();
    this.#startRow();
    const attributes = this.#out.attributes(element, tag, '', without);
    this.#body += `<${tag}${attributes}>${this.#out.children(element)}</${tag}>`;
  }

  /** A cell that keeps the columns in line. */
  emptyCell(): void {
    this.#flushStray();
    this.#startRow();
    this.#body += '<td></td>';
  }

  /** The whole table; loose text that came first stands before it. */
  finish(attributes: string): string {
    this.closeSection();
    const loose = this.#before.replace(/ $/, '');
    const before = loose === '' ? '' : `<div>${loose}</div>`;
    const caption = this.#caption;
    if (this.#body !== '')
      return `${before}<table${attributes}>${caption}${this.#columns}${this.#body}</table>`;
    return caption === '' ? before : before + caption.replace('<caption', '<p').replace(/caption>$/, 'p>');
  }

  #part(element: XmlElement): void {
    const name = localName(element);
    if (name === 'td' || name === 'th') this.cell(element, name);
    else if (name === 'tr') this.#addRow(element);
    else if (isSection(name)) this.#addSection(element, name);
    else if (name === 'col' || name === 'colgroup') this.#addColumns(element, name);
    else if (name === 'caption') this.#addCaption(element);
    else this.#loose(element);
  }

  #addRow(element: XmlElement): void {
    const inRow = this.#row?.given === true;
    this.#severLoose();
    if (!inRow) this.openRow(this.#out.attributes(element, 'tr'));
    for (const child of element.children) this.add(child);
    if (!inRow) this.closeRow();
    this.#severLoose();
  }

  #addSection(element: XmlElement, tag: Section): void {
    const inRow = this.#row?.given === true;
    this.#severLoose();
    if (!inRow) this.openSection(tag, this.#out.attributes(element, tag));
    for (const child of element.children) this.add(child);
    if (!inRow) this.closeSection();
    this.#severLoose();
  }

  #addColumns(element: XmlElement, tag: 'col' | 'colgroup'): void {
    const loose: (XmlElement | string)[] = [];
    this.#severLoose();
    const attributes = this.#out.attributes(element, tag);
    let inner = '';
    for (const child of element.children) {
      if (tag === 'colgroup' && typeof child !== 'string' && localName(child) === 'col') {
        inner += `<col${this.#out.attributes(child, 'col')}/>`;
        loose.push(...child.children);
      } else loose.push(child);
    }
    if (this.#body === '') this.#columns = joinedColumns(this.#columns, tag, attributes, inner);
    for (const child of loose) {
      this.add(child);
      this.#severLoose();
    }
  }

  #addCaption(element: XmlElement): void {
    const late = this.#body !== '' || this.#caption !== '' || this.#row || this.#section;
    if (late) this.#loose(element);
    else {
      const attributes = this.#out.attributes(element, 'caption');
      this.#caption = `<caption${attributes}>${this.#out.phrase(element)}</caption>`;
    }
  }

  #loose(child: XmlElement | string): void {
    const first = this.#body === '' && this.#caption === '' && !this.#row && this.#stray === '';
    if (first) this.#before += this.#out.node(child);
    else this.#stray += this.#out.node(child);
  }

  // Loose words of two parts of the table are not one word.
  #severLoose(): void {
    if (this.#before !== '' && !this.#before.endsWith(' ')) this.#before += ' ';
    if (this.#stray !== '' && !this.#stray.endsWith(' ')) this.#stray += ' ';
  }

  #flushStray(): void {
    const stray = this.#stray;
    this.#stray = '';
    if (isBlank(stray)) return;
    this.#startRow();
    this.#body += `<td>${stray}</td>`;
  }

  #startRow(): void {
    this.#startSection();
    this.#row ??= { start: '<tr>', open: false, given: false };
    if (this.#row.open) return;
    this.#body += this.#row.start;
    this.#row.open = true;
  }

  #startSection(): void {
    this.#section ??= { tag: 'tbody', start: '<tbody>', open: false };
    if (this.#section.open) return;
    this.#body += this.#section.start;
    this.#section.open = true;
    this.#reached = sections[this.#section.tag];
  }
}

function isSection(name: string): name is Section {
  return Object.hasOwn(sections, name);
}

// A table has either groups of columns or bare columns.
function joinedColumns(columns: string, tag: 'col' | 'colgroup', attributes: string, inner: string): string {
  const bare = columns === '' || columns.endsWith('/>');
  if (tag === 'col')
    return columns + (bare ? `<col${attributes}/>` : `<colgroup><col${attributes}/></colgroup>`);
  const before = bare && columns !== '' ? `<colgroup>${columns}</colgroup>` : columns;
  return `${before}<colgroup${attributes}>${inner}</colgroup>`;
}
