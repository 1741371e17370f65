import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelsOf, visualOrder } from './bidi.ts';
import type { Face, Fonts } from './fonts.ts';
import { drawable, piecesOf } from './pieces.ts';
import { wrap } from './wrap.ts';

// A font in which each letter is as wide as the size of the text.
const face = {
  name: 'even',
  typeface: { font: undefined as never, covers: () => true, width: (text: string) => text.length },
} satisfies Face;
const fonts: Fonts = { regular: [face], bold: [face], fixed: [face] };

const linesOf = (text: string, limit: number): string[] =>
  wrap(piecesOf(text, fonts), limit).map(({ pieces }) => pieces.map(({ text }) => text).join(''));

describe('wrap', () => {
  it('breaks at spaces, which end lines and start none', () => {
    expect(linesOf('one two three', 8)).toEqual(['one two', 'three']);
  });

  it('breaks where the text does, and keeps empty lines between', () => {
    expect(linesOf('a\n\nb', 8)).toEqual(['a', '', 'b']);
  });

  it('gives one line for nothing', () => {
    expect(linesOf('', 8)).toEqual(['']);
  });

  it('breaks a long word behind a sign, and else between letters', () => {
    expect(linesOf('abcde/fgh', 6)).toEqual(['abcde/', 'fgh']);
    expect(linesOf('abcdefgh', 5).join('')).toBe('abcdefgh');
  });

  it('never parts a number from its unit', () => {
    expect(linesOf('one 500 mg two', 8)).toEqual(['one', '500 mg', 'two']);
    expect(linesOf('in 2 days', 6)).toEqual(['in 2', 'days']);
  });

  it('never breaks a number at its point', () => {
    expect(linesOf('12345.678 mg', 10)).toEqual(['12345.678', 'mg']);
  });

  it('loses no letter and exceeds no line', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.integer({ min: 4, max: 30 }),
        (text, limit) => {
          const lines = wrap(piecesOf(text, fonts), limit);
          const kept = lines.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join('');
          const sorted = (all: string) => [...all.replace(/\s/g, '')].sort().join('');
          expect(sorted(kept)).toBe(sorted(drawable(text)));
          for (const { pieces, width } of lines) expect(width <= limit || pieces.length === 1).toBe(true);
        },
      ),
    );
  });
});

describe('drawable', () => {
  it('composes letters and takes out what controls or reorders', () => {
    expect(drawable('e\u0301\u202ex\u0000\u200b\r\ny')).toBe('\u00e9x\ny');
  });
});

describe('levelsOf', () => {
  it('reads a paragraph from the right where nearly all of it is', () => {
    expect(levelsOf('\u05e9\u05dc\u05d5\u05dd 12').base).toBe(1);
    expect(levelsOf('\u05e9\u05dc\u05d5\u05dd 12 mg').base).toBe(0);
  });
});

/** A text as the eye meets it from left to right; letters from the right stand as they are read. */
const seen = (text: string): string => {
  const [line] = wrap(piecesOf(text, fonts), 1000);
  const pieces = line?.pieces.toSorted((a, b) => a.offset - b.offset) ?? [];
  return pieces.map(({ text }) => text).join('');
};

describe('a line of both directions', () => {
  const [one, two, three] = ['\u062d\u062f\u062b', '\u0628\u0639\u062f', '\u0641\u0645'];

  it('keeps an amount with its unit, and the parts of a date', () => {
    expect(seen(`${one} 500 mg ${two}`)).toBe(`${two} 500 mg ${one}`);
    expect(seen(`${one} 2023-05-01 ${two}`)).toBe(`${two} 2023-05-01 ${one}`);
    expect(seen(`${one}, 01-May-2023`)).toBe(`${one}, 01-May-2023`);
  });

  it('turns a sentence behind a label as a whole, and nothing beside it', () => {
    expect(seen(`Note: ${one} 500 mg ${two}`)).toBe(`Note: ${two} 500 mg ${one}`);
    expect(seen(`Drug: ${one} · 12 mg ${two} ${three} · 7`)).toBe(`Drug: ${one} · 12 mg ${three} ${two} · 7`);
  });

  it('leaves a name that a translation follows in front of it', () => {
    expect(seen(`${one} ${two} (Penicillin) 5`)).toBe(`${two} ${one} (Penicillin) 5`);
  });
});

describe('visualOrder', () => {
  it('turns what is read from the right, and numbers in it back (UAX #9, L2)', () => {
    const levels = (text: string, given: number[]) =>
      visualOrder(given.map((level, at) => ({ level, text: text[at] })))
        .map(({ text }) => text)
        .join('');
    expect(levels('abc', [0, 0, 0])).toBe('abc');
    expect(levels('aBCd', [0, 1, 1, 0])).toBe('aCBd');
    expect(levels('AB12C', [1, 1, 2, 2, 1])).toBe('C12BA');
  });
});
