import { catalogue } from '../issue/index.ts';
import { type CheckedTable, type MappingCheck, rowsChecked } from '../migration/index.ts';
import { counted, number, printable } from './words.ts';

/** Whether anything that the mapping names is not there. */
export const isWrong = ({ tables }: MappingCheck): boolean =>
  tables.some(({ missing, unreadable }) => missing.length > 0 || unreadable !== undefined);

/** A mapping held against an export, as a person reads it; `named` is how it was asked for. */
export function mapCheckText(folder: string, named: string, check: MappingCheck): string {
  const { mapping, tables, absent, unknown } = check;
  return [
    `Mapping  ${mapping.id} ${mapping.version}: ${mapping.title}`,
    `Folder   ${printable(folder)}: ${counted(tables.length, 'file')} of ${counted(mapping.tables.size, 'table')}, the first ${number(rowsChecked)} rows of each`,
    '',
    ...tables.flatMap(tableLines),
    ...listed('Tables of the mapping without a file', absent),
    ...listed('Files that the mapping does not name', unknown.map(printable)),
    ...findingLines(check),
    ...nextLines(folder, named, check),
  ].join('\n');
}

function tableLines({ table, file, rows, missing, withoutRule, unreadable }: CheckedTable): string[] {
  if (unreadable !== undefined) return [`  ✖ ${table}  ${printable(file)} could not be read (${unreadable})`];
  const mark = missing.length > 0 ? '✖' : '✔';
  return [
    `  ${mark} ${table}  ${printable(file)}, ${counted(rows, 'row')}`,
    ...missing.map(({ column, nearest }) => {
      const hint = nearest === undefined ? '' : `; did you mean ${printable(nearest)}?`;
      return `      ${column} is no column of it${hint}`;
    }),
    ...(withoutRule.length > 0 ? [`      no rule reads ${withoutRule.map(printable).join(', ')}`] : []),
  ];
}

const listed = (title: string, names: readonly string[]): string[] =>
  names.length === 0 ? [] : ['', title, `  ${names.join(', ')}`];

function findingLines({ findings, unmapped }: MappingCheck): string[] {
  if (findings.length === 0 && unmapped.size === 0)
    return ['', 'Rows', '  Nothing was found that the mapping does not understand.'];
  return [
    '',
    'Rows',
    ...findings.flatMap((finding, at) => {
      const isFirst = findings.findIndex(({ code }) => code === finding.code) === at;
      return [findingLine(finding), ...(isFirst ? helpFor(finding) : [])];
    }),
    ...[...unmapped].map(([lookup, codes]) => `  ${counted(codes, 'code')} that the lookup ${lookup} lacks`),
  ];
}

type Finding = MappingCheck['findings'][number];

function findingLine({ code, table, column, count, line }: Finding): string {
  const place = column === undefined || column === '' ? table : `${table}.${printable(column)}`;
  return `  ${number(count)} × ${code}  ${place}, first in line ${number(line)}`;
}

/** What it means, or what helps. */
function helpFor({ code, reason }: Finding): string[] {
  const entry = (catalogue as Readonly<Record<string, { readonly hint?: string }>>)[code];
  const words = reason === undefined ? entry?.hint : `Such a row is set aside: ${reason}.`;
  return words === undefined ? [] : [`      → ${words}`];
}

const nextLines = (folder: string, named: string, check: MappingCheck): string[] => [
  '',
  'Next',
  isWrong(check)
    ? '  Mend the columns that are marked, or name them under optional where some exports lack them.'
    : `  chartlift convert ${printable(folder)} --mapping ${printable(named)} --out run --dry-run`,
];
