import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ShardWork } from '../parts/convert-shard.ts';
import { keepHeapSmall } from '../small-heap.ts';
import type { Crew } from './crew.ts';
import { unpacked } from './faults.ts';
import { packGroup } from './groups.ts';
import type { WorkerSetting, WorkerTask } from './worker.ts';

/**
 * What a thread makes and drops at once: with what V8 would take by itself each thread holds a quarter of a gigabyte, and
 * works no faster.
 */
const youngMegabytes = 24;

/** Has the work done by worker threads. */
export async function workInThreads(
  jobs: number,
  setting: WorkerSetting,
  done: ShardWork['done'],
): Promise<Crew> {
  const { Piscina } = await import('piscina');
  keepHeapSmall(100);
  const pool = new Piscina({
    filename: fileURLToPath(new URL(`worker${extname(import.meta.filename)}`, import.meta.url)),
    workerData: setting,
    minThreads: jobs,
    maxThreads: jobs,
    // A thread that sleeps in Atomics.wait() passes no messages on.
    atomics: 'disabled',
    trackUnmanagedFds: false,
    resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes },
  });
  pool.on('message', ({ documents }: { documents: number }) => void done(documents));
  const run = async <T>(task: WorkerTask): Promise<T> => unpacked<T>(await pool.run(task));
  return {
    size: jobs,
    areThreads: true,
    lookAt: (found) => run({ kind: 'look', found }),
    convert: (task) => run({ kind: 'convert', task: { ...task, groups: [...task.groups].map(packGroup) } }),
    close: () => pool.destroy(),
  };
}
