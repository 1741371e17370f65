import { parentPort } from 'node:worker_threads';
import { workerData } from 'piscina';
import { openBeside } from '../beside.ts';
import type { Found } from '../discover.ts';
import type { RunOptions } from '../options.ts';
import type { ShardTask } from '../parts/convert-shard.ts';
import { openPrinter } from '../printing.ts';
import { readingOf } from '../reading.ts';
import { openFileIndex } from '../run-ledger/run-ledger.ts';
import { type Bench, convertOn, lookAtAll } from './bench.ts';
import { packed } from './faults.ts';
import { type PackedGroup, unpackGroup } from './groups.ts';

/** What a worker is begun with. */
export interface WorkerSetting {
  readonly root: string;
  readonly ledger: string;
  readonly options: RunOptions;
}

/** A shard as it goes to a worker. */
type PackedShard = Omit<ShardTask, 'groups'> & { readonly groups: readonly PackedGroup[] };

/** A task for a worker. */
export type WorkerTask =
  | { readonly kind: 'look'; readonly found: readonly Found[] }
  | { readonly kind: 'convert'; readonly task: PackedShard };

const { root, ledger, options } = workerData as WorkerSetting;
let beside: ReturnType<Bench['beside']> | undefined;
let opened: Promise<Bench> | undefined;

async function openBench(): Promise<Bench> {
  return {
    root,
    options,
    reading: readingOf(options),
    printer: await openPrinter(options),
    beside: () => (beside ??= openBeside(openFileIndex(root, ledger))),
    done: (documents) => parentPort?.postMessage({ documents }),
  };
}

/** Does one task; a fault comes back as data, as threads hand over no classes of ours. */
export default async function work(task: WorkerTask): Promise<unknown> {
  try {
    opened ??= openBench();
    const bench = await opened;
    if (task.kind === 'look') return await lookAtAll(task.found, bench);
    return await convertOn(bench, { ...task.task, groups: task.task.groups.map(unpackGroup) });
  } catch (error) {
    return packed(error);
  }
}
