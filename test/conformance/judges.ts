import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root, shared } from './places.ts';

/** What a judge says of a resource. */
export interface Finding {
  readonly severity: string;
  readonly code: string;
  readonly message: string;
  readonly path: string;
  readonly resource?: string;
  readonly file: string;
}

export type Guide = 'us-core' | 'ips';

/** Converts with the built program; what cannot be read of the input is no matter here. */
export function convert(input: string, out: string, flags: readonly string[]): void {
  const program = join(root, 'bin', 'run.js');
  const all = ['convert', input, '--out', out, '--as-of', '2026-01-01T00:00:00Z', '--json', ...flags];
  const { status } = spawnSync(process.execPath, [program, ...all], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0 && status !== 1) throw new Error(`the conversion ended with ${status}`);
}

/** The errors and warnings of a judge; its summary is printed. */
export function judge(
  tool: 'validate' | 'reference',
  files: readonly string[],
  flags: readonly string[] = [],
): Finding[] {
  const { stdout, status } = spawnSync(
    join(shared, 'oracle', tool),
    [...files, '--level', 'warning', ...flags],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 29,
    },
  );
  if (status !== 0 && status !== 1) throw new Error(`${tool} could not run (${status})`);
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const { resources, errors, warnings } = lines.at(-1)?.summary ?? {};
  console.log(`  ${tool}: ${resources} resources, ${errors} errors, ${warnings} warnings`);
  return lines.filter(({ severity }) => severity !== undefined);
}

/** How many findings there are of each code, the most frequent first. */
export function byCode(findings: readonly Finding[]): Record<string, number> {
  const groups = [
    ...Map.groupBy(findings, ({ code, resource }) => `${resource?.split('/')[0] ?? '?'} ${code}`),
  ];
  const counts = groups.map(([code, { length }]) => [code, length] as const);
  return Object.fromEntries(counts.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}
