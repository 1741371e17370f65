import type { Layout } from '../../readers/csv/index.ts';

/** Numbers for layouts, so that a row that is written down need not repeat its header. */
export interface LayoutBook {
  numberOf(layout: Layout): number;
  at(number: number): Layout;
}

/** Opens the numbering. */
export function openLayoutBook(): LayoutBook {
  const layouts: Layout[] = [];
  const numbers = new Map<Layout, number>();
  return {
    numberOf(layout) {
      const number = numbers.get(layout) ?? layouts.push(layout) - 1;
      numbers.set(layout, number);
      return number;
    },
    at(number) {
      const layout = layouts[number];
      if (!layout) throw new RangeError('a row is of a layout');
      return layout;
    },
  };
}
