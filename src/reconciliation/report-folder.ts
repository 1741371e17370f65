import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { OutputFailure } from '../migration/index.ts';

/** The folder of a report, readable by its owner alone. */
export interface ReportFolder {
  readonly path: string;
  write(file: string, content: string | Uint8Array): void;
}

/** Makes the folder anew: a report is made of the run, and nothing of it is worth keeping beside a later one. */
export function openReportFolder(path: string): ReportFolder {
  guarded(() => {
    rmSync(path, { recursive: true, force: true });
    mkdirSync(path, { recursive: true, mode: 0o700 });
  });
  return {
    path,
    write(file, content) {
      const target = join(path, file);
      guarded(() => {
        mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
        writeFileSync(`${target}.tmp`, content, { mode: 0o600 });
        renameSync(`${target}.tmp`, target);
      });
    },
  };
}

function guarded(work: () => void): void {
  try {
    work();
  } catch (error) {
    const { code } = error as { code?: unknown };
    throw new OutputFailure(typeof code === 'string' ? code : 'unknown');
  }
}
