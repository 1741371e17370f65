import type { XmlElement } from '../../xml/element.ts';
import { isRemarkable, withoutControls } from './escape.ts';
import { localName } from './local-name.ts';
import { isPreformatted, preformattedLines } from './preformatted.ts';
import { isBlank } from './rendering.ts';

const gaps: ReadonlyMap<string, string> = new Map([
  ...[
    'br',
    'hr',
    'paragraph',
    'p',
    'div',
    'title',
    'list',
    'item',
    'ul',
    'ol',
    'li',
    'dl',
    'dt',
    'dd',
    'pre',
  ].map((name) => [name, '\n'] as const),
  ...['table', 'thead', 'tfoot', 'tbody', 'tr', 'caption', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map(
    (name) => [name, '\n'] as const,
  ),
  ['td', ' | '],
  ['th', ' | '],
]);

/**
 * The text of an element as a person would write it down: white space folded, a line for each block, cells set
 * apart by bars. What was deleted inside it is no longer said and stays out; so do references to footnotes.
 */
export function plainText(element: XmlElement): string {
  const writer = new PlainText();
  writer.children(element);
  return writer.text;
}

class PlainText {
  text = '';
  /** What stands between the last word and the next. */
  #gap = '';

  children(element: XmlElement): void {
    for (const child of element.children) {
      if (typeof child === 'string') this.#run(child);
      else this.#element(child);
    }
  }

  #element(element: XmlElement): void {
    const name = localName(element);
    if (name === 'footnoteRef' || isDeleted(element, name)) return;
    if (name === 'footnote') {
      this.#word(' [');
      this.children(element);
      this.#gap = '';
      this.#word(']');
      return;
    }
    const gap = gaps.get(name) ?? '';
    this.#widen(gap);
    this.children(element);
    this.#widen(gap);
  }

  #run(run: string): void {
    if (isBlank(run)) {
      if (run !== '') this.#widen(' ');
      return;
    }
    if (run.charCodeAt(0) <= 0x20) this.#widen(' ');
    this.#word(folded(run));
    if (run.charCodeAt(run.length - 1) <= 0x20) this.#widen(' ');
  }

  #word(word: string): void {
    this.text += this.text === '' ? word.trimStart() : this.#gap + word;
    this.#gap = '';
  }

  // The strongest gap wins: a line over a bar over a space.
  #widen(gap: string): void {
    if (gap === '\n' || this.#gap === '' || (gap === ' | ' && this.#gap === ' '))
      this.#gap = gap || this.#gap;
  }
}

function folded(run: string): string {
  const text = run.trim();
  if (!isRemarkable(text)) return text;
  if (isPreformatted(run)) return withoutControls(preformattedLines(run).join('\n'));
  return withoutControls(text.replace(/[ \t\r\n]+/g, ' '));
}

function isDeleted(element: XmlElement, name: string): boolean {
  return (
    name === 'del' ||
    name === 's' ||
    name === 'strike' ||
    element.attributes.revised?.toLowerCase() === 'delete'
  );
}
