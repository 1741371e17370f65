import type { ReadOptions } from '../readers/index.ts';
import type { Found } from './discover.ts';
import type { Examined } from './examine.ts';
import { isUnchanged } from './look-at.ts';
import type { Progress } from './options.ts';
import { takeIndexed } from './package-index.ts';
import type { LookedAt, RunLedger } from './run-ledger/run-ledger.ts';
import { type Crew, doAll } from './workers/crew.ts';

/** So many files are looked at in one task. */
const together = 50;

interface Surroundings {
  readonly ledger: RunLedger;
  lookedAt(path: string): LookedAt | undefined;
  readonly progress: Progress;
  readonly crew: Crew;
  readonly isOver: () => boolean;
  readonly reading: ReadOptions;
}

/** Looks at all files of the input, but for those that are as they were when the run looked at them before. */
export async function examineAll(
  found: readonly Found[],
  { ledger, lookedAt, progress, crew, isOver, reading }: Surroundings,
): Promise<Examined[]> {
  const looked = new Map<Found, readonly Examined[]>();
  progress.begin('Looking at files', found.length);
  const fresh = found.filter((one) => {
    const known = lookedAt(one.path);
    if (!known || !isUnchanged(one, known)) return true;
    looked.set(one, known.files);
    progress.advance();
    return false;
  });
  await doAll(inParts(fresh), {
    hands: crew.size * 2,
    isOver,
    async work(part) {
      const seen = await crew.lookAt(part);
      ledger.remember(seen.filter(({ mtime }) => mtime !== ''));
      for (const [at, one] of part.entries()) looked.set(one, seen[at]?.files ?? []);
      progress.advance(part.length);
    },
  });
  progress.end();
  return takeIndexed(
    found.flatMap((one) => looked.get(one) ?? []),
    reading,
  );
}

function* inParts(found: readonly Found[]): Generator<readonly Found[]> {
  for (let at = 0; at < found.length; at += together) yield found.slice(at, at + together);
}
