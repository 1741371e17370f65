import { closeSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from '../folders.ts';
import { OutputFailure, systemCode } from '../refusal.ts';
import { openFolder, type RunFolder } from '../run-folder.ts';

/** The files of one shard: they get their names together, when all of them are on disk. */
export interface BatchFolder extends RunFolder {
  commit(): Promise<void>;
}

/** So many files are waited for at once: one wait of the disk serves several. */
const together = 8;

/** Opens the run folder for the files of a shard, whose name keeps what is half written apart from that of others. */
export function openBatchFolder(root: string, shard: string): BatchFolder {
  const written = new Map<string, string>();
  const folder = openFolder(root, {
    suffix: `.${shard}.tmp`,
    finish(fd, temporary, path) {
      closeSync(fd);
      written.set(temporary, path);
    },
  });
  return { ...folder, commit: () => commit(written) };
}

async function commit(written: ReadonlyMap<string, string>): Promise<void> {
  try {
    await inTurn([...written.keys()], sync);
    await inTurn([...written], ([temporary, path]) => rename(temporary, path));
  } catch (error) {
    throw new OutputFailure(systemCode(error));
  }
  for (const folder of new Set([...written.values()].map((path) => dirname(path)))) syncFolder(folder);
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function inTurn<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = items.values();
  const lane = async () => {
    for (const item of rest) await work(item);
  };
  await Promise.all(Array.from({ length: together }, lane));
}
