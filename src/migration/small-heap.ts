import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Keeps the space for new objects at what the start of the program took: by itself it doubles as often as much lives
 * on, as while a mapping is read, and it never gives back what it has grown to. It holds for the rest of the process, and
 * for its threads, whose space would stay at next to nothing: it is not for those who start some.
 */
export const holdNewSpace = (): void => setFlagsFromString('--semi-space-growth-factor=1');

/**
 * Lets the heap grow by less than it would by itself, which is by how much memory the machine has: then a large input
 * takes no more than a small one. It holds for the rest of the process, and for the threads that it starts.
 * @param percent by how much of what lives on: 40 costs a tenth more work for the collector, 100 hardly any
 */
export const keepHeapSmall = (percent: 40 | 100): void =>
  setFlagsFromString(`--heap-growing-percent=${percent}`);

/** Both, for a process that starts no threads any more. */
export function keepProcessSmall(): void {
  keepHeapSmall(40);
  holdNewSpace();
}

/** Gives back what the run no longer holds, before something else that is large is loaded: V8 by itself waits. */
export function giveBackMemory(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}
