import { mirrored } from './bidi.ts';
import type { Face, Fonts } from './fonts.ts';
import type { Element, ElementOptions, Pdf, PdfFont, Position } from './pdfkit.ts';
import type { Piece } from './pieces.ts';
import { type Colour, looks } from './style.ts';
import type { Line, Placed } from './wrap.ts';

/** A word as operators: glyphs with what brings them nearer, or glyphs with places of their own. */
interface Encoded {
  readonly shown: string;
  readonly placed?: readonly { readonly hex: string; readonly position: Position }[];
}

interface Drawn {
  readonly font: PdfFont;
  readonly words: Map<string, Encoded>;
}

/** Draws on the pages of one document; `y` grows downwards. */
export class Canvas {
  readonly pdf: Pdf;
  /** How many letters no font had. */
  substitutes = 0;
  readonly #drawn = new Map<string, Drawn>();

  constructor(pdf: Pdf, fonts: Fonts) {
    this.pdf = pdf;
    for (const { name, typeface } of Object.values(fonts).flat()) pdf.registerFont(name, typeface.font);
  }

  /** An element of the document's tree under another, or at its root. */
  element(tag: string, parent: Element | undefined, options: ElementOptions = {}): Element {
    const element = this.pdf.struct(tag, options);
    if (parent) parent.add(element);
    else this.pdf.addStructure(element);
    return element;
  }

  /** Draws something that belongs to an element. */
  content(element: Element, tag: string, draw: () => void): void {
    const content = this.pdf.markStructureContent(tag);
    draw();
    this.pdf.endMarkedContent();
    element.add(content);
  }

  /** Draws something that says nothing: lines, and what repeats from page to page. */
  artifact(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.pdf.markContent('Artifact', { type });
    draw();
    this.pdf.endMarkedContent();
  }

  /** Draws a line of text whose letters stand on `y`, in the order in which it is read. */
  line({ pieces }: Line, { x, y, size }: { x: number; y: number; size: number }): void {
    for (let at = 0; at < pieces.length; ) {
      const first = pieces[at];
      if (!first) break;
      let end = at + 1;
      while (end < pieces.length && goesOn(pieces[end - 1], pieces[end])) end++;
      const run = pieces.slice(at, end);
      const left = x + first.offset * size;
      this.#run(run, { x: left, y, size });
      const right = left + run.reduce((sum, { width }) => sum + width, 0) * size;
      if (first.tone === 'struck')
        this.rule([left, y - size * 0.28], [right, y - size * 0.28], looks.struck.colour);
      at = end;
    }
  }

  #run(run: readonly Piece[], at: { x: number; y: number; size: number }): void {
    const [first] = run;
    if (!first) return;
    const { font, words } = this.#face(first.face);
    // What a substitute stands for can still be copied and read aloud.
    const actual = first.instead;
    if (actual !== undefined) this.substitutes++;
    if (actual !== undefined) this.pdf.markContent('Span', { actual });
    const encoded = run.map((piece) => encodedIn(words, piece, font));
    const place = {
      y: at.y,
      size: at.size * looks[first.tone].size,
      font: font.id,
      colour: looks[first.tone].colour,
    };
    if (encoded.some(({ placed }) => placed)) this.#each(run, encoded, { ...place, x: at.x, per: at.size });
    else this.pdf.addContent(shownAt(encoded, { ...place, x: at.x }));
    if (actual !== undefined) this.pdf.endMarkedContent();
  }

  /** Words of which some have glyphs with places of their own stand each for itself. */
  #each(
    run: readonly Piece[],
    encoded: readonly Encoded[],
    { per, ...place }: Place & { per: number },
  ): void {
    let { x } = place;
    for (const [index, word] of encoded.entries()) {
      this.pdf.addContent(
        word.placed ? placedAt(word.placed, { ...place, x }) : shownAt([word], { ...place, x }),
      );
      x += (run[index]?.width ?? 0) * per;
    }
  }

  #face({ name }: Face): Drawn {
    const known = this.#drawn.get(name);
    this.pdf.font(name);
    const font = this.pdf._font;
    this.pdf.page.fonts[font.id] ??= font.ref();
    const drawn = known ?? { font, words: new Map() };
    this.#drawn.set(name, drawn);
    return drawn;
  }

  /** A straight line. */
  rule(from: readonly [number, number], to: readonly [number, number], colour: Colour, width = 0.5): void {
    this.pdf.addContent(
      `${rgb(colour, 'RG')} ${width} w ${num(from[0])} ${num(from[1])} m ${num(to[0])} ${num(to[1])} l S`,
    );
  }

  /** A line through points. */
  path(points: readonly (readonly [number, number])[], colour: Colour, width = 1): void {
    const way = points.map(([x, y], index) => `${num(x)} ${num(y)} ${index ? 'l' : 'm'}`).join(' ');
    this.pdf.addContent(`${rgb(colour, 'RG')} ${width} w 1 j ${way} S`);
  }

  /** A small square round a point. */
  dot([x, y]: readonly [number, number], colour: Colour, size = 2.4): void {
    const half = size / 2;
    this.pdf.addContent(`${rgb(colour, 'rg')} ${num(x - half)} ${num(y - half)} ${size} ${size} re f`);
  }
}

/** Whether a piece stands right behind another and looks like it: both are drawn at once. */
const goesOn = (one: Placed | undefined, next: Placed | undefined): boolean =>
  one !== undefined &&
  next !== undefined &&
  one.face === next.face &&
  one.tone === next.tone &&
  one.level % 2 === 0 &&
  next.level % 2 === 0 &&
  one.instead === undefined &&
  next.instead === undefined &&
  Math.abs(one.offset + one.width - next.offset) < 1e-6;

/** Each word is encoded once a document. */
function encodedIn(words: Map<string, Encoded>, { text, level }: Piece, font: PdfFont): Encoded {
  const turns = level % 2 === 1;
  const key = turns ? `\u0000${text}` : text;
  const known = words.get(key);
  if (known) return known;
  const encoded = turns ? encodedFromRight(text, font) : encode(...font.encode(text));
  words.set(key, encoded);
  return encoded;
}

/** Arabic and Hebrew letters are turned by the font's own rules; signs between them are turned here. */
function encodedFromRight(text: string, font: PdfFont): Encoded {
  const turned = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}/u;
  return turned.test(text)
    ? encode(...font.encode(mirrored(text), []))
    : encode(...font.encode([...mirrored(text)].reverse().join('')));
}

function encode(hexes: readonly string[], positions: readonly Position[]): Encoded {
  const placed = hexes.flatMap((hex, index) => {
    const position = positions[index];
    return position ? [{ hex, position }] : [];
  });
  if (placed.some(({ position }) => position.xOffset || position.yOffset)) return { shown: '', placed };
  let shown = '';
  let open = false;
  for (const { hex, position } of placed) {
    shown += open ? hex : `<${hex}`;
    open = true;
    const nearer = position.advanceWidth - position.xAdvance;
    if (nearer === 0) continue;
    shown += `> ${num(nearer)} `;
    open = false;
  }
  return { shown: open ? `${shown}> ` : shown };
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly font: string;
  readonly colour: Colour;
}

const head = ({ size, font, colour }: Place): string => `BT ${rgb(colour, 'rg')} /${font} ${num(size)} Tf`;

/** The page is turned upside down, so that y grows downwards: the letters are turned back. */
const matrix = (x: number, y: number): string => `1 0 0 -1 ${num(x)} ${num(y)} Tm`;

const shownAt = (words: readonly Encoded[], place: Place): string =>
  `${head(place)} ${matrix(place.x, place.y)} [${words.map(({ shown }) => shown).join('')}] TJ ET`;

function placedAt(placed: NonNullable<Encoded['placed']>, place: Place): string {
  const scale = place.size / 1000;
  let left = place.x;
  const parts = placed.map(({ hex, position }) => {
    const here = matrix(left + position.xOffset * scale, place.y - position.yOffset * scale);
    left += position.xAdvance * scale;
    return `${here} <${hex}> Tj`;
  });
  return `${head(place)} ${parts.join(' ')} ET`;
}

const num = (value: number): string => String(Math.round(value * 100) / 100);

const rgb = (colour: Colour, operator: 'rg' | 'RG'): string => `${colour.join(' ')} ${operator}`;
