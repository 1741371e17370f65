import { type Bench, convertOn, lookAtAll } from './bench.ts';
import type { Crew } from './crew.ts';

/** Does the work in this process: little input is done before workers have begun. */
export function workHere(bench: Bench): Crew {
  return {
    size: 1,
    lookAt: (found) => lookAtAll(found, bench),
    convert: (task) => convertOn(bench, task),
    close: () => Promise.resolve(),
  };
}
