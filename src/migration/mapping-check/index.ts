import { type CheckedColumns, checkColumns, type Mapping, type TableRule } from '../../mapping/index.ts';
import { type CheckedRows, checkRows, isBad, isLeftOut, type Row } from '../../readers/csv/index.ts';
import { type FilesBeside, indexOfPlaces, openBeside } from '../beside.ts';
import type { Found } from '../discover.ts';
import type { Progress } from '../options.ts';
import { tableFiles } from '../profile/table-files.ts';
import { Refusal, systemCode } from '../refusal.ts';
import { openTable } from '../tables/open-table.ts';
import { foldersAbove, isNamed, plainPath } from '../tables/paths.ts';
import { offsetsOf } from '../zone.ts';

/** How many rows of each table are read. */
export const rowsChecked = 1000;

/** What a mapping says of one file. */
export interface CheckedTable extends CheckedColumns {
  readonly table: string;
  readonly file: string;
  readonly rows: number;
  /** Why it could not be read. */
  readonly unreadable?: string;
}

/** A mapping held against an export. */
export interface MappingCheck extends CheckedRows {
  readonly mapping: Mapping;
  readonly tables: readonly CheckedTable[];
  /** Tables of the mapping of which there is no file. */
  readonly absent: readonly string[];
  /** Tables of the export that the mapping does not name. */
  readonly unknown: readonly string[];
}

/** Holds a mapping against the headers of an export and its first rows. */
export async function checkMapping(
  mapping: Mapping,
  folder: string,
  progress: Progress,
): Promise<MappingCheck> {
  const { tables: files, others } = await tableFiles(folder);
  const rules = [...mapping.tables.values()];
  const named = files.flatMap((file) => {
    const rule = rules.find((one) => isOf(one, file));
    return rule ? [{ file, rule }] : [];
  });
  if (named.length === 0) throw noneOfThem(mapping, folder);
  const rows = new Map<string, Row[]>();
  const tables: CheckedTable[] = [];
  progress.begin('Checking tables', named.length);
  for (const { file, rule } of named) {
    tables.push(await checkTable(file, rule, rows));
    progress.advance();
  }
  progress.end();
  return {
    mapping,
    tables,
    absent: rules.map(({ name }) => name).filter((name) => tables.every(({ table }) => table !== name)),
    unknown: files.filter((file) => named.every((one) => one.file !== file)).map(({ name }) => name),
    ...checkRows(mapping, rows, { offsetIn: zones(), scanBeside: openFiles([...files, ...others]).scan }),
  };
}

/** Whether a file is one of a table, from any folder above it. */
const isOf = (rule: TableRule, file: Found): boolean => {
  const path = plainPath(file);
  return foldersAbove(path).some((folder) => isNamed(rule, path.slice(folder.length)));
};

async function checkTable(file: Found, rule: TableRule, all: Map<string, Row[]>): Promise<CheckedTable> {
  const about = { table: rule.name, file: file.name };
  try {
    const { layout, rows, isHeaderless, close } = await openTable(file, rule);
    if (isHeaderless) {
      await close();
      return { ...about, rows: 0, ...nothingToSay, unreadable: noHeader };
    }
    const first = await firstOf(rows);
    if (rule.leftOut === undefined) all.set(rule.name, [...(all.get(rule.name) ?? []), ...first]);
    const checked = rule.leftOut === undefined ? checkColumns(rule, layout.header) : nothingToSay;
    return { ...about, rows: first.length, ...checked };
  } catch (error) {
    return { ...about, rows: 0, ...nothingToSay, unreadable: systemCode(error) };
  }
}

const noHeader = 'its first line names none of the columns that the mapping knows';

const nothingToSay: CheckedColumns = { missing: [], withoutRule: [] };

async function firstOf(rows: AsyncIterable<Row | object>): Promise<Row[]> {
  const found: Row[] = [];
  for await (const row of rows as AsyncIterable<Row>) {
    if (isBad(row) || isLeftOut(row)) continue;
    found.push(row);
    if (found.length === rowsChecked) break;
  }
  return found;
}

/** The files that rows name, among those of the export. */
const openFiles = (files: readonly Found[]): FilesBeside =>
  openBeside(indexOfPlaces(files.filter(({ obstacle }) => !obstacle)));

/** Offsets by zone; each zone is opened once. */
function zones(): (zone: string) => ReturnType<typeof offsetsOf> {
  const known = new Map<string, ReturnType<typeof offsetsOf>>();
  return (zone) => {
    const offsets = known.get(zone) ?? offsetsOf(zone);
    known.set(zone, offsets);
    return offsets;
  };
}

const noneOfThem = (mapping: Mapping, folder: string) =>
  new Refusal(
    `${folder} has no table that the mapping ${mapping.id} names`,
    `It looks for ${[...mapping.tables.values()]
      .flatMap(({ files }) => files)
      .slice(0, 12)
      .join(', ')}.`,
  );
