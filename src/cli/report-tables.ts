import type { RunSummary } from '../migration/index.ts';
import { balanceText, counted, number, printable } from './report-words.ts';

type Export = RunSummary['exports'][number];

const othersShown = 10;

/** The tables of each export: under which mapping, what became of their rows, and what the mapping does not name. */
export const tableLines = ({ exports }: RunSummary): string[] => exports.flatMap(exportLines);

function exportLines({ folder, mapping, score, tables, others }: Export): string[] {
  const found = score === undefined ? '' : ` (found, ${Math.round(score * 100)} % of its marks)`;
  const names = tables.map((one) => nameOf(one, tables));
  const width = Math.max(0, ...names.map((name) => name.length));
  const where = folder === '.' ? '' : ` of ${printable(folder)}`;
  return [
    '',
    `Tables${where} by ${mapping.id} ${mapping.version}${found}`,
    ...tables.map((one, index) => `  ${(names[index] ?? '').padEnd(width)}  ${fileText(one)}`),
    ...otherLines(others),
  ];
}

/** The table's name; where it has several files the file's. */
const nameOf = ({ table, file }: Export['tables'][number], all: Export['tables']): string =>
  all.filter((other) => other.table === table).length > 1 ? printable(file) : table;

function fileText({ rows, columns: { read, mapped, withoutRule } }: Export['tables'][number]): string {
  const untold = withoutRule.length > 0 ? `, ${number(withoutRule.length)} with data and no rule` : '';
  return `${balanceText(rows)}; ${number(mapped)} of ${counted(read, 'column')}${untold}`;
}

/** Tables that nobody reads, the largest first. */
function otherLines(others: Export['others']): string[] {
  if (others.length === 0) return [];
  const sorted = others.toSorted((a, b) => b.rows - a.rows);
  const shown = sorted.slice(0, othersShown);
  const rest = sorted.slice(othersShown);
  const rows = rest.reduce((sum, one) => sum + one.rows, 0);
  return [
    `  not named by the mapping: ${counted(others.length, 'table')}`,
    ...shown.map((one) => `    ${printable(one.file)}  ${counted(one.rows, 'row')}`),
    ...(rest.length > 0
      ? [`    and ${number(rest.length)} more of ${counted(rows, 'row')} in manifest.json`]
      : []),
  ];
}
