import { closeSync, openSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { guarded, makeFolder, remove } from '../migration/index.ts';

/** The folder of a report, readable by its owner alone. */
export interface ReportFolder {
  readonly path: string;
  write(file: string, content: string | Uint8Array): void;
  /** Writes what may be long, a piece at a time. */
  lines(file: string, lines: Iterable<string>): void;
}

/** Who ran what and when: the run's own, and no part of what is made anew. */
const kept = 'run.json';

/** Makes the folder anew: a report is made of the run, and nothing of it is worth keeping beside a later one. */
export function openReportFolder(path: string): ReportFolder {
  guarded(() => {
    makeFolder(path);
    for (const name of readdirSync(path).filter((name) => name !== kept)) remove(join(path, name));
  }, path);
  const written = (file: string, write: (to: string) => void) => {
    const target = join(path, file);
    guarded(() => {
      makeFolder(dirname(target));
      write(`${target}.tmp`);
      renameSync(`${target}.tmp`, target);
    }, path);
  };
  return {
    path,
    write: (file, content) => written(file, (to) => writeFileSync(to, content, { mode: 0o600 })),
    lines: (file, lines) => written(file, (to) => writeLines(to, lines)),
  };
}

function writeLines(path: string, lines: Iterable<string>): void {
  const fd = openSync(path, 'w', 0o600);
  try {
    for (const line of lines) writeFileSync(fd, line);
  } finally {
    closeSync(fd);
  }
}
