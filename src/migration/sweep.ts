import { type Dirent, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { RunLedger } from './run-ledger/run-ledger.ts';

/** The folders in which every file is one of the run's outputs. */
const swept = [
  'bundles',
  'bundles/shared',
  'crosswalk',
  'documents',
  'ndjson',
  'pdf',
  'quarantine',
  'records',
  'unmapped',
];

/** Removes what is not of this run any more: halves that a kill left behind, and files of inputs that changed. */
export function sweep(root: string, ledger: RunLedger): void {
  for (const folder of swept) {
    for (const entry of entriesOf(join(root, folder))) {
      if (entry.isFile() && !ledger.hasOutput(`${folder}/${entry.name}`))
        rmSync(join(root, folder, entry.name));
    }
  }
  for (const entry of [...entriesOf(root), ...entriesOf(join(root, 'parts'))]) {
    if (entry.isFile() && entry.name.endsWith('.tmp')) rmSync(join(entry.parentPath, entry.name));
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
