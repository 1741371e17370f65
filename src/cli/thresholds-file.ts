import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Thresholds } from '../reconciliation/index.ts';
import { UsageError } from './usage-error.ts';

const hint =
  'YAML or JSON with a limit a line, a number or a part: "rows-set-aside: 0.5%"; see docs/reconciliation.md for their names.';

/** The value of `--thresholds`: the limits that a run is held against. */
export async function readThresholds(path: string): Promise<Thresholds> {
  let value: unknown;
  try {
    value = parse(readFileSync(path, 'utf8'));
  } catch {
    throw new UsageError(`--thresholds: the file ${path} cannot be read as YAML`, hint);
  }
  const { thresholds } = await import('../reconciliation/index.ts');
  const parsed = thresholds.safeParse(value);
  if (parsed.success) return parsed.data;
  const [fault] = parsed.error.issues;
  const at = fault?.code === 'unrecognized_keys' ? fault.keys[0] : fault?.path[0];
  throw new UsageError(`--thresholds: ${String(at ?? 'the file')} is no limit that Chartlift knows`, hint);
}
