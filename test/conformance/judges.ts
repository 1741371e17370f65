import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root, shared } from './places.ts';

/** What a judge says of a resource. */
export interface Finding {
  /** `noise` is what the judge itself takes out, as it only arises offline; `was` is what it would be. */
  readonly severity: string;
  readonly was?: string;
  readonly code: string;
  readonly message: string;
  readonly path: string;
  readonly resource?: string;
  readonly file: string;
}

export type Guide = 'us-core' | 'ips';

/** What a judge found, and its own summary as a line to print. */
export interface Judged {
  readonly findings: readonly Finding[];
  readonly line: string;
}

/** Runs a program; its output, where it ended with 0 or 1. */
export const outputOf = (program: string, args: readonly string[]): Promise<string> =>
  new Promise((done, failed) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.on('error', failed);
    child.on('close', (status) =>
      status === 0 || status === 1
        ? done(Buffer.concat(chunks).toString())
        : failed(new Error(`${program} ended with ${status}`)),
    );
  });

/** Converts with the built program; what cannot be read of the input is no matter here. */
export async function convert(input: string, out: string, flags: readonly string[]): Promise<void> {
  const program = join(root, 'bin', 'run.js');
  const all = ['convert', input, '--out', out, '--as-of', '2026-01-01T00:00:00Z', '--json', ...flags];
  await outputOf(process.execPath, [program, ...all]);
}

/** Errors, warnings and noise of a judge. */
export async function judge(
  tool: 'validate' | 'reference',
  files: readonly string[],
  flags: readonly string[] = [],
): Promise<Judged> {
  const output = await outputOf(join(shared, 'oracle', tool), [...files, '--level', 'warning', ...flags]);
  const lines = output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const { resources, errors, warnings } = lines.at(-1)?.summary ?? {};
  return {
    findings: lines.filter(({ severity }) => severity !== undefined),
    line: `  ${tool}: ${resources} resources, ${errors} errors, ${warnings} warnings`,
  };
}

/** How many findings there are of each code, the most frequent first. */
export function byCode(findings: readonly Finding[]): Record<string, number> {
  const groups = [
    ...Map.groupBy(findings, ({ code, resource }) => `${resource?.split('/')[0] ?? '?'} ${code}`),
  ];
  const counts = groups.map(([code, { length }]) => [code, length] as const);
  return Object.fromEntries(counts.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}
