import type { SourceLiteral } from '../../reader.ts';
import type { XmlElement } from '../../xml/element.ts';

/** What finding literals needs of their document. */
export interface Find {
  /** The lines of the file. */
  readonly lines: readonly string[];
  /** The element that an ID names. */
  target(id: string): XmlElement | undefined;
}

/** Attributes that place or declare and say nothing of the patient. */
const silent = /^(ID|xmlns.*|xsi:schemaLocation|styleCode|border|width)$/;
/** Elements that only say by which template something is written. */
const formal = new Set(['templateId', 'realmCode', 'typeId']);
/** Where statements hang in others and in sections. */
const joints = new Set(['entry', 'entryRelationship', 'component']);

/** The literals of one element: its attributes and its own text. */
export function literalsOf(element: XmlElement, { lines }: Find): SourceLiteral[] {
  const literal = (name: string, text: string): SourceLiteral => ({
    at: element,
    name,
    text,
    line: lineOf(lines, element, { name, text }),
  });
  const attributes = Object.entries(element.attributes)
    .filter(([name]) => !silent.test(name))
    .map(([name, text]) => literal(`@${name}`, text));
  const words = element.children
    .filter((child) => typeof child === 'string' && child.trim() !== '')
    .map((child) => literal('text()', child as string));
  return [...attributes, ...words];
}

/** The literals of an element and all in it, and of the narrative that it refers to; of a document without its entries. */
export function literalsIn(element: XmlElement, find: Find): SourceLiteral[] {
  if (formal.has(element.name)) return [];
  const inside = element
    .elements()
    .filter((child) => element.name !== 'section' || child.name !== 'entry')
    .flatMap((child) => literalsIn(child, find));
  return [...literalsOf(element, find), ...inside, ...referenced(element, find)];
}

function referenced(element: XmlElement, find: Find): SourceLiteral[] {
  const value = element.name === 'reference' ? element.attributes['value'] : undefined;
  if (!value?.startsWith('#')) return [];
  const target = find.target(value.slice(1));
  return target ? literalsIn(target, find) : [];
}

/** The literals of what holds an element, without the statements beside it. */
export function literalsAround(element: XmlElement, find: Find): SourceLiteral[] {
  const found: SourceLiteral[] = [];
  for (let above = element.parent; above; above = above.parent) {
    const own = above
      .elements()
      .filter((child) => !joints.has(child.name) && !(child.name === 'text' && above?.name === 'section'));
    found.push(...literalsOf(above, find), ...own.flatMap((child) => literalsIn(child, find)));
  }
  return found;
}

/** How far a tag or its text is followed to the line on which a literal stands. */
const reach = 40;

/** The line of a literal: where the element begins, or below where its tag or text has more lines. */
function lineOf(
  lines: readonly string[],
  { line: first, name: tag }: XmlElement,
  literal: Pick<SourceLiteral, 'name' | 'text'>,
): number {
  const words = beginningOf(literal);
  const end = `</${tag.replace(/^.*:/, '')}>`;
  for (let line = first; line < first + reach && line <= lines.length; line++) {
    const text = lines[line - 1] ?? '';
    if (unescaped(text).includes(words)) return line;
    if (text.includes(end)) break;
  }
  return first;
}

/** What a literal begins with on its line; the line breaks of an attribute are spaces when it is read. */
function beginningOf({ name, text }: Pick<SourceLiteral, 'name' | 'text'>): string {
  const [first = ''] = text.trim().split(name === 'text()' ? '\n' : /\s/);
  return first.trim();
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

const unescaped = (text: string): string =>
  text.replace(/&(lt|gt|quot|apos|amp);/g, (whole, name: string) => entities[name] ?? whole);
