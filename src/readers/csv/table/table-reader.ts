import type { Issue } from '../../../issue/index.ts';
import { Decoder, type Repairs } from './decode.ts';
import type { Dialect } from './dialect.ts';
import { layoutOf } from './header.ts';
import { type Line, LineCutter } from './lines.ts';
import { type CutRecord, RecordCutter } from './records.ts';
import type { Layout, TableRow } from './row.ts';
import { Settler } from './settle.ts';

/** Quotes that hold more lines together than this are not closed. */
const mostLines = 100_000;

/** Turns the bytes of one file into the rows of its table: decoded, cut into lines, into rows, and each row judged. */
export class TableReader {
  issues: readonly Issue[] = [];
  readonly #name: { readonly file: string; readonly table: string };
  readonly #dialect: Dialect;
  readonly #decoder: Decoder;
  readonly #lines: LineCutter;
  readonly #records: RecordCutter;
  readonly #preamble: CutRecord[] = [];
  #settler: Settler | undefined;
  #layout: Layout | undefined;

  constructor(name: { readonly file: string; readonly table: string }, dialect: Dialect, maxRow: number) {
    this.#name = name;
    this.#dialect = dialect;
    this.#decoder = new Decoder(dialect, maxRow);
    this.#lines = new LineCutter(dialect.newline, maxRow);
    this.#records = new RecordCutter(dialect, { characters: maxRow, lines: mostLines });
  }

  /** Known once the header was read. */
  get layout(): Layout | undefined {
    return this.#layout;
  }

  get repairs(): Readonly<Repairs> {
    return this.#decoder.repairs;
  }

  /** The rows that these bytes complete. */
  push(bytes: Uint8Array): TableRow[] {
    const block = this.#decoder.push(bytes);
    return block ? this.#take(this.#lines.push(block), false) : [];
  }

  /** The rows that only the end of the file completes. */
  end(): TableRow[] {
    const block = this.#decoder.end();
    const lines = block ? this.#lines.push(block) : [];
    const last = this.#lines.end();
    const rows = this.#take(last ? [...lines, last] : lines, true);
    const settler = this.#settler ?? this.#begin({ line: 1, cells: this.#dialect.header ?? [] });
    return [...rows, ...this.#above(), ...settler.end()];
  }

  #take(lines: readonly Line[], final: boolean): TableRow[] {
    const records = this.#records.push(this.#settler ? lines : this.#findHeader(lines), final);
    while (!this.#settler && records.length > 0) this.#look(records.shift() as CutRecord);
    return this.#settler ? [...this.#above(), ...this.#settler.push(records)] : [];
  }

  /** Line by line up to the header, as its width decides on what follows; gives the lines that do follow. */
  #findHeader(lines: readonly Line[]): readonly Line[] {
    for (const [at, line] of lines.entries()) {
      if (this.#settler) return lines.slice(at);
      if (this.#isHeaderGiven(line)) {
        this.#begin({ line: line.number, cells: this.#dialect.header ?? [] });
        return lines.slice(at);
      }
      for (const record of this.#records.push([line])) this.#look(record);
    }
    return [];
  }

  #isHeaderGiven(line: Line): boolean {
    return this.#dialect.header !== undefined && line.number > this.#dialect.skip;
  }

  /** A line before the first row: a title, nothing, or the header. */
  #look(record: CutRecord): void {
    if (record.cells.join('').trim() === '') return;
    if (record.line <= this.#dialect.skip) this.#preamble.push(record);
    else this.#begin(record);
  }

  #begin({ line, cells }: CutRecord): Settler {
    const { layout, issues } = layoutOf(this.#name, cells, line);
    const settler = new Settler(layout, cells, this.#dialect.trimmed);
    this.#records.fits = settler.fits;
    this.#settler = settler;
    this.#layout = layout;
    this.issues = issues;
    return settler;
  }

  /** The lines above the header, once the layout is known that they belong to. */
  #above(): TableRow[] {
    const layout = this.#layout;
    if (!layout) return [];
    return this.#preamble.splice(0).map(({ line, cells }) => ({ layout, line, rule: 'preamble', cells }));
  }
}
