import type { Dialect } from './dialect.ts';
import { type Gathered, gather, type Reach } from './gather.ts';
import type { Line } from './lines.ts';
import { parseQuoted } from './parse-quoted.ts';
import { walkCells } from './quotes.ts';
import type { RowFault } from './row.ts';
import { cutWidths } from './widths.ts';

/** The cells of one row, or what was legible of it. */
export interface CutRecord {
  readonly line: number;
  cells: readonly string[];
  fault?: RowFault | undefined;
}

/** A row of one line that has quotes; rows are parsed many at a time. */
interface Quoted {
  readonly record: CutRecord;
  readonly text: string;
}

/**
 * Makes rows of lines.
 *
 * A line without a quote is cut at its delimiters; what has quotes is parsed by csv-parse. Quotes that are never closed, or closed where they
 * must not be, cost the line in which they begin: the next line is read as a row again.
 */
export class RecordCutter {
  /** Whether cells are a whole row of the table; before its header is known all are. */
  fits: (cells: readonly string[]) => boolean = () => true;
  readonly #dialect: Dialect;
  readonly #reach: Reach;
  readonly #quoteless: boolean;
  #waiting: readonly Line[] = [];
  #records: CutRecord[] = [];
  #quoted: Quoted[] = [];

  constructor(dialect: Dialect, reach: Reach) {
    this.#dialect = dialect;
    this.#reach = reach;
    this.#quoteless = dialect.quote === 'none' || dialect.widths !== undefined;
  }

  /** The rows that these lines complete; with `final`, all that is left. */
  push(more: readonly Line[], final = false): CutRecord[] {
    const lines = this.#waiting.length > 0 ? [...this.#waiting, ...more] : more;
    let at = 0;
    for (let line = lines[at]; line; line = lines[at]) {
      const plain = this.#quoteless || !line.text.includes('"');
      const taken = plain ? this.#takePlain(line) : this.#takeQuoted(lines, at, final);
      if (taken === 0) break;
      at += taken;
    }
    this.#waiting = lines.slice(at);
    this.#parse();
    const records = this.#records;
    this.#records = [];
    return records;
  }

  #takePlain({ text, number, fault }: Line): number {
    this.#records.push({ line: number, cells: this.#split(text), fault });
    return 1;
  }

  /** How many lines are one row; none while lines to come decide. */
  #takeQuoted(lines: readonly Line[], at: number, final: boolean): number {
    const found = gather(lines, at, this.#dialect, this.#reach);
    if (found.quotes === 'open' && !final) return 0;
    const record = this.#recordOf(lines, at, found);
    this.#records.push(record);
    if (record.fault === 'quote') return 1;
    if (record.fault === undefined && found.lines === 1) this.#quoted.push({ record, text: found.text });
    return found.lines;
  }

  #split(text: string): string[] {
    const { widths, delimiter } = this.#dialect;
    return widths ? cutWidths(text, widths) : text.split(delimiter);
  }

  #recordOf(lines: readonly Line[], at: number, found: Gathered): CutRecord {
    const { text = '', number = 0 } = lines[at] ?? {};
    const lost = (): CutRecord => ({ line: number, cells: this.#split(text), fault: 'quote' });
    if (found.quotes !== 'closed') return lost();
    if (found.fault) return { line: number, cells: this.#split(found.text), fault: found.fault };
    if (found.lines === 1) return { line: number, cells: [] };
    const [cells] = parseQuoted([found.text], this.#dialect);
    // Quotes that close by chance, lines after the row that forgot to close its own, hold whole rows in one cell.
    const byChance = cells && !this.fits(cells) && this.#isRow(lines[at + 1]?.text ?? '');
    return cells && !byChance ? { line: number, cells } : lost();
  }

  #isRow(text: string): boolean {
    if (this.fits(this.#split(text))) return true;
    return (
      walkCells(text, this.#dialect) === 'closed' && this.fits(parseQuoted([text], this.#dialect)[0] ?? [])
    );
  }

  #parse(): void {
    if (this.#quoted.length === 0) return;
    const rows = parseQuoted(
      this.#quoted.map(({ text }) => text),
      this.#dialect,
    );
    for (const [index, { record, text }] of this.#quoted.entries()) {
      const cells = rows[index];
      record.cells = cells ?? this.#split(text);
      if (!cells) record.fault = 'quote';
    }
    this.#quoted = [];
  }
}
