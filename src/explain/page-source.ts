import type { Answer } from './explain.ts';

/** One line of a source with the values that come from it. */
export interface SourceLine {
  readonly id: string;
  readonly number: number;
  readonly html: string;
  /** The values, by their position among the answers. */
  readonly values: readonly number[];
}

/** The lines of one source that are shown, in parts without gaps. */
export interface SourceHunks {
  readonly file: string;
  readonly parts: readonly (readonly SourceLine[])[];
  idOf(line: number): string | undefined;
}

/** So many lines stand around one that gives a value. */
const around = 3;
/** A document without line breaks has one line of all of it. */
const longestLine = 2000;

/** The lines that give values, and those around them. */
export function hunksOf(
  answers: readonly Answer[],
  lines: ReadonlyMap<string, readonly string[]>,
): SourceHunks[] {
  return [...lines].flatMap(([file, all], index) => {
    const used = usedLines(answers, file);
    if (used.size === 0) return [];
    const shown = shownLines([...used.keys()], all.length);
    const idOf = (number: number) => `s${index}-${number}`;
    const lineOf = (number: number): SourceLine => {
      const { values, literals } = used.get(number) ?? { values: [], literals: [] };
      return { id: idOf(number), number, values, html: marked(all[number - 1] ?? '', literals) };
    };
    return [
      {
        file,
        parts: withoutGaps(shown).map((part) => part.map(lineOf)),
        idOf: (number) => (used.has(number) ? idOf(number) : undefined),
      },
    ];
  });
}

interface Used {
  readonly values: number[];
  readonly literals: string[];
}

function usedLines(answers: readonly Answer[], file: string): Map<number, Used> {
  const spots = answers.flatMap((answer, index) =>
    answer.file === file ? answer.spots.map(({ line, literal }) => ({ line, literal, index })) : [],
  );
  const byLine = Map.groupBy(spots, ({ line }) => line);
  return new Map(
    [...byLine].map(([line, own]) => [
      line,
      {
        values: [...new Set(own.map(({ index }) => index))],
        literals: own.flatMap(({ literal }) => literal || []),
      },
    ]),
  );
}

const shownLines = (used: readonly number[], last: number): number[] =>
  [...new Set(used.flatMap((line) => Array.from({ length: 2 * around + 1 }, (_, i) => line - around + i)))]
    .filter((line) => line >= 1 && line <= last)
    .toSorted((a, b) => a - b);

function withoutGaps(lines: readonly number[]): number[][] {
  const parts: number[][] = [];
  for (const line of lines) {
    const part = parts.at(-1);
    if (part && part.at(-1) === line - 1) part.push(line);
    else parts.push([line]);
  }
  return parts;
}

/** A line as HTML, its literals marked; of a very long one what stands around the first of them. */
function marked(line: string, literals: readonly string[]): string {
  const text = cut(line.replace(/\r$/, ''), literals[0] ?? '');
  const ordered = [...new Set(literals)].toSorted((a, b) => b.length - a.length).map(escapePattern);
  if (ordered.length === 0) return escapeHtml(text);
  const pieces = text.split(new RegExp(`(${ordered.join('|')})`));
  return pieces
    .map((piece, index) => (index % 2 ? `<mark>${escapeHtml(piece)}</mark>` : escapeHtml(piece)))
    .join('');
}

function cut(line: string, literal: string): string {
  if (line.length <= longestLine) return line;
  const from = Math.max(0, line.indexOf(literal) - longestLine / 4);
  return `…${line.slice(from, from + longestLine)}…`;
}

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Text as HTML. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
