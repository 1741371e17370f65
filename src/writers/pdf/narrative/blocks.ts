import type { Block, Cell, Span, Tone } from '../../../document/index.ts';
import { narrativeTable } from './table.ts';
import { type Node, narrativeTree } from './tree.ts';

/** A narrative as blocks: tables as tables, lists as lists, set columns as they were set. */
export function narrativeBlocks(xhtml: string): Block[] {
  return blocksIn(narrativeTree(xhtml).children, 'normal');
}

/** The words of a narrative alone. */
export const narrativeText = (xhtml: string): string =>
  textIn(narrativeTree(xhtml).children).replace(/\s+/g, ' ').trim();

const textIn = (nodes: Node['children']): string =>
  nodes.map((node) => (typeof node === 'string' ? node : ` ${textIn(node.children)} `)).join('');

const blockElements = new Set([
  'div',
  'p',
  'ul',
  'ol',
  'table',
  'blockquote',
  'hr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'img',
]);
const strong = new Set(['b', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'caption', 'th']);

const isBlock = (node: Node | string): node is Node =>
  typeof node !== 'string' && (blockElements.has(node.name) || node.children.some(isBlock));

function toneOf({ name, attributes }: Node, tone: Tone): Tone {
  if (/line-through/.test(attributes['style'] ?? '')) return 'struck';
  return strong.has(name) || /font-weight: bold/.test(attributes['style'] ?? '') ? 'term' : tone;
}

/** Neighbouring text makes one paragraph; what is a block stands for itself. */
export function blocksIn(nodes: Node['children'], tone: Tone): Block[] {
  const blocks: Block[] = [];
  let inline: (Node | string)[] = [];
  const flush = () => {
    blocks.push(...paragraph(inline, tone));
    inline = [];
  };
  for (const node of nodes) {
    if (!isBlock(node)) inline.push(node);
    else {
      flush();
      blocks.push(...blockOf(node, tone));
    }
  }
  flush();
  return blocks;
}

function blockOf(node: Node, tone: Tone): Block[] {
  const { name, attributes, children } = node;
  switch (name) {
    case 'ul':
    case 'ol': {
      const items = children.flatMap((one) =>
        typeof one === 'string' ? [] : [blocksIn(one.children, tone)],
      );
      const said = items.filter((one) => one.length > 0);
      return said.length > 0 ? [{ block: 'list', ordered: name === 'ol', items: said }] : [];
    }
    case 'table':
      return narrativeTable(node, (cell, isHeader) => cellOf(cell, isHeader));
    case 'img':
      return [pictureOf(attributes)];
    case 'hr':
      return [];
    default:
      return blocksIn(children, toneOf(node, tone));
  }
}

function pictureOf({ src = '', alt = '' }: Node['attributes']): Block {
  const [, data] = /^data:image\/[a-z]+;base64,(.+)$/s.exec(src) ?? [];
  return { block: 'picture', data, words: alt || 'picture' };
}

/** A cell's paragraphs; blocks inside one are lines of it. */
function cellOf({ children }: Node, isHeader: boolean): Cell {
  const text = blocksIn(children, isHeader ? 'term' : 'normal').flatMap(linesOf);
  return { text, header: isHeader || undefined };
}

function linesOf(block: Block): Cell['text'] {
  switch (block.block) {
    case 'paragraph':
      return [block.text];
    case 'preformatted':
      return block.text.split('\n');
    case 'list':
      return block.items.flatMap((item, index) => {
        const sign = block.ordered ? `${index + 1}. ` : '• ';
        return item.flatMap(linesOf).map((line, at) => (at === 0 ? prefixed(sign, line) : line));
      });
    case 'table':
      return [...(block.head ?? []), ...block.rows].map((row) =>
        row.flatMap(({ text }, index): Span[] => [
          ...(index > 0 ? [{ text: ' | ', tone: 'quiet' as const }] : []),
          ...text.flatMap(spans),
        ]),
      );
    case 'picture':
      return [block.words];
    default:
      return [];
  }
}

const spans = (text: Cell['text'][number]): readonly Span[] =>
  typeof text === 'string' ? [{ text, tone: 'normal' }] : text;

const prefixed = (sign: string, text: Cell['text'][number]): readonly Span[] => [
  { text: sign, tone: 'normal' },
  ...spans(text),
];

function paragraph(nodes: readonly (Node | string)[], tone: Tone): Block[] {
  const runs = nodes.flatMap((node) => runsOf(node, { tone, isPre: false }));
  const whole = runs.map(({ text }) => text).join('');
  if (whole.trim() === '') return [];
  // Columns that were set with spaces keep them.
  if (/\n/.test(whole) && /\S[ \u00a0]{3,}\S/.test(whole)) {
    return [{ block: 'preformatted', text: whole.replace(/^\n+|\s+$/g, '') }];
  }
  return [{ block: 'paragraph', text: trimmed(runs) }];
}

interface Look {
  readonly tone: Tone;
  readonly isPre: boolean;
}

/** Text with its tone; white space folds as in HTML, unless it is said to count. */
function runsOf(node: Node | string, { tone, isPre }: Look): Span[] {
  if (typeof node === 'string') {
    return [{ text: isPre ? node : node.replace(/[ \t\r\n]+/g, ' '), tone }];
  }
  if (node.name === 'br') return [{ text: '\n', tone }];
  const look = {
    tone: toneOf(node, tone),
    isPre: isPre || /white-space: pre/.test(node.attributes['style'] ?? ''),
  };
  if (node.name === 'sup' || node.name === 'sub') return [{ text: textIn(node.children), tone }];
  return node.children.flatMap((one) => runsOf(one, look));
}

/** Runs of one tone joined, without the spaces at both ends and at the breaks. */
function trimmed(runs: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const { text, tone } of runs) {
    const last = joined.at(-1);
    if (last?.tone === tone) joined[joined.length - 1] = { text: last.text + text, tone };
    else joined.push({ text, tone });
  }
  return joined
    .map(({ text, tone }, index) => {
      const inner = text.replace(/ *\n */g, '\n').replace(/ {2,}/g, ' ');
      const start = index === 0 ? inner.trimStart() : inner;
      return { text: index === joined.length - 1 ? start.trimEnd() : start, tone };
    })
    .filter(({ text }) => text !== '');
}
