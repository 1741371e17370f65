import { hasRightToLeft, levelsOf } from './bidi.ts';
import type { Span, Text, Tone } from './blocks.ts';
import type { Face, Fonts, Weight } from './fonts.ts';
import { looks } from './style.ts';

/** Letters of one font, tone and direction that stay together; `space` may end a line, `break` does. */
export interface Piece {
  readonly kind: 'word' | 'space' | 'break';
  readonly text: string;
  readonly face: Face;
  readonly tone: Tone;
  readonly level: number;
  /** In parts of the font size, the tone's own size counted in. */
  readonly width: number;
  /** What the text was where no font has its letters. */
  readonly instead?: string;
}

/** What is drawn for letters that no font has. */
const substitute = '\u25a1';

/** Letters of scripts that need no space to end a line. */
const unspaced = '\\u2e80-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\uff00-\\uffef';
const tokens = new RegExp(`\\n|[ \\t]+|[${unspaced}]|[^\\s${unspaced}]+|\\s`, 'gu');

/** Marks that order or join text and have no shape; without them nothing can reorder what is read. */
// biome-ignore lint/suspicious/noMisleadingCharacterClass: each of these stands alone.
const shapeless = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufe00-\ufe0f\ufff9-\ufffb]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g;

/** A text as fonts can draw it: composed letters, and none that control. */
export const drawable = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(controls, '')
    .replace(shapeless, '')
    .replace(/\t/g, '    ');

export const spansOf = (text: Text, tone: Tone = 'normal'): readonly Span[] =>
  typeof text === 'string' ? [{ text, tone }] : text;

/** The pieces of a paragraph, and whether it is read from the right. */
export interface Pieces {
  readonly pieces: readonly Piece[];
  readonly base: number;
}

/** Cuts a paragraph into pieces. */
export function piecesOf(text: Text, fonts: Fonts, weight?: Weight): Pieces {
  const spans = spansOf(text).map((span) => ({ ...span, text: drawable(span.text) }));
  const whole = spans.map(({ text }) => text).join('');
  const bidi = hasRightToLeft(whole) ? levelsOf(whole) : undefined;
  const pieces: Piece[] = [];
  let at = 0;
  for (const { text, tone } of spans) {
    const faces = fonts[weight ?? looks[tone].weight];
    for (const part of partsOf(text, bidi?.levels, at)) pieces.push(...piecesIn(part, tone, faces));
    at += text.length;
  }
  return { pieces, base: bidi?.base ?? 0 };
}

/** Words and spaces, each of one direction; `at` is where the text starts in its paragraph. */
function partsOf(text: string, levels: Uint8Array | undefined, at: number): Part[] {
  return [...text.matchAll(tokens)].flatMap(({ 0: token, index }) =>
    levels ? partsByLevel(token, levels, at + index) : [{ text: token, level: 0 }],
  );
}

interface Part {
  readonly text: string;
  readonly level: number;
}

function partsByLevel(token: string, levels: Uint8Array, at: number): Part[] {
  const parts: Part[] = [];
  for (let start = 0; start < token.length; ) {
    const level = levels[at + start] ?? 0;
    let end = start + 1;
    while (end < token.length && levels[at + end] === level) end++;
    parts.push({ text: token.slice(start, end), level });
    start = end;
  }
  return parts;
}

const [noFace]: readonly Face[] = [];

function piecesIn({ text, level }: Part, tone: Tone, faces: readonly Face[]): Piece[] {
  const face = faces[0] ?? noFace;
  if (!face) throw new RangeError('a document is drawn with one font at least');
  if (text === '\n') return [{ kind: 'break', text, face, tone, level, width: 0 }];
  const kind = /^\s+$/.test(text) ? 'space' : 'word';
  const shown = kind === 'space' ? text.replace(/[^\u00a0]/g, ' ') : text;
  const piece = (text: string, face: Face, instead?: string): Piece => ({
    kind,
    text,
    face,
    tone,
    level,
    width: face.typeface.width(text) * looks[tone].size,
    ...(instead === undefined ? {} : { instead }),
  });
  if (coversAll(face, shown)) return [piece(shown, face)];
  return byFace(shown, faces).map((run) => piece(run.text, run.face, run.instead));
}

const coversAll = ({ typeface }: Face, text: string): boolean => {
  for (const one of text) if (!typeface.covers(one.codePointAt(0) ?? 0)) return false;
  return true;
};

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

interface Run {
  text: string;
  face: Face;
  instead?: string;
}

/** A word in the fonts that have its letters; neighbours of one font stay together, as their shapes may join. */
function byFace(text: string, faces: readonly Face[]): Run[] {
  const runs: Run[] = [];
  for (const { segment } of graphemes.segment(text)) {
    const last = runs.at(-1);
    const next = runOf(segment, faces, last);
    if (next === last) next.text += segment;
    else runs.push(next);
  }
  return runs;
}

/** The run that goes on, where its font has the letter too, or a new one. */
function runOf(segment: string, faces: readonly Face[], last: Run | undefined): Run {
  if (last && last.instead === undefined && coversAll(last.face, segment)) return last;
  const face = faces.find((one) => coversAll(one, segment));
  return face ? { text: segment, face } : substituted(segment, faces);
}

function substituted(segment: string, faces: readonly Face[]): Run {
  const face = faces.find((one) => coversAll(one, substitute)) ?? faces[0];
  if (!face) throw new RangeError('a document is drawn with one font at least');
  return { text: coversAll(face, substitute) ? substitute : '?', face, instead: segment };
}
