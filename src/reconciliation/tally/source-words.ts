import type { SourcePoint } from '../../record/index.ts';

const longest = 40;

/** The source's own word at a point: a code as it stands, the text of a cell in quotes. */
export function wordAt(point: SourcePoint): string | undefined {
  const { code, value, nullFlavor } = point.attributes ?? {};
  if (code !== undefined) return short(code);
  if (nullFlavor !== undefined) return `nullFlavor ${nullFlavor}`;
  return quoted(value ?? point.text?.());
}

/** Words of a vocabulary are short; whatever is longer was written for people, and might be about one. */
function short(text: string): string | undefined {
  const word = text.trim().replace(/\s+/g, ' ');
  return word === '' ? undefined : word.length > longest ? '(text)' : word;
}

function quoted(text = ''): string | undefined {
  const word = short(text);
  return word === undefined || word === '(text)' ? word : `“${word}”`;
}

/** The source's own text of the time at which something was or began. */
export function timeAt(point: SourcePoint): string | undefined {
  const of = (one: SourcePoint | undefined) => one?.attributes?.['value'] ?? one?.text?.().trim();
  for (const one of [point, point.first?.('low'), point.first?.('center'), point.first?.('high')]) {
    const text = of(one);
    if (text) return text;
  }
  return undefined;
}

/** The year that a time is of; nothing where its text names none of four digits. */
export function yearIn(text: string): string | undefined {
  const trimmed = text.trim();
  const [year] = /^\d{4}(?!\d\/)/.exec(trimmed) ?? /\b(1[89]|20)\d{2}\b/.exec(trimmed) ?? [];
  return year;
}
