import type { Node } from './tree.ts';

/** Text as YAML takes it: plain where it can be, else in quotes. */
export function scalar(text: string): string {
  const isPlain = /^[A-Za-z_$][\w$ ./:()-]*$/.test(text) && !/: |:$| #|\s$/.test(text);
  const isWord = /^(true|false|yes|no|on|off|null|y|n)$/i.test(text);
  return isPlain && !isWord ? text : JSON.stringify(text);
}

/** A list in one line. */
export const list = (texts: readonly string[]): string => `[${texts.map(scalar).join(', ')}]`;

/** A comment far enough to the right to be passed over. */
export const commented = (line: string, comment: string | undefined): string =>
  comment === undefined ? line : `${line.padEnd(48)} # ${comment}`;

/** The lines of a node's fields or items, indented. */
export function linesOf(node: Node, indent: number): string[] {
  if ('value' in node) return [];
  const pad = ' '.repeat(indent);
  if ('fields' in node)
    return [...node.fields].flatMap(([name, one]) => fieldLines(`${pad}${scalar(name)}:`, one, indent));
  return [...node.items.values()].flatMap((one) => itemLines(one, indent));
}

function fieldLines(start: string, node: Node, indent: number): string[] {
  if ('value' in node) return [commented(`${start} ${node.value}`, node.comment)];
  return [start, ...linesOf(node, indent + 2)];
}

function itemLines(node: Node, indent: number): string[] {
  const pad = ' '.repeat(indent);
  if ('value' in node) return [commented(`${pad}- ${node.value}`, node.comment)];
  const [first = '', ...rest] = linesOf(node, indent + 2);
  return [`${pad}- ${first.trimStart()}`, ...rest];
}
