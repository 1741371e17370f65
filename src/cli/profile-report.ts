import type { ExportProfile, TableProfile } from '../migration/index.ts';
import { columnLines } from './profile-columns.ts';
import { counted, number, printable } from './words.ts';

/** From so many tables on columns are shown of the tables that are asked for. */
const mostInFull = 40;

/** A profile as a person reads it: what there is, which preset fits, each table, what to do next. */
export function profileText(folder: string, profile: ExportProfile): string {
  const { tables } = profile;
  const inFull = tables.length <= mostInFull;
  return [
    ...headLines(folder, profile),
    ...(inFull ? tables.flatMap(tableLines) : listLines(tables)),
    ...otherLines(profile),
    ...nextLines(folder, profile, inFull),
  ].join('\n');
}

function headLines(folder: string, { tables, presets }: ExportProfile): string[] {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const [best] = presets;
  const preset =
    best && best.score > 0
      ? `${best.preset} fits with score ${best.score.toFixed(2)} (${counted(best.tables, 'table')} known)`
      : 'none fits';
  return [
    `Folder  ${printable(folder)}`,
    `Tables  ${number(tables.length)} with ${counted(rows, 'row')}`,
    `Preset  ${preset}`,
  ];
}

function tableLines(table: TableProfile): string[] {
  return [
    '',
    `${table.name}  ${printable(table.file)}`,
    `  ${counted(table.rows, 'row')}, ${counted(table.columns.length, 'column')}; ${writtenAs(table)}`,
    ...factLines(table),
    ...columnLines(table),
  ];
}

const delimiters: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'pipes',
  '': 'fixed widths',
};
const quotes = {
  double: 'quotes doubled',
  backslash: 'quotes after a backslash',
  none: 'no quoting',
} as const;

function writtenAs({ dialect }: TableProfile): string {
  const parts = delimiters[dialect.delimiter] ?? `parted by ${JSON.stringify(dialect.delimiter)}`;
  return `${dialect.encoding}, ${parts}, ${quotes[dialect.quote]}`;
}

function factLines({ dialect, key, links, bad, leftOut }: TableProfile): string[] {
  const faults = Object.entries(bad).map(([fault, count]) => `${number(count)} ${fault}`);
  const lines = Object.entries(leftOut).map(([rule, count]) => `${number(count)} ${rule}`);
  return [
    ...(dialect.header
      ? ['  header   none: the first line is a row, so columns are called by their place']
      : []),
    `  key      ${key.length > 0 ? key.join(' + ') : 'none found'}`,
    ...links.map(({ column, table, to, share }) => {
      const part = share < 1 ? ` (${Math.round(share * 100)} % of its values)` : '';
      return `  link     ${column} → ${table}.${to}${part}`;
    }),
    ...(faults.length > 0 ? [`  bad rows ${faults.join(', ')}`] : []),
    ...(lines.length > 0 ? [`  no rows  ${lines.join(', ')}`] : []),
  ];
}

function listLines(tables: readonly TableProfile[]): string[] {
  const widest = Math.max(...tables.map(({ name }) => name.length));
  return [
    '',
    `  ${'table'.padEnd(widest)}      rows  columns  key`,
    ...tables.map(({ name, rows, columns, key }) => {
      const numbers = `${number(rows).padStart(10)}${number(columns.length).padStart(9)}`;
      return `  ${name.padEnd(widest)}${numbers}  ${key.join(' + ')}`;
    }),
  ];
}

function otherLines({ others, unreadable }: ExportProfile): string[] {
  const counts = Object.entries(others).map(([ending, count]) => `${number(count)} ${printable(ending)}`);
  return [
    ...(unreadable.length > 0 ? ['', 'Not to be read to the end'] : []),
    ...unreadable.map(({ file, reason }) => `  ${printable(file)} (${reason})`),
    ...(counts.length > 0 ? ['', 'Files that are no tables', `  ${counts.join(', ')}`] : []),
  ];
}

function nextLines(folder: string, { presets }: ExportProfile, inFull: boolean): string[] {
  const [best] = presets;
  const fits = best !== undefined && best.score >= 0.8;
  const place = printable(folder);
  return [
    '',
    'Next',
    ...(inFull ? [] : [`  chartlift profile ${place} --table NAME    the columns of a table`]),
    fits
      ? `  chartlift convert ${place} --mapping ${best.preset} --out run --dry-run`
      : `  chartlift map init ${place} > mapping.yaml    a first mapping, to be gone through`,
  ];
}
