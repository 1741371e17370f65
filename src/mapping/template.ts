import type { ColumnRef, Template } from './record-rule.ts';

const name = '[\\p{L}_][\\p{L}\\p{N}_]*';
const first = new RegExp(`^\\$(?:(${name})|\\{([^}]+)\\})`, 'u');
const next = { plain: new RegExp(`^\\.(${name})`, 'u'), braced: /^\.\{([^}]+)\}/u };

/**
 * The column that a text begins with, and how long its name is: `$COLUMN`, `${Column with spaces}`, through links
 * `$LINK.COLUMN`, `$LINK.{Column with spaces}`. A dot after braces belongs to the text: `${name}.pdf`.
 */
function columnAt(text: string): { column: ColumnRef; length: number } | undefined {
  const [whole, bare, long = ''] = first.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const path = [bare ?? long.trim()];
  let length = whole.length;
  for (;;) {
    const rest = text.slice(length);
    const more = next.braced.exec(rest) ?? (bare === undefined ? undefined : next.plain.exec(rest));
    if (!more?.[1]) return { column: { path }, length };
    path.push(more[1].trim());
    length += more[0].length;
  }
}

/** A text in which `$COLUMN` stands for a cell; `$$` is a dollar. */
export function readTemplate(text: string): Template {
  const parts: (string | ColumnRef)[] = [];
  const say = (words: string): void => {
    const last = parts.at(-1);
    if (typeof last === 'string') parts[parts.length - 1] = last + words;
    else if (words !== '') parts.push(words);
  };
  let rest = text;
  while (rest !== '') {
    const found = columnAt(rest);
    if (found) parts.push(found.column);
    else say(rest.startsWith('$') ? '$' : (/^[^$]+/.exec(rest)?.[0] ?? ''));
    rest = rest.slice(found?.length ?? lengthOfWords(rest));
  }
  return parts;
}

/** How much of a text that begins with no column is taken at once. */
const lengthOfWords = (rest: string): number =>
  rest.startsWith('$$') ? 2 : rest.startsWith('$') ? 1 : (/^[^$]+/.exec(rest)?.[0].length ?? 1);

/** The column that a text is, where it is one alone. */
export function readColumn(text: string): ColumnRef | undefined {
  const [only, ...others] = readTemplate(text);
  return typeof only === 'object' && others.length === 0 ? only : undefined;
}

/** How a column is written in a mapping. */
export function columnText({ path }: ColumnRef): string {
  const [start = '', ...rest] = path;
  const isBare = (part: string) => new RegExp(`^${name}$`, 'u').test(part);
  const others = rest.map((part) => (isBare(part) && isBare(start) ? `.${part}` : `.{${part}}`));
  return `$${isBare(start) ? start : `{${start}}`}${others.join('')}`;
}
