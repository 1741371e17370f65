import { visualOrder } from './bidi.ts';
import type { Piece, Pieces } from './pieces.ts';

/** A piece and where it stands from the left of its line, in parts of the font size. */
export type Placed = Piece & { readonly offset: number };

/** One line of a paragraph: its pieces in the order in which they are read, its width in parts of the font size. */
export interface Line {
  readonly pieces: readonly Placed[];
  readonly width: number;
  /** Read from the right, and standing there. */
  readonly fromRight: boolean;
}

/** Breaks a paragraph into lines of at most `limit`, in parts of the font size; there is one line at least. */
export function wrap({ pieces, base }: Pieces, limit: number): Line[] {
  const lines = new Lines(limit);
  for (const word of wordsOf(pieces)) {
    const kind = word[0]?.kind;
    if (kind === 'break') lines.end();
    else if (kind === 'space') lines.space(word);
    else lines.word(word);
  }
  return lines.all.map((line) => lineOf(line, base));
}

/** Lines that are being filled. */
class Lines {
  readonly #lines: Piece[][] = [[]];
  readonly #limit: number;
  #width = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Without the empty one that a last break leaves. */
  get all(): readonly Piece[][] {
    return this.#lines.length > 1 && this.#lines.at(-1)?.length === 0
      ? this.#lines.slice(0, -1)
      : this.#lines;
  }

  end(): void {
    this.#lines.push([]);
    this.#width = 0;
  }

  /** Spaces never start a line that we broke. */
  space(pieces: readonly Piece[]): void {
    if (this.#width > 0 || this.#lines.length === 1) this.#add(pieces);
  }

  word(pieces: readonly Piece[]): void {
    for (const part of widthOf(pieces) > this.#limit ? broken(pieces, this.#limit) : [pieces]) {
      if (this.#width > 0 && this.#width + widthOf(part) > this.#limit) this.end();
      this.#add(part);
    }
  }

  #add(pieces: readonly Piece[]): void {
    this.#lines.at(-1)?.push(...pieces);
    this.#width += widthOf(pieces);
  }
}

const widthOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { width }) => sum + width, 0);

/** Neighbouring pieces without a space between them break together, and so do a number and its unit. */
function* wordsOf(pieces: readonly Piece[]): Generator<Piece[]> {
  let word: Piece[] = [];
  for (const [index, piece] of pieces.entries()) {
    const isWord = piece.kind === 'word' && word[0]?.kind === 'word';
    const joins =
      (isWord && !mayBreakBetween(word.at(-1), piece)) || isInAmount(piece, word.at(-1), pieces[index + 1]);
    if (!joins && word.length > 0) {
      yield word;
      word = [];
    }
    word.push(piece);
  }
  if (word.length > 0) yield word;
}

const unit =
  /^(?:[mµkcdn]?(?:g|L|l|mol|m|U|IU)(?:\/\S+)?|mcg(?:\/\S+)?|mEq(?:\/\S+)?|mmHg|units?(?:\/\S+)?|10[³⁶⁹]\S*)[,.;)]*$/u;

/** Whether a piece is the space between a number and its unit. */
const isInAmount = (piece: Piece, number: Piece | undefined, next: Piece | undefined): boolean =>
  piece.text === ' ' && /\d$/.test(number?.text ?? '') && unit.test(next?.text ?? '');

const ideograph = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/;

const mayBreakBetween = (one: Piece | undefined, other: Piece): boolean =>
  ideograph.test(one?.instead ?? one?.text ?? '') && ideograph.test(other.instead ?? other.text);

/** A word that no line holds: broken behind the signs where the eye allows it, else between letters. */
function broken(word: readonly Piece[], limit: number): Piece[][] {
  return word.flatMap((piece) => {
    if (piece.width <= limit || piece.instead !== undefined) return [[piece]];
    const parts = piece.text.split(/(?<=[-/_;:@?&=|+])|(?<=[.,])(?!\d)/u);
    return parts.flatMap((part) => lettersOf({ ...piece, ...sized(piece, part) }, limit).map((one) => [one]));
  });
}

const sized = (piece: Piece, text: string) => ({
  text,
  width: piece.width * (piece.face.typeface.width(text) / (piece.face.typeface.width(piece.text) || 1)),
});

function lettersOf(piece: Piece, limit: number): Piece[] {
  if (piece.width <= limit) return [piece];
  const each = Math.max(1, Math.floor((piece.text.length * limit) / piece.width) - 1);
  const letters = [...piece.text];
  const parts: Piece[] = [];
  for (let at = 0; at < letters.length; at += each) {
    parts.push({ ...piece, ...sized(piece, letters.slice(at, at + each).join('')) });
  }
  return parts;
}

function lineOf(pieces: readonly Piece[], base: number): Line {
  const last = pieces.findLastIndex(({ kind }) => kind !== 'space');
  const kept = pieces.slice(0, last + 1);
  return { pieces: placed(kept), width: widthOf(kept), fromRight: base === 1 };
}

/** Pieces stand in the order in which the eye meets them, and keep that in which they are read. */
function placed(pieces: readonly Piece[]): Placed[] {
  const offsets = new Map<Piece, number>();
  let offset = 0;
  for (const piece of pieces.some(({ level }) => level > 0) ? visualOrder(pieces) : pieces) {
    offsets.set(piece, offset);
    offset += piece.width;
  }
  return pieces.map((piece) => ({ ...piece, offset: offsets.get(piece) ?? 0 }));
}
