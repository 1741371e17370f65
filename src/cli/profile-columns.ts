import type { ColumnProfile, TableProfile } from '../migration/index.ts';
import { number, printable } from './words.ts';

const widestName = 32;

/** The columns of a table, one a line: how often empty, how many different values, what they are. */
export function columnLines({ columns, rows }: TableProfile): string[] {
  const filled = columns.filter((column) => column.filled > 0);
  const empty = columns.filter((column) => column.filled === 0).map(({ name }) => printable(name));
  const width = Math.min(widestName, Math.max(6, ...filled.map(({ name }) => name.length)));
  return [
    `    ${'column'.padEnd(width)}   empty  different  what`,
    ...filled.map((column) => columnLine(column, rows, width)),
    ...(empty.length > 0 ? [`    never filled: ${empty.join(', ')}`] : []),
  ];
}

function columnLine(column: ColumnProfile, rows: number, width: number): string {
  const { name, empty, distinct } = column;
  const share = empty > 0 && empty * 200 < rows ? '<1 %' : `${Math.round((empty / rows) * 100)} %`;
  const numbers = `${share.padStart(8)}${number(distinct).padStart(11)}`;
  return `    ${printable(name).padEnd(width)}${numbers}  ${whatOf(column)}`.trimEnd();
}

function whatOf(column: ColumnProfile): string {
  const codes = [...dateWords(column), ...codeWords(column)];
  const said = codes.length > 0 ? codes : formWords(column);
  return [said.join('; '), valueWords(column)].filter((words) => words !== '').join('  ');
}

function dateWords({ dates }: ColumnProfile): string[] {
  const [first, twin] = dates;
  if (!first) return [];
  const either = twin ? `${first.format} or ${twin.format}: the values do not tell` : first.format;
  const part = first.share < 1 ? `, ${percent(first.share)} of the values` : '';
  return [`date (${either}${part})`];
}

const percent = (share: number): string => `${Math.floor(share * 100)} %`;

/** A number is taken for a code only where the column says so. */
function codeWords({ codes, name }: ColumnProfile): string[] {
  return codes
    .filter(({ by, system }) => by !== 'number' || isNamed(name, system))
    .slice(0, 2)
    .map(({ system, share, by }) => `${system} by ${by}${share < 1 ? ` (${percent(share)})` : ''}`);
}

const isNamed = (column: string, system: string): boolean => {
  const name = column.toLowerCase();
  return name.includes('code') || name.includes(system.toLowerCase().slice(0, 3));
};

const forms: Readonly<Record<string, string>> = {
  uuid: 'UUID',
  pressure: 'blood pressure',
  phone: 'phone number',
  email: 'e-mail',
  ssn: 'social security number',
  npi: 'NPI by check digit',
  url: 'URL',
  file: 'file name',
  mime: 'media type',
  sex: 'sex',
  race: 'race',
  ethnicity: 'ethnicity',
  name: 'LAST, FIRST',
  drug: 'drug with strength',
};

function formWords(column: ColumnProfile): string[] {
  const [best] = Object.entries(column.forms)
    .filter(([form, share]) => form in forms && share >= 0.8)
    .flatMap(([form]) => forms[form] ?? []);
  if (best) return [best];
  return numeric(column);
}

function numeric({ forms: shares }: ColumnProfile): string[] {
  if (shares.integer === 1) return ['whole numbers'];
  return (shares.decimal ?? 0) >= 0.9 ? ['numbers'] : [];
}

const reasons = {
  key: 'not shown: a key',
  once: 'not shown: each only once',
  date: '',
  identity: 'not shown: says who',
  number: '',
  text: 'not shown: text',
  rare: 'not shown: rare',
} as const;

function valueWords({ top, hidden }: ColumnProfile): string {
  if (hidden) return reasons[hidden];
  return top.map(({ value, count }) => `${printable(value)} ×${number(count)}`).join(', ');
}
