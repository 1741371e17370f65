import { type Bench, convertOn, lookAtAll } from './bench.ts';
import type { Crew } from './crew.ts';

/** Does the work in this process: little input is done before workers have begun. */
export function workHere(bench: Bench): Crew {
  return {
    size: 1,
    areThreads: false,
    // As a thread hands it over: a part of a document's text would keep all of it.
    lookAt: async (found) => structuredClone(await lookAtAll(found, bench)),
    convert: (task) => convertOn(bench, task),
    close: () => Promise.resolve(),
  };
}
