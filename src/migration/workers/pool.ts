import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ShardWork } from '../parts/convert-shard.ts';
import type { Group } from '../plan.ts';
import type { Crew } from './crew.ts';
import { unpacked } from './faults.ts';
import type { WorkerSetting, WorkerTask } from './worker.ts';

/** Has the work done by worker threads. */
export async function workInThreads(
  jobs: number,
  setting: WorkerSetting,
  done: ShardWork['done'],
): Promise<Crew> {
  const { Piscina } = await import('piscina');
  const pool = new Piscina({
    filename: fileURLToPath(new URL(`worker${extname(import.meta.filename)}`, import.meta.url)),
    workerData: setting,
    minThreads: jobs,
    maxThreads: jobs,
    // A thread that sleeps in Atomics.wait() passes no messages on.
    atomics: 'disabled',
    trackUnmanagedFds: false,
  });
  pool.on('message', ({ documents }: { documents: number }) => void done(documents));
  const run = async <T>(task: WorkerTask): Promise<T> => unpacked<T>(await pool.run(task));
  return {
    size: jobs,
    lookAt: (found) => run({ kind: 'look', found }),
    convert: (task) => run({ kind: 'convert', task: { ...task, groups: [...task.groups].map(slim) } }),
    close: () => pool.destroy(),
  };
}

/** A group without what was needed to plan it alone. */
const slim = ({ id, documents, leftOut }: Group): Group => ({
  id,
  leftOut,
  documents: documents.map(({ issues: _, scan, ...file }) => ({
    ...file,
    ...(scan && { scan: { ...scan, identifiers: [] } }),
    issues: [],
  })),
});
