import { csvLine } from '../migration/index.ts';
import { cellValue } from './cells.ts';
import type { Report, TablePart } from './model.ts';

/** The report's tables as CSV, each in a file named by its section and title. */
export const csvTables = ({ sections }: Report): { file: string; text: string }[] =>
  sections.flatMap(({ id, parts }) =>
    parts.flatMap((part) =>
      part.part === 'table' ? [{ file: `tables/${id}-${nameOf(part.title)}.csv`, text: csvOf(part) }] : [],
    ),
  );

const nameOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const csvOf = ({ columns, rows }: TablePart): string =>
  [columns.map(({ title }) => title), ...rows.map((row) => row.map(cellValue))].map(csvLine).join('');
