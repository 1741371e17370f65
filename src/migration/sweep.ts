import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { remove } from './folders.ts';
import { guarded } from './refusal.ts';
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
  'quarantine/inputs',
  'records',
  'unmapped',
];

/** Removes what is not of this run any more: halves that a kill left behind, and files of inputs that changed. */
export function sweep(root: string, ledger: RunLedger): void {
  for (const folder of swept) {
    removeFiles(join(root, folder), (name) => !ledger.hasOutput(`${folder}/${name}`));
  }
  for (const folder of [root, join(root, 'parts')]) removeFiles(folder, (name) => name.endsWith('.tmp'));
}

function removeFiles(folder: string, isOver: (name: string) => boolean): void {
  for (const { name } of entriesOf(folder).filter((entry) => entry.isFile())) {
    if (isOver(name)) guarded(() => remove(join(folder, name)));
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
