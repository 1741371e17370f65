import { type DecodedBlock, decodeLines } from './decode-lines.ts';
import type { Dialect, TableEncoding } from './dialect.ts';

/** What was put right while decoding. */
export interface Repairs {
  /** Bytes that are no UTF-8 and were read as Windows-1252. */
  bytes: number;
  /** Control characters, which no output format can hold. */
  controls: number;
}

const boms: Readonly<Partial<Record<TableEncoding, readonly number[]>>> = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
};

/** How many bytes at the start of a file are its byte order mark. */
export function bomLength(bytes: Uint8Array, encoding: TableEncoding): number {
  const bom = boms[encoding] ?? [];
  return bom.every((byte, index) => bytes[index] === byte) ? bom.length : 0;
}

/** Turns the bytes of a file into text, whole lines at a time. */
export class Decoder {
  readonly repairs: Repairs = { bytes: 0, controls: 0 };
  readonly #encoding: TableEncoding;
  readonly #lineBreak: string;
  readonly #controls: RegExp;
  readonly #maxLine: number;
  #carry: Uint8Array[] = [];
  #carried = 0;
  #started = false;

  constructor({ encoding, newline, delimiter }: Dialect, maxLine: number) {
    this.#encoding = encoding;
    this.#lineBreak = newline === 'cr' ? '\r' : '\n';
    this.#controls = controlsBut(delimiter);
    this.#maxLine = maxLine;
  }

  /** The lines that end in these bytes; what stands after them waits. A line that is too long comes in parts, so that memory stays bounded. */
  push(bytes: Uint8Array): DecodedBlock | undefined {
    const end = this.#lastBreak(bytes);
    this.#keep(bytes.subarray(0, end));
    const block = end > 0 ? this.#flush() : undefined;
    this.#keep(bytes.subarray(end));
    return block ?? (this.#carried > this.#maxLine ? this.#flush() : undefined);
  }

  /** The line that has no end. */
  end(): DecodedBlock | undefined {
    const rest = Buffer.concat(this.#carry);
    // Systems of the DOS age end a file with Ctrl-Z.
    const dos = !this.#encoding.startsWith('utf-16') && rest.at(-1) === 0x1a;
    this.#carry = [];
    return rest.length > 0 ? this.#decode(dos ? rest.subarray(0, -1) : rest) : undefined;
  }

  #keep(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#carry.push(bytes);
    this.#carried += bytes.length;
  }

  #flush(): DecodedBlock {
    const [first] = this.#carry;
    const bytes = this.#carry.length === 1 && first ? first : Buffer.concat(this.#carry);
    const half = this.#encoding.startsWith('utf-16') ? bytes.length % 2 : 0;
    this.#carry = half > 0 ? [bytes.subarray(-half)] : [];
    this.#carried = half;
    return this.#decode(bytes.subarray(0, bytes.length - half));
  }

  /** Where the last line ends; 0 where none does. */
  #lastBreak(bytes: Uint8Array): number {
    const code = this.#lineBreak.charCodeAt(0);
    if (!this.#encoding.startsWith('utf-16')) return bytes.lastIndexOf(code) + 1;
    const [first, second] = this.#encoding === 'utf-16le' ? [code, 0] : [0, code];
    for (let at = bytes.length - 2; at >= 0; at--) {
      // A character begins at an even place; what is carried may end within one.
      const begins = (at + this.#carried) % 2 === 0;
      if (begins && bytes[at] === first && bytes[at + 1] === second) return at + 2;
    }
    return 0;
  }

  #decode(bytes: Uint8Array): DecodedBlock {
    const from = this.#started ? 0 : bomLength(bytes, this.#encoding);
    this.#started = true;
    const { text, bad, repaired } = decodeLines(bytes.subarray(from), this.#encoding, this.#lineBreak);
    this.repairs.bytes += repaired;
    return { text: this.#withoutControls(text), bad };
  }

  #withoutControls(text: string): string {
    if (!this.#controls.test(text)) return text;
    return text.replace(new RegExp(this.#controls, 'g'), () => {
      this.repairs.controls++;
      return '\ufffd';
    });
  }
}

/** Control characters other than tab and line ends, and than the one that parts the columns. */
function controlsBut(delimiter: string): RegExp {
  const codes = [...Array(32).keys()].filter((code) => ![9, 10, 13].includes(code));
  const others = codes
    .map((code) => String.fromCharCode(code))
    .filter((character) => character !== delimiter);
  return new RegExp(`[${others.join('')}]`);
}
