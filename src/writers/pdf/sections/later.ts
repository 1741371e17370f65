import type { Block } from '../../../document/index.ts';

/** What stands behind the other sections where it is long; in its own section stands on which page. */
export interface Movable {
  /** How many rows it takes. */
  readonly rows: number;
  readonly reference: string;
  readonly place: string;
  /** Its tables, a heading before each. */
  blocks(): readonly Block[];
}

/** So many rows are sooner read than looked up. */
const few = 5;

const isLong = ({ rows }: Movable): boolean => rows > few;

/** What stands in the section itself: all of it, or its page. */
export const inPlace = (one: Movable): readonly Block[] =>
  isLong(one) ? [{ block: 'page-reference', text: one.reference, place: one.place }] : one.blocks();

/** What stands later, under a heading of its own. */
export function laterBlocks(title: string, movables: readonly Movable[]): Block[] {
  const long = movables.filter(isLong).flatMap(withPlace);
  return long.length > 0 ? [{ block: 'heading', level: 2, text: title }, ...long] : [];
}

const withPlace = ({ blocks, place }: Movable): Block[] =>
  blocks().map((block, at) => (at === 0 && block.block === 'heading' ? { ...block, place } : block));
