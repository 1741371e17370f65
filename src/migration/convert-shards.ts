import { statSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue, type Severity } from '../issue/index.ts';
import type { FilesBeside } from './beside.ts';
import type { Progress } from './options.ts';
import { partFile } from './parts/convert-shard.ts';
import { openPart } from './parts/part-reader.ts';
import type { ShardOfPlan } from './parts/plan-shards.ts';
import type { ShardFacts } from './parts/shard-facts.ts';
import type { RunLedger } from './run-ledger/run-ledger.ts';
import type { Thresholds } from './thresholds.ts';
import { type Crew, doAll } from './workers/crew.ts';

/** What is needed to convert the shards that are not done. */
interface Surroundings {
  readonly root: string;
  readonly ledger: RunLedger;
  readonly progress: Progress;
  readonly crew: Crew;
  readonly isOver: () => boolean;
  readonly thresholds: Thresholds;
}

/** Converts shards; the ledger knows of each when it is done. */
export async function convertShards(shards: readonly ShardOfPlan[], run: Surroundings): Promise<void> {
  const { ledger, crew, isOver, thresholds, progress } = run;
  await doAll(shards, {
    // One more than there are hands: nobody waits for the next.
    hands: crew.areThreads ? crew.size + 1 : 1,
    isOver,
    async work({ name, task }) {
      const { facts, milliseconds } = await crew.convert(task);
      ledger.finish(name, facts, milliseconds);
      progress.issues?.(bySeverity(facts));
      thresholds.add(facts.log.balances);
      thresholds.check();
    },
  });
}

interface Checking {
  readonly root: string;
  readonly beside: FilesBeside;
  /** Whether files are written at all. */
  readonly hasFiles: boolean;
  /** Whether all is done again. */
  readonly again: boolean;
}

/** The shards that are not done; those that are count as they did. */
export function openShards(
  shards: readonly ShardOfPlan[],
  run: Checking & Pick<Surroundings, 'progress' | 'thresholds'>,
): ShardOfPlan[] {
  const { progress, thresholds } = run;
  const open = shards.filter((shard) => {
    const facts = run.again ? undefined : doneFacts(shard, run);
    if (!facts) return true;
    progress.advance(facts.converted.patients);
    progress.issues?.(bySeverity(facts));
    thresholds.add(facts.log.balances);
    return false;
  });
  thresholds.check();
  return open;
}

/** What is known of a shard that is done: its part is whole, of the same input, and the files that go with it are there. */
function doneFacts(
  { name, fingerprint }: ShardOfPlan,
  { root, beside, hasFiles }: Checking,
): ShardFacts | undefined {
  const part = openPart<ShardFacts>(join(root, partFile(name)));
  if (part?.index.fingerprint !== fingerprint) return undefined;
  const { facts } = part.index;
  if (facts.isPassing) return undefined;
  const isSame = facts.named.every(
    ({ document, name, sha256 }) => beside.fileOf(document, name)?.sha256 === sha256,
  );
  const isThere = !hasFiles || facts.outputs.every(({ file, size }) => sizeOf(join(root, file)) === size);
  return isSame && isThere ? facts : undefined;
}

const sizeOf = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.size;

/** How many issues of each severity a shard has. */
function bySeverity({ log }: ShardFacts): Partial<Record<Severity, number>> {
  const counts: Partial<Record<Severity, number>> = {};
  for (const [code, count] of log.issues.codes) {
    const { severity } = catalogue[code];
    counts[severity] = (counts[severity] ?? 0) + count;
  }
  return counts;
}
