import type { ReadOptions } from '../../readers/index.ts';
import type { FilesBeside } from '../beside.ts';
import type { Found } from '../discover.ts';
import { lookAt } from '../look-at.ts';
import type { RunOptions } from '../options.ts';
import { convertShard, type ShardTask, type ShardWork } from '../parts/convert-shard.ts';
import type { Printer } from '../printing.ts';
import type { LookedAt } from '../run-ledger/run-ledger.ts';
import type { DoneShard } from './crew.ts';

/** What it takes to do the tasks of a run, in whichever thread. */
export interface Bench {
  readonly root: string;
  readonly options: RunOptions;
  readonly reading: ReadOptions;
  readonly printer: Printer | undefined;
  /** Opened when the plan stands. */
  beside(): FilesBeside;
  readonly tables?: ShardWork['tables'];
  readonly done: ShardWork['done'];
}

/** Looks at some files. */
export async function lookAtAll(found: readonly Found[], { options, reading }: Bench): Promise<LookedAt[]> {
  const looked: LookedAt[] = [];
  for (const one of found) looked.push(await lookAt(one, options.from, reading));
  return looked;
}

/** Converts a shard. */
export async function convertOn(bench: Bench, task: ShardTask): Promise<DoneShard> {
  const start = performance.now();
  const facts = await convertShard(task, { ...bench, beside: bench.beside() });
  return { facts, milliseconds: Math.round(performance.now() - start) };
}
