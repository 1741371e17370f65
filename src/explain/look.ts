import type { Change, SourceLiteral } from '../readers/index.ts';
import { countOf, differing, isKept } from './leaves.ts';
import type { Part, Setting } from './part.ts';

/** The value that is looked for, in the resource as its document gives it. */
export interface Wanted {
  readonly path: string;
  readonly value: string;
}

/** A look for one value at one place of the source. */
export interface Look extends Wanted {
  readonly part: Part;
  readonly setting: Setting;
  readonly literals: readonly Candidate[];
}

/** A literal that may give the value, and how like it is. */
export interface Candidate {
  readonly literal: SourceLiteral;
  readonly like: 0 | 1 | 2 | 3;
}

/** What a change did to the value. */
export interface Effect {
  /** Another value stands there now; else it is only not there any more. */
  readonly changed: boolean;
  /** How many values of the resource changed. */
  readonly breadth: number;
}

/** Reads the document with changes: nothing where the value stays, or the whole resource goes. */
export function experiment(
  { part, path, value, setting }: Look,
  changes: readonly Change[],
): Effect | undefined {
  const before = part.after([], setting);
  const after = part.after(changes, setting);
  if (!before || !after || after.get(path) === value) return undefined;
  // Lists are in an order of their own: a value that moved is not another.
  if (isKept(before, after, path)) return undefined;
  const now = after.get(path);
  return {
    changed: now !== undefined && countOf(before, path, now) === 0,
    breadth: differing(before, after).size,
  };
}
