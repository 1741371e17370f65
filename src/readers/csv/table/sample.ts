import type { Dialect } from './dialect.ts';
import { LineCutter } from './lines.ts';
import { type CutRecord, RecordCutter } from './records.ts';

/** How well a dialect suits a text. */
export interface Sample {
  readonly dialect: Dialect;
  /** The share of rows as wide as their header, less what its faults cost. */
  readonly score: number;
  readonly width: number;
  readonly records: readonly CutRecord[];
}

const rowsLookedAt = 300;
const titleLines = 20;

/** Reads a text by a dialect, and finds out what only its rows tell: where the header is, and whether rows are trimmed. */
export function sampleOf(text: string, dialect: Dialect): Sample {
  const cutter = new LineCutter(dialect.newline, text.length);
  const lines = cutter.push({ text });
  const rest = cutter.end();
  const all = new RecordCutter(dialect, { characters: text.length, lines: lines.length });
  const records = all
    .push(rest ? [...lines, rest] : lines, true)
    .filter(({ cells, line }) => line > dialect.skip && cells.join('').trim() !== '')
    .slice(0, rowsLookedAt);
  const known = dialect.skip > 0 || dialect.header !== undefined || dialect.widths !== undefined;
  const start = known ? 0 : startOf(records);
  const rows = records.slice(start);
  const header = dialect.header ?? rows[0]?.cells ?? [];
  const body = dialect.header ? rows : rows.slice(1);
  const trimmed = isTrimmed(body, header.length);
  const skip = start > 0 ? (rows[0]?.line ?? 1) - 1 : dialect.skip;
  const score = header.length < 2 ? 0 : scoreOf(body, header.length, trimmed);
  return { dialect: { ...dialect, skip, trimmed }, score, width: header.length, records: body };
}

/** The first row that is as wide as most are; titles above it are narrower. */
function startOf(records: readonly CutRecord[]): number {
  const usual = usualWidth(records.slice(1));
  const start = records.findIndex(({ cells }) => cells.length >= usual);
  const titles = records.slice(0, Math.max(start, 0));
  const narrow = titles.every(({ cells }) => cells.filter((cell) => cell.trim() !== '').length * 2 <= usual);
  return start > 0 && start <= titleLines && narrow ? start : 0;
}

function usualWidth(records: readonly CutRecord[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of records) {
    const width = cells.findLastIndex((cell) => cell !== '') + 1;
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  const [usual] = [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0]);
  return usual?.[0] ?? 0;
}

/** Rows end where their data ends: some are short, and none ends with an empty cell. Where all short ones are parts of broken rows they are faults. */
function isTrimmed(records: readonly CutRecord[], width: number): boolean {
  const runs = runsOfShort(records, width);
  if (runs.flat().length < 3 || records.some(({ cells }) => cells.at(-1) === '')) return false;
  return !runs.every((run) => run.reduce((total, cells) => total + cells - 1, 1) === width);
}

/** How many cells short rows have, those together that follow each other. */
function runsOfShort(records: readonly CutRecord[], width: number): number[][] {
  const runs: number[][] = [];
  let before = width;
  for (const { cells } of records) {
    if (cells.length < width && before < width) runs.at(-1)?.push(cells.length);
    else if (cells.length < width) runs.push([cells.length]);
    before = cells.length;
  }
  return runs;
}

function scoreOf(records: readonly CutRecord[], width: number, trimmed: boolean): number {
  if (records.length === 0) return 1;
  const sum = records.reduce((total, record) => total + worthOf(record, width, trimmed), 0);
  return Math.round((sum / records.length) * 100) / 100;
}

function worthOf({ cells, fault }: CutRecord, width: number, trimmed: boolean): number {
  if (fault) return -1;
  if (cells.length < width) return trimmed ? 1 : 0;
  return cells.slice(width).every((cell) => cell === '') ? 1 : 0;
}
