import { writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { type InferredMapping, inferExport } from '../migration/index.ts';
import { openProgress } from './progress.ts';
import { UsageError } from './usage-error.ts';
import { counted, printable } from './words.ts';

/** Where the mapping goes. */
interface Wanted {
  readonly out: string | undefined;
  readonly json: boolean;
}

/** Writes a first mapping for the tables of a folder. */
export async function initMapping(folder: string, { out, json }: Wanted): Promise<void> {
  const progress = await openProgress(json || out === undefined ? 'none' : 'auto');
  const inferred = await inferExport(folder, idOf(folder), progress);
  if (out !== undefined) writeNew(out, inferred.text);
  if (json) print(JSON.stringify(resultOf(inferred, out), null, 2));
  else print(out === undefined ? inferred.text.trimEnd() : summaryOf(folder, out, inferred));
}

/** A mapping is called as the folder is, in letters that every file system and URN takes. */
function idOf(folder: string): string {
  const name = basename(resolve(folder)).toLowerCase();
  return name.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'export';
}

function writeNew(path: string, text: string): void {
  try {
    writeFileSync(path, text, { flag: 'wx' });
  } catch {
    throw new UsageError(`--out: ${path} cannot be written`, 'Name a new file in a folder that is there.');
  }
}

const resultOf = ({ text, rules, guesses }: InferredMapping, out: string | undefined) => ({
  format: 'chartlift-map-init/1',
  ...(out === undefined ? { mapping: text } : { out }),
  rules,
  guesses,
});

const summaryOf = (folder: string, out: string, { rules, guesses, sure }: InferredMapping): string =>
  [
    `Wrote   ${printable(out)}: ${counted(rules, 'rule')}, ${counted(guesses, 'guess', 'guesses')}, ${sure} of them sure (0.90 and more)`,
    '',
    'Next',
    '  Go through the guesses: each says how sure it is, and columns without one are listed.',
    `  chartlift map check ${printable(folder)} --mapping ${printable(out)}`,
  ].join('\n');

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
