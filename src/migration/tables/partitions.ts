import type { Row } from '../../readers/csv/index.ts';
import { byCodeUnits } from '../order.ts';
import type { Spill } from '../spill.ts';
import type { LayoutBook } from './layout-book.ts';

/** A row, the number of the export that it is of, and its patient's key there. */
export interface PlacedRow {
  readonly from: number;
  readonly key: string;
  readonly row: Row;
}

/** The rows of one patient, of all exports. */
export interface PatientPartition {
  readonly id: string;
  readonly rows: readonly PlacedRow[];
}

/** Rows by patient: taken in the order of the files, given back a patient at a time in the order of the ids. */
export interface Partitions {
  add(patient: string, placed: PlacedRow): void;
  /** The patients whose ids begin so; their rows are given back once. */
  patients(prefix: string): Generator<PatientPartition>;
  /** All ids, in no order. */
  ids(): Set<string>;
  /** The first digits of the ids that there are. */
  prefixes(): string[];
}

/** Ids are UUIDs made of a hash: their first digits part the patients evenly. */
const firstDigits = 2;
const idLength = 36;

/** A list of rows above this is parted again, by one digit more. */
const largestPart = 6_000_000;

/** Opens partitions in a spill; whether that holds them in memory or on disk makes no difference. */
export function openPartitions(spill: Spill, layouts: LayoutBook, largest = largestPart): Partitions {
  return {
    add(patient, { from, key, row }) {
      const line = JSON.stringify([from, key, layouts.numberOf(row.layout), row.line, ...row.cells]);
      spill.add(listOf(patient, firstDigits), `${patient}${line}`);
    },
    ids: () => new Set(listsIn(spill).flatMap((list) => [...idsIn(spill.lines(list))])),
    prefixes: () => listsIn(spill).map((name) => name.slice('rows '.length)),
    *patients(prefix) {
      // A list holds all patients of its digits: none is asked for by more of them.
      const lists = listsIn(spill).filter((name) => name.startsWith(`rows ${prefix}`));
      for (const list of lists) yield* partsOf(list, { spill, layouts, largest });
    },
  };
}

function idsIn(lines: Iterable<string>): Set<string> {
  const ids = new Set<string>();
  for (const line of lines) ids.add(line.slice(0, idLength));
  return ids;
}

const listsIn = (spill: Spill): string[] =>
  spill
    .names()
    .filter((name) => name.startsWith('rows '))
    .sort(byCodeUnits);

const listOf = (patient: string, digits: number): string => `rows ${patient.slice(0, digits)}`;

interface Store {
  readonly spill: Spill;
  readonly layouts: LayoutBook;
  readonly largest: number;
}

function* partsOf(list: string, store: Store): Generator<PatientPartition> {
  const { spill, largest } = store;
  const digits = list.length - 'rows '.length;
  if (spill.sizeOf(list) <= largest || digits >= 12) yield* patientsIn(list, store);
  else {
    const parts = new Set<string>();
    for (const line of spill.lines(list)) {
      const part = listOf(line, digits + 1);
      parts.add(part);
      spill.add(part, line);
    }
    spill.drop(list);
    for (const part of [...parts].sort(byCodeUnits)) yield* partsOf(part, store);
  }
  spill.drop(list);
}

function* patientsIn(list: string, { spill, layouts }: Store): Generator<PatientPartition> {
  const byPatient = new Map<string, string[]>();
  for (const line of spill.lines(list)) {
    const id = line.slice(0, idLength);
    const lines = byPatient.get(id);
    if (lines) lines.push(line);
    else byPatient.set(id, [line]);
  }
  for (const id of [...byPatient.keys()].sort(byCodeUnits)) {
    const lines = byPatient.get(id) ?? [];
    byPatient.delete(id);
    yield { id, rows: lines.map((line) => placed(line, layouts)) };
  }
}

type Written = [from: number, key: string, layout: number, line: number, ...cells: string[]];

function placed(line: string, layouts: LayoutBook): PlacedRow {
  const [from, key, at, number, ...cells] = JSON.parse(line.slice(idLength)) as Written;
  return { from, key, row: { layout: layouts.at(at), line: number, cells } };
}
