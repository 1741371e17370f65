import type { DecodedBlock } from './decode-lines.ts';
import type { Newline } from './dialect.ts';

/** One line of a file, without its end. */
export interface Line {
  readonly text: string;
  /** Counted as editors do: a line end inside of a cell counts as well. */
  readonly number: number;
  /** What ended it, for where it goes on inside of quotes. */
  readonly end: string;
  readonly fault?: 'encoding' | 'too-large' | undefined;
}

/** How much of a line that is too long is kept. */
const kept = 65_536;

/** Cuts decoded blocks into lines. */
export class LineCutter {
  readonly #newline: Newline;
  readonly #maxLine: number;
  /** What has no end yet. */
  #open = '';
  #fault: Line['fault'];
  #number = 1;

  constructor(newline: Newline, maxLine: number) {
    this.#newline = newline;
    this.#maxLine = maxLine;
  }

  /** The lines that end in this block. */
  push({ text, bad }: DecodedBlock): Line[] {
    const pieces = text.split(this.#newline === 'cr' ? '\r' : '\n');
    const rest = pieces.length - 1;
    const lines: Line[] = [];
    for (let index = 0; index < rest; index++) {
      this.#extend(pieces[index] ?? '', bad?.has(index));
      const line = this.#cut();
      if (line) lines.push(line);
    }
    this.#extend(pieces[rest] ?? '', bad?.has(rest));
    return lines;
  }

  /** The line that has no end. */
  end(): Line | undefined {
    return this.#open === '' ? undefined : this.#close(this.#open, '');
  }

  #extend(piece: string, bad: boolean | undefined): void {
    if (bad) this.#fault ??= 'encoding';
    if (this.#fault === 'too-large') return;
    this.#open = this.#open === '' ? piece : this.#open + piece;
    if (this.#open.length <= this.#maxLine) return;
    this.#fault = 'too-large';
    this.#open = this.#open.slice(0, Math.min(kept, this.#maxLine));
  }

  #cut(): Line | undefined {
    const text = this.#open;
    if (this.#newline === 'cr') return this.#close(text, '\r');
    const ended = text.endsWith('\r');
    if (ended) return this.#close(text.slice(0, -1), '\r\n');
    if (this.#newline === 'lf' || this.#fault === 'too-large') return this.#close(text, '\n');
    this.#extend('\n', false);
    return undefined;
  }

  #close(text: string, end: string): Line {
    const line: Line = { text, number: this.#number, end, fault: this.#fault };
    this.#number += 1 + (this.#newline === 'lf' ? 0 : innerBreaks(text));
    this.#open = '';
    this.#fault = undefined;
    return line;
  }
}

const innerBreaks = (text: string): number => (text.includes('\n') ? text.split('\n').length - 1 : 0);
