import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { FilesBeside } from './beside.ts';
import type { Progress } from './options.ts';
import { partFile } from './parts/convert-shard.ts';
import { openPart } from './parts/part-reader.ts';
import type { ShardOfPlan } from './parts/plan-shards.ts';
import type { ShardFacts } from './parts/shard-facts.ts';
import type { RunLedger } from './run-ledger/run-ledger.ts';
import { type Crew, doAll } from './workers/crew.ts';

/** What is needed to convert the shards that are not done. */
interface Surroundings {
  readonly root: string;
  readonly ledger: RunLedger;
  readonly progress: Progress;
  readonly crew: Crew;
  readonly isOver: () => boolean;
}

/** Converts shards; the ledger knows of each when it is done. */
export async function convertShards(shards: readonly ShardOfPlan[], run: Surroundings): Promise<void> {
  const { ledger, crew, isOver } = run;
  await doAll(shards, {
    // One more than there are hands: nobody waits for the next.
    hands: crew.size === 1 ? 1 : crew.size + 1,
    isOver,
    async work({ name, task }) {
      const { facts, milliseconds } = await crew.convert(task);
      ledger.finish(name, facts, milliseconds);
    },
  });
}

interface Checking {
  readonly root: string;
  readonly beside: FilesBeside;
  /** Whether files are written at all. */
  readonly hasFiles: boolean;
}

/** Whether a shard is done: its part is whole, of the same input, and the files that go with it are there. */
export function isDone({ name, fingerprint }: ShardOfPlan, { root, beside, hasFiles }: Checking): boolean {
  const part = openPart<ShardFacts>(join(root, partFile(name)));
  if (part?.index.fingerprint !== fingerprint) return false;
  const { named, outputs } = part.index.facts;
  return (
    named.every(({ document, name, sha256 }) => beside.hashOf(document, name) === sha256) &&
    (!hasFiles || outputs.every(({ file, size }) => sizeOf(join(root, file)) === size))
  );
}

const sizeOf = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.size;
