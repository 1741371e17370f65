import { SaxesParser } from 'saxes';
import { allowedAttributes, allowedElements } from '../../src/readers/ccda/narrative/allowed.ts';
import { withoutControls } from '../../src/readers/ccda/narrative/escape.ts';
import type { XmlElement } from '../../src/readers/xml/element.ts';

const phrase = 'p span a b i sub sup h1 h2 h3 h4 h5 h6 caption';
const phraseContent = new Set('br span a b i sub sup img #text'.split(' '));
const flow = new Set([...phraseContent, ...'div p h1 h2 h3 h4 h5 h6 hr ul ol table'.split(' ')]);

/** What each element may hold, by the strict content model. */
const content = new Map<string, ReadonlySet<string>>([
  ...phrase.split(' ').map((tag) => [tag, phraseContent] as const),
  ...'div li td th'.split(' ').map((tag) => [tag, flow] as const),
  ...'br hr img col'.split(' ').map((tag) => [tag, new Set<string>()] as const),
  ...'ul ol'.split(' ').map((tag) => [tag, new Set(['li'])] as const),
  ...'thead tbody tfoot'.split(' ').map((tag) => [tag, new Set(['tr'])] as const),
  ['tr', new Set(['td', 'th'])],
  ['colgroup', new Set(['col'])],
  ['table', new Set(['caption', 'col', 'colgroup', 'thead', 'tfoot', 'tbody'])],
]);
const needsChild = new Set(['ul', 'ol', 'table', 'thead', 'tbody', 'tfoot', 'tr']);
const order = ['caption', 'col', 'colgroup', 'thead', 'tfoot', 'tbody'];

/** All that is wrong with a narrative: form, elements, attributes, content model, ids and links. */
export function faultsOf(xhtml: string): string[] {
  const check = new Check();
  const saxes = new SaxesParser({ xmlns: false });
  saxes.on('error', (error) => check.faults.push(`not well-formed: ${error.message}`));
  saxes.on('text', (text) => check.text(text));
  saxes.on('opentag', ({ name, attributes }) => check.start(name, attributes));
  saxes.on('closetag', () => check.end());
  saxes.write(xhtml).close();
  return check.all();
}

class Check {
  readonly faults: string[] = [];
  readonly #open: { tag: string; children: string[] }[] = [];
  readonly #ids = new Set<string>();
  readonly #links: string[] = [];

  text(text: string): void {
    const parent = this.#open.at(-1);
    if (parent && text !== '' && !content.get(parent.tag)?.has('#text'))
      this.faults.push(`text in ${parent.tag}`);
  }

  start(tag: string, attributes: Record<string, string>): void {
    const parent = this.#open.at(-1);
    parent?.children.push(tag);
    if (!allowedElements.has(tag)) this.faults.push(`element ${tag}`);
    if (parent && !content.get(parent.tag)?.has(tag)) this.faults.push(`${tag} in ${parent.tag}`);
    if (tag === 'a' && this.#open.some((above) => above.tag === 'a')) this.faults.push('a in a');
    for (const [name, value] of Object.entries(attributes)) this.#attribute(tag, name, value);
    this.#open.push({ tag, children: [] });
  }

  end(): void {
    const closed = this.#open.pop();
    if (!closed) return;
    if (needsChild.has(closed.tag) && closed.children.length === 0) this.faults.push(`empty ${closed.tag}`);
    if (closed.tag === 'table') this.#table(closed.children);
  }

  all(): string[] {
    return [
      ...this.faults,
      ...this.#links.filter((link) => !this.#ids.has(link)).map(() => 'link to nowhere'),
    ];
  }

  #attribute(tag: string, name: string, value: string): void {
    if (!allowedAttributes.get(tag)?.has(name)) this.faults.push(`attribute ${name} of ${tag}`);
    if (name === 'id') this.#id(value);
    if (name === 'href') this.#href(value);
    if (name === 'src' && !/^data:image\/(png|jpeg|gif|bmp|webp);base64,/.test(value))
      this.faults.push('src');
  }

  #id(value: string): void {
    if (this.#ids.has(value)) this.faults.push('id twice');
    if (!/^[A-Za-z_][\w.-]*$/.test(value)) this.faults.push('id is no XML id');
    this.#ids.add(value);
  }

  #href(value: string): void {
    if (value.startsWith('#')) this.#links.push(value.slice(1));
    else if (!/^(https?|mailto|tel):/i.test(value)) this.faults.push('href');
  }

  #table(children: string[]): void {
    const places = children.map((child) => order.indexOf(child));
    const sorted = places.every((place, index) => index === 0 || place >= (places[index - 1] ?? 0));
    const single = ['caption', 'thead', 'tfoot'].every(
      (tag) => children.filter((child) => child === tag).length < 2,
    );
    if (!sorted || !single) this.faults.push(`table of ${children.join(' ')}`);
  }
}

/** The words between the tags of a narrative, without those that we added. */
export function shownWords(xhtml: string): string[] {
  const words: string[] = [];
  let added = 0;
  const saxes = new SaxesParser({ xmlns: false });
  saxes.on('error', () => undefined);
  saxes.on('opentag', ({ attributes }) => {
    if (added > 0 || attributes.class === 'added') added += 1;
  });
  saxes.on('closetag', () => {
    if (added > 0) added -= 1;
  });
  saxes.on('text', (text) => {
    if (added === 0) words.push(...wordsOf(text));
  });
  saxes.write(xhtml).close();
  return words;
}

/** The words of the source, each text run by itself. */
export function sourceWords(element: XmlElement): string[] {
  return element.children.flatMap((child) =>
    typeof child === 'string' ? wordsOf(withoutControls(child)) : sourceWords(child),
  );
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
