import { readFileSync } from 'node:fs';
import { Flags } from '@oclif/core';
import type { PilotOptions, RunWays } from '../migration/index.ts';
import { UsageError } from './usage-error.ts';

/** How progress is told. */
export const progressForms = ['auto', 'json', 'none'] as const;
export type ProgressForm = (typeof progressForms)[number];

const kinds = ['documents', 'rows'] as const;

/** The value of `--max-quarantine`: a share of all, or one for each kind. */
export async function parseLimits(text: string): Promise<NonNullable<RunWays['maxQuarantine']>> {
  const limits: Partial<Record<(typeof kinds)[number], number>> = {};
  for (const one of text.split(',')) {
    const { kind, share } =
      /^\s*(?:(?<kind>documents|rows)=)?(?<share>100|\d{1,2}(?:\.\d+)?)%\s*$/.exec(one)?.groups ?? {};
    if (share === undefined) throw noLimit();
    for (const name of kinds) if (kind === undefined || kind === name) limits[name] = Number(share) / 100;
  }
  return limits;
}

const noLimit = () =>
  new UsageError(
    '--max-quarantine takes a share',
    'For example --max-quarantine 0.5% or documents=1%,rows=0.5%',
  );

/** The value of `--shard`: a share and how many there are. */
export async function parseShare(text: string): Promise<NonNullable<RunWays['share']>> {
  const [, number = 0, of = 0] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).map(Number);
  if (number >= 1 && number <= of) return { number, of };
  throw new UsageError('--shard takes a share of the plan', 'For example --shard 1/3, 2/3 and 3/3');
}

/** The patients that a file lists, one a line; what stands behind a comma is not read. */
export async function readPatients(path: string): Promise<string[]> {
  const hint = 'One number or id of a patient a line.';
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(`--patients: the file ${path} cannot be read`, hint);
  }
  const patients = text.split(/\r?\n/).map(
    (line) =>
      line
        .replace(/^\uFEFF/, '')
        .split(',')[0]
        ?.trim() ?? '',
  );
  const named = [...new Set(patients.filter((one) => one !== ''))].sort();
  if (named.length === 0) throw new UsageError(`--patients: the file ${path} names nobody`, hint);
  return named;
}

/** The flags of how a run is done. */
export const runFlags = {
  jobs: Flags.integer({
    min: 1,
    max: 256,
    helpGroup: 'RUN',
    helpValue: 'N',
    summary: 'threads at work; as many as the machine has cores when left out',
  }),
  force: Flags.boolean({ helpGroup: 'RUN', summary: 'begin anew in a folder that an earlier run wrote' }),
  plan: Flags.boolean({ helpGroup: 'RUN', summary: 'write plan.json and stop' }),
  shard: Flags.custom<NonNullable<RunWays['share']>>({
    helpGroup: 'RUN',
    helpValue: 'I/N',
    parse: parseShare,
    summary: 'do a share of the plan; chartlift merge puts the shares together',
  })(),
  'max-quarantine': Flags.custom<NonNullable<RunWays['maxQuarantine']>>({
    helpGroup: 'RUN',
    helpValue: 'SHARE',
    parse: parseLimits,
    summary: 'stop early when more is set aside, as 0.5% or documents=1%,rows=0.5%',
  })(),
  progress: Flags.option({
    helpGroup: 'RUN',
    options: progressForms,
    default: 'auto',
    summary: 'how progress is told on stderr: for people, as a line of JSON, not at all',
  })(),
};

/** The flags of a pilot. */
export const pilotFlags = {
  patients: Flags.custom<string[]>({
    helpGroup: 'PILOT',
    helpValue: 'FILE',
    parse: readPatients,
    summary: 'convert only the patients whose numbers this file lists, one a line',
  })(),
  limit: Flags.integer({
    min: 1,
    helpGroup: 'PILOT',
    helpValue: 'N',
    summary: 'convert at most so many patients',
  }),
};

/** The flags as oclif hands them over. */
export interface RunFlags {
  readonly jobs?: number | undefined;
  readonly force?: boolean | undefined;
  readonly plan?: boolean | undefined;
  readonly shard?: RunWays['share'];
  readonly 'max-quarantine'?: RunWays['maxQuarantine'];
  readonly progress?: ProgressForm | undefined;
  readonly 'as-of'?: string | undefined;
}

export interface PilotFlags {
  readonly patients?: readonly string[] | undefined;
  readonly limit?: number | undefined;
}

/** How progress is told, from its command line: whoever reads JSON is told nothing unless they ask. */
export const progressForm = ({
  json,
  progress = 'auto',
}: {
  json: boolean;
  progress?: ProgressForm;
}): ProgressForm => (json && progress === 'auto' ? 'none' : progress);

/** How a run is done, from its command line. */
export const runWays = (flags: RunFlags): RunWays => ({
  jobs: flags.jobs,
  force: flags.force,
  planOnly: flags.plan,
  share: flags.shard,
  maxQuarantine: flags['max-quarantine'],
  isTimed: flags['as-of'] !== undefined,
});

/** The patients of a pilot, from its command line. */
export function pilotOptions({ patients, limit }: PilotFlags): PilotOptions | undefined {
  return patients === undefined && limit === undefined ? undefined : { patients, limit };
}
