import type { Expectation } from './expectation.ts';

/** What must be in the output, by the beginning of a fragment's name in its area. */
export type Area = Readonly<Record<string, readonly Expectation[]>>;
