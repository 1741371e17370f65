import type { Found } from '../discover.ts';
import type { ShardTask } from '../parts/convert-shard.ts';
import type { ShardFacts } from '../parts/shard-facts.ts';
import type { LookedAt } from '../run-ledger/run-ledger.ts';

/** A shard that was converted, and how long that took. */
export interface DoneShard {
  readonly facts: ShardFacts;
  readonly milliseconds: number;
}

/** Who does the work of a run: this process, or worker threads. */
export interface Crew {
  /** How many work at once. */
  readonly size: number;
  /** They are threads, which have all that it takes to convert documents. */
  readonly areThreads: boolean;
  lookAt(found: readonly Found[]): Promise<LookedAt[]>;
  convert(task: ShardTask): Promise<DoneShard>;
  close(): Promise<void>;
}

/**
 * Has tasks done, a few more at a time than there are hands: the next one is made only when it is wanted. Once `isOver`
 * says so no other is begun; those at work are waited for.
 */
export async function doAll<T>(
  tasks: Iterable<T>,
  { hands, isOver, work }: { hands: number; isOver?: () => boolean; work: (task: T) => Promise<void> },
): Promise<void> {
  const rest = tasks[Symbol.iterator]();
  let failed = false;
  const lane = async () => {
    try {
      while (!failed && isOver?.() !== true) {
        const next = rest.next();
        if (next.done === true) return;
        await work(next.value);
      }
    } catch (error) {
      failed = true;
      throw error;
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: hands }, lane));
  const fault = ends.find((end) => end.status === 'rejected');
  if (fault) throw fault.reason;
}
