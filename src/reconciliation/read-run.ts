import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linesOfFile, noRun, Refusal } from '../migration/index.ts';
import type { Facts } from './facts.ts';
import { compareCharts } from './identity.ts';
import { nothingRead, readOutputs } from './read-outputs.ts';
import { recount } from './recount.ts';
import { type RunManifest, runManifest } from './run-manifest.ts';
import type { PatientLine, Tally } from './tally/index.ts';

const hint = 'Name the folder that a chartlift convert wrote with --out.';

/** Reads what a report needs out of a run's folder. */
export function readRun(folder: string): Facts {
  const manifest = readManifest(folder);
  return {
    manifest,
    tally: readTally(folder),
    recount: recount(linesOfFile(join(folder, 'ledger.ndjson'))),
    identity: manifest.outputs.some(({ file }) => file === 'patients.ndjson')
      ? compareCharts(() => patientsOf(folder))
      : undefined,
    outputs: manifest.options['dryRun'] === true ? nothingRead : readOutputs(folder, manifest.outputs),
  };
}

/** The charts of a run, a line at a time. */
export function* patientsOf(folder: string): Generator<PatientLine> {
  for (const line of linesOfFile(join(folder, 'patients.ndjson'))) {
    if (line !== '') yield JSON.parse(line) as PatientLine;
  }
}

/** Reads `manifest.json`, which tells whether a folder is a run. */
export function readManifest(folder: string): RunManifest {
  const parsed = runManifest.safeParse(parsedFile(folder, 'manifest.json'));
  if (parsed.success) return parsed.data;
  throw new Refusal(`The manifest.json of ${folder} is none of this version of Chartlift`, hint);
}

function readTally(folder: string): Tally {
  const tally = parsedFile(folder, 'tally.json') as Tally;
  if (tally.format === 'chartlift-tally/2') return tally;
  throw new Refusal(`The tally.json of ${folder} is none of this version of Chartlift`, hint);
}

function parsedFile(folder: string, name: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, name), 'utf8'));
  } catch {
    throw noRun(folder, name);
  }
}
