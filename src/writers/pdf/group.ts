import type { Block, Column } from '../../document/index.ts';
import type { Context } from './context.ts';
import { type Row, sectionTable } from './section-table.ts';

interface Group {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** A table under a heading of its own, where it has rows. */
export const group = ({ title, columns, rows }: Group, context: Context): Block[] =>
  rows.length > 0
    ? [{ block: 'heading', level: 3, text: title }, ...sectionTable(columns, rows, context)]
    : [];
