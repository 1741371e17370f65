import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { globSync } from 'tinyglobby';
import { linesOfFile } from '../migration/index.ts';
import { UsageError } from './usage-error.ts';

/** The files of a path that can be checked, and the folder by which they are named. */
export interface FilesToCheck {
  readonly base: string;
  readonly files: readonly string[];
}

/** What a run writes about itself. */
const own = /(^|\/)((manifest|plan|tally|report\/(report|run))\.json|(issues|ledger|patients)\.ndjson)$/;

/** Bundles, NDJSON and records of a file or a folder; the files of a run about itself are none. */
export function filesToCheck(path: string, formats: readonly string[]): FilesToCheck {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new UsageError(`there is no ${path}`, 'Name a file, or the folder of a run.');
  if (found.isFile()) return { base: dirname(path), files: [path] };
  const patterns = formats.map((format) => `**/*.${format}`);
  const all = globSync(patterns, { cwd: path, absolute: true });
  const files = all
    .filter((file) => !own.test(file) && !/^(documents|parts)\//.test(relative(path, file)))
    .sort();
  if (files.length > 0) return { base: path, files };
  throw new UsageError(
    `nothing to check in ${path}`,
    "validate reads .json and .ndjson files; with --java-validator HL7's validator reads .xml too.",
  );
}

/** The JSON texts of a file, a line of NDJSON at a time. */
export function* textsOf(file: string, base: string) {
  const place = { file: relative(base, file) };
  if (!file.endsWith('.ndjson')) {
    yield { text: readFileSync(file, 'utf8'), place };
    return;
  }
  let line = 0;
  for (const text of linesOfFile(file)) {
    line += 1;
    if (text.trim() !== '') yield { text, place: { ...place, line } };
  }
}

/** HL7's tool reads resources, one a file. */
export const isForJava = (file: string): boolean =>
  file.endsWith('.xml') || (file.endsWith('.json') && /"resourceType"/.test(startOf(file)));

function startOf(file: string): string {
  const start = Buffer.alloc(200);
  const fd = openSync(file, 'r');
  try {
    return start.toString('utf8', 0, readSync(fd, start));
  } finally {
    closeSync(fd);
  }
}
