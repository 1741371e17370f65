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
  let words = '';
  for (let at = 0; at < text.length; ) {
    const found = text[at] === '$' ? columnAt(text.slice(at)) : undefined;
    if (found) {
      if (words !== '') parts.push(words);
      words = '';
      parts.push(found.column);
      at += found.length;
    } else {
      words += text[at];
      at += text.startsWith('$$', at) ? 2 : 1;
    }
  }
  return words === '' ? parts : [...parts, words];
}

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
