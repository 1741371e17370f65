import type { InputFile } from '../../src/readers/index.ts';
import { benchDocuments } from './documents.ts';
import { convertOurs, stagesOf } from './ours.ts';
import { loadPeer } from './peer.ts';

// The child of contest.ts: one tool in a process of its own, so that what its garbage collector and its compiler cost
// is charged to nobody else.

const peer = process.argv.includes('peer') ? await loadPeer() : undefined;
const { files } = benchDocuments();
const convert = (file: InputFile): unknown => (peer ? peer.convert(file.bytes) : convertOurs(file));

/** What the parent may ask of some documents. */
const answers = {
  /** Which of them the tool converts. */
  takes: (some: readonly InputFile[]) => some.filter(isTaken).map(({ name }) => name),
  /** CPU milliseconds of converting each of them once. */
  round: (some: readonly InputFile[]) => cpuTime(() => some.forEach((file) => void convert(file))),
  stages: stagesOf,
  memory: () => Math.round(process.resourceUsage().maxRSS / 1024),
} as const;

export type Ask = keyof typeof answers;
export type Answer<A extends Ask> = ReturnType<(typeof answers)[A]>;

function isTaken(file: InputFile): boolean {
  try {
    return convert(file) !== false;
  } catch {
    return false;
  }
}

/** The whole process's time: the collector and the compiler work on threads of their own. */
function cpuTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

process.on('message', ({ ask, names }: { ask: Ask; names: readonly string[] }) => {
  const wanted = new Set(names);
  process.send?.(answers[ask](files.filter(({ name }) => wanted.has(name))));
});
process.send?.('ready');
