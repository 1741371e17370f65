/** What a path may say of a scan. */
const patternWords = ['mrn', 'date', 'kind', 'title', 'author', 'encounter', 'document', 'page'] as const;

type PatternWord = (typeof patternWords)[number];

/** What the path of a scan says. */
export type PathWords = Readonly<Partial<Record<PatternWord, string>>>;

/** A pattern over paths, as `{mrn}/{date}_{kind}.pdf`. */
export interface ScanPattern {
  /** What a path says; nothing where the pattern does not fit it. */
  match(path: string): PathWords | undefined;
}

const isWord = (word: string): word is PatternWord => (patternWords as readonly string[]).includes(word);

/** Reads a pattern, or says what is wrong with it: `*` stands for anything between two `/`, `{a,b}` for either. */
export function readPattern(text: string): ScanPattern | { readonly fault: string } {
  const words = [...text.matchAll(/\{([^{},]*)\}/g)].map(([, word = '']) => word);
  const unknown = words.find((word) => !isWord(word));
  if (unknown !== undefined) return { fault: `it has no word {${unknown}}` };
  if (new Set(words).size < words.length) return { fault: 'it has a word twice' };
  if (!words.includes('mrn'))
    return { fault: 'it does not say where the number of the patient stands: {mrn}' };
  // Paths are looked at from their end: what stands before the first part of the pattern is free.
  const expression = new RegExp(`^(?:.*/)?${sourceOf(text.replace(/^\.?\//, ''))}$`, 'iu');
  return { match: (path) => wordsIn(expression.exec(path.replaceAll('!/', '/'))) };
}

const part = /\{[^{}]*\}|\*|[^{*]+|\{/g;

function sourceOf(text: string): string {
  return text.replace(part, (one) => {
    if (one === '*') return '[^/]*';
    if (!/^\{.*\}$/.test(one)) return escaped(one);
    const word = one.slice(1, -1);
    if (word.includes(',')) return `(?:${word.split(',').map(escaped).join('|')})`;
    return `(?<${word}>${word === 'page' ? '\\d+' : '[^/]+?'})`;
  });
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

function wordsIn(found: RegExpExecArray | null): PathWords | undefined {
  if (!found) return undefined;
  return Object.fromEntries(Object.entries(found.groups ?? {}).map(([word, text]) => [word, text.trim()]));
}
