import type { Cell, Column } from './model.ts';
import { number, percent } from './words.ts';

/** A cell as people read it. */
export function cellText(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  return typeof cell === 'number' ? number(cell) : percent(cell.part, cell.whole);
}

/** A cell as a spreadsheet takes it: numbers without separators, shares in per cent. */
export function cellValue(cell: Cell): string {
  if (typeof cell === 'object') return cell.whole === 0 ? '' : ((100 * cell.part) / cell.whole).toFixed(2);
  return String(cell);
}

/** Whether a column's cells stand right, under each other by their last digit. */
export const standsRight = ({ kind }: Column): boolean => kind === 'count' || kind === 'share';
