import type { Issue } from '../../issue/index.ts';
import { checkColumns, type Mapping, type TableRule } from '../../mapping/index.ts';
import {
  isBad,
  isLeftOut,
  type Layout,
  type OpenTable,
  type Row,
  type TableRow,
} from '../../readers/csv/index.ts';
import { PackedFault } from '../byte-stream.ts';
import type { Examined } from '../examine.ts';
import { internalError } from '../internal-error.ts';
import { isSystemError, OutputFailure, systemCode } from '../refusal.ts';
import type { Accounts } from './accounts.ts';
import { openTable } from './open-table.ts';
import { faultReasons } from './reasons.ts';
import type { Retake } from './retake.ts';
import { nullsIn } from './row-key.ts';

/** A file of a table, and the rules by which it is read. */
export interface TableFile {
  readonly file: Examined;
  readonly table: TableRule;
  readonly mapping: Mapping;
  /** Rows that were mended after an earlier run. */
  readonly retake?: Retake | undefined;
}

/**
 * Reads a table once: its rows go to `take`; what is no row, and what cannot be read as one, is accounted for here. A
 * table that breaks off keeps the rows that were read.
 */
export async function readRows(
  { file, table, mapping, retake }: TableFile,
  accounts: Accounts,
  take: (row: Row) => void,
): Promise<Layout | undefined> {
  let open: Opened | undefined;
  try {
    open = await openTable(file, table);
    accounts.columns.open(open.layout, nullsIn(mapping, table));
    accounts.issues([...open.issues, ...headerIssues(open, table)]);
    await takeRows(open, { accounts, take, retake });
  } catch (error) {
    // A run folder that is full is no fault of the table.
    if (error instanceof OutputFailure) throw error;
    accounts.lost(file, faultOf(file, error));
  }
  if (open) accounts.issues(repairsOf(file, open));
  return open?.layout;
}

type Opened = Awaited<ReturnType<typeof openTable>>;

interface Taking extends Pick<TableFile, 'retake'> {
  readonly accounts: Accounts;
  readonly take: (row: Row) => void;
}

async function takeRows(open: Opened, { accounts, take, retake }: Taking): Promise<void> {
  const taken = open.isHeaderless ? (row: Row) => accounts.setAside({ ...row, ...headerless }) : take;
  for await (const block of open.blocks) {
    for (const row of block) takeRow(retake ? retake.mended(row) : row, accounts, taken);
  }
}

const headerless = {
  rule: 'header-missing',
  reason: 'the first line of its file names no column that the mapping knows',
};

/** What the header lacks: said before any row is read, as what these columns were to say is then said by nobody. */
function headerIssues(
  { layout, isHeaderless }: { layout: Layout; isHeaderless: boolean },
  table: TableRule,
): Issue[] {
  const place = { file: layout.file };
  if (layout.header.length === 0) return [{ code: 'table-empty', place }];
  if (isHeaderless) return [{ code: 'table-header-missing', place }];
  const { missing } = checkColumns(table, layout.header);
  return missing.map(({ column }) => ({ code: 'column-missing', place, details: { column } }));
}

function takeRow(row: TableRow, accounts: Accounts, take: (row: Row) => void): void {
  const { file } = row.layout;
  accounts.rows.read(file, row.line);
  if (isLeftOut(row)) {
    accounts.ledger([{ unit: 'row', place: { file, line: row.line }, state: 'left-out', rule: row.rule }]);
  } else if (isBad(row)) {
    accounts.setAside({ ...row, rule: row.fault, reason: faultReasons[row.fault] });
  } else {
    accounts.columns.see(row);
    take(row);
  }
}

/** Why a table broke off; what is a defect of ours is told as one. */
function faultOf({ name }: Examined, error: unknown): string | Issue {
  if (error instanceof PackedFault) return error.message;
  return isSystemError(error) ? systemCode(error) : internalError(name, error);
}

function repairsOf({ name }: Examined, { repairs }: OpenTable): Issue[] {
  return Object.entries(repairs).flatMap(([what, count]) =>
    count > 0
      ? [{ code: 'table-text-repaired', place: { file: name }, details: { what, count } } as const]
      : [],
  );
}

/** Goes through the rows of a table that is read again later, and accounted for then. */
export async function eachRow({ file, table, retake }: TableFile, see: (row: Row) => void): Promise<void> {
  try {
    const open = await openTable(file, table);
    if (open.isHeaderless) {
      await open.close();
      return;
    }
    for await (const block of open.blocks) {
      for (const row of block) seeRow(retake ? retake.mended(row) : row, see);
    }
  } catch (error) {
    if (error instanceof OutputFailure) throw error;
    // Told when it is read for good.
  }
}

function seeRow(row: TableRow, see: (row: Row) => void): void {
  if (!isBad(row) && !isLeftOut(row)) see(row);
}

/** How many rows and columns a table has; what is no table any more counts as far as it goes. */
export async function countRows(
  file: Examined,
  table: Pick<TableRule, 'name' | 'dialect'>,
): Promise<{ readonly rows: number; readonly columns: number }> {
  let rows = 0;
  let columns = 0;
  try {
    const open = await openTable(file, table);
    columns = open.layout.header.length;
    for await (const block of open.blocks) rows += block.length;
  } catch {
    // A table that nobody wants is not told of as lost.
  }
  return { rows, columns };
}
