import { type LineSink, type Log, openLog } from './log.ts';
import type { OwnLines } from './parts/merge-lines.ts';
import { openSpill, type Spill } from './spill.ts';

/** The account of a whole run: what is said before and after the work of its parts is kept apart. */
export interface RunLog {
  readonly log: Log;
  /** From now on lines stand behind those of the parts. */
  afterParts(): void;
  readonly ledger: OwnLines;
  readonly issues: OwnLines;
  close(): void;
}

/** So many characters of each stay in memory. */
const bound = 4_000_000;

/** Opens it; what does not fit into memory goes into the folder. */
export function openRunLog(root: string, suffix: string): RunLog {
  const open = (name: string) => openSpill(root, `${name}${suffix}.tmp`, bound);
  const ledger = { before: open('ledger-before'), after: open('ledger-after') };
  const issues = { before: open('issues-before'), after: open('issues-after') };
  let phase: keyof OwnLines = 'before';
  const sink = (spills: { before: Spill; after: Spill }): LineSink => ({
    add(file, lines) {
      for (const line of lines) spills[phase].add(file, line);
    },
  });
  return {
    log: openLog({ ledger: sink(ledger), issues: sink(issues) }),
    ledger,
    issues,
    afterParts: () => {
      phase = 'after';
    },
    close() {
      for (const spill of [...Object.values(ledger), ...Object.values(issues)]) spill.close();
    },
  };
}
