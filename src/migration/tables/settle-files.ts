import type { Issue } from '../../issue/index.ts';
import type { TableRule } from '../../mapping/index.ts';
import type { LedgerLine } from '../../record/index.ts';
import type { Accounts } from './accounts.ts';
import { filesOf } from './export.ts';
import { columnsIn, type ExportSummary, exportSummary, type FileSummary } from './export-summary.ts';
import type { OpenExport } from './open-export.ts';
import { countRows } from './table-reader.ts';
import type { ReadTable } from './table-run.ts';

/** Accounts for the files and columns of an export, and for the tables of which no row was wanted. */
export async function settleFiles(
  open: OpenExport,
  read: readonly ReadTable[],
  accounts: Accounts,
): Promise<ExportSummary> {
  const tables = read.map((one) => settleRead(one, accounts));
  for (const { table, file } of unread(open, read)) {
    accounts.ledger([fileLine(file.name, 'quarantined', 'unreadable')]);
    tables.push({ table: table.name, file: file.name, rows: { read: 0 }, columns: columnsIn([]) });
  }
  const leftOut = await settleLeftOut(open, accounts);
  const others = await settleOthers(open, accounts);
  const rowsOf = (table: string) =>
    tables.filter((one) => one.table === table).reduce((sum, { rows }) => sum + rows.read, 0);
  accounts.issues([...missing(open), ...open.expectations.unmet(open.of.name, rowsOf)]);
  return exportSummary(open, [...tables, ...leftOut], others);
}

function settleRead({ open, table, layout }: ReadTable, accounts: Accounts): FileSummary {
  const { file } = layout;
  accounts.readColumns(layout.header.length);
  const lines = accounts.columns.linesOf(open.number, layout, { ...table, links: linksAt(open, table) });
  accounts.issues(lines.flatMap(columnIssue));
  const isLost = accounts.lostFiles.has(file);
  const own = isLost ? fileLine(file, 'quarantined', 'broken-off') : fileLine(file, 'converted', 'table');
  accounts.ledger([own, ...lines]);
  return { table: table.name, file, rows: accounts.rows.tallyOf(file), columns: columnsIn(lines) };
}

/** A table's own links, and those of others that lead to columns of it. */
function linksAt({ of: { mapping } }: OpenExport, { name, links }: TableRule): TableRule['links'] {
  const all = [...mapping.tables.values()].flatMap((table) => table.links);
  const here = all.filter(({ table }) => table === name).map((link) => ({ ...link, columns: link.to }));
  return [...links, ...here];
}

const codes = { 'no-rule': 'column-without-rule', 'not-read': 'column-not-read' } as const;

function columnIssue({ place: { file, path: column = '' }, rule }: LedgerLine): Issue[] {
  const code = rule === 'no-rule' || rule === 'not-read' ? codes[rule] : undefined;
  return code ? [{ code, place: { file }, details: { column } }] : [];
}

/** Files of tables of which not even the header could be read. */
function unread({ of }: OpenExport, read: readonly ReadTable[]) {
  const known = new Set(read.map(({ layout }) => layout.file));
  const { routed, shared } = of.routes;
  const tables = [...routed.map(({ table }) => table), ...shared];
  return tables.flatMap((table) =>
    filesOf(of, table)
      .filter(({ name }) => !known.has(name))
      .map((file) => ({ table, file })),
  );
}

/** Tables that the mapping leaves out on purpose: their rows are counted. */
async function settleLeftOut({ of }: OpenExport, accounts: Accounts): Promise<FileSummary[]> {
  const found: FileSummary[] = [];
  for (const table of of.routes.leftOut) {
    for (const file of filesOf(of, table)) {
      const { rows, columns } = await countRows(file, table);
      enterInBulk(accounts, { file: file.name, rows, columns, rule: table.leftOut ?? 'ignored' });
      const tally = accounts.rows.tallyOf(file.name);
      found.push({
        table: table.name,
        file: file.name,
        rows: tally,
        columns: { read: columns, mapped: 0, withoutRule: [] },
      });
    }
  }
  return found;
}

/** Tables that the mapping does not name: nothing is hidden. */
async function settleOthers({ of }: OpenExport, accounts: Accounts): Promise<ExportSummary['others']> {
  const found: { file: string; rows: number }[] = [];
  for (const file of of.others) {
    const { rows, columns } = await countRows(file, { name: file.name, dialect: {} });
    enterInBulk(accounts, { file: file.name, rows, columns, rule: 'table-without-rule' });
    const details = { rows, mapping: of.mapping.id };
    accounts.issues([{ code: 'table-without-rule', place: { file: file.name }, details }]);
    found.push({ file: file.name, rows });
  }
  return found;
}

interface Bulk {
  readonly file: string;
  readonly rows: number;
  readonly columns: number;
  readonly rule: string;
}

function enterInBulk(accounts: Accounts, { file, rows, columns, rule }: Bulk): void {
  accounts.rows.readInBulk(file, rows);
  accounts.readColumns(columns);
  const line = { place: { file }, state: 'left-out', rule } as const;
  accounts.ledger([
    { unit: 'file', ...line },
    ...(rows > 0 ? [{ unit: 'row', ...line, count: rows } as const] : []),
    ...(columns > 0 ? [{ unit: 'column', ...line, count: columns } as const] : []),
  ]);
}

const fileLine = (file: string, state: LedgerLine['state'], rule: string): LedgerLine => ({
  unit: 'file',
  place: { file },
  state,
  rule,
});

/** Tables that the mapping knows and the export does not have. */
const missing = ({ of }: OpenExport): Issue[] =>
  [...of.mapping.tables.values()]
    .filter((table) => table.leftOut === undefined && filesOf(of, table).length === 0)
    .map(({ name: table }) => ({
      code: 'table-missing',
      place: { file: of.name },
      details: { mapping: of.mapping.id, table },
    }));
