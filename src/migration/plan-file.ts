import type { ShardOfPlan } from './parts/plan-shards.ts';
import type { Plan } from './plan.ts';
import type { RunFolder } from './run-folder.ts';
import type { RunIdentity } from './run-identity.ts';
import type { TableExport, TableRun } from './tables/index.ts';

/** The format of `plan.json`. */
const planFormat = 'chartlift-plan/1';

interface Planned {
  readonly identity: RunIdentity;
  readonly asOf: string;
  readonly plan: Plan;
  readonly shards: readonly ShardOfPlan[];
  readonly exports: readonly TableExport[];
  readonly tables: TableRun;
}

/** What a plan comes to. */
export interface PlanTotals {
  readonly files: number;
  readonly documents: number;
  readonly rows: number;
  readonly bytes: number;
  readonly shards: number;
}

/** Writes the plan down: what is asked, what is expected, and how the work is cut. */
export function writePlan(folder: RunFolder, planned: Planned): PlanTotals {
  const { identity, asOf, plan, shards, exports } = planned;
  const totals = totalsOf(planned);
  // Where things lie on this machine is no part of the plan.
  const { input: _, '--only-quarantine': __, ...options } = identity;
  const text = {
    format: planFormat,
    asOf,
    options,
    expected: totals,
    files: countStates(plan),
    mappings: exports.map(({ name, mapping, mappingSha256, sha256 }) => ({
      folder: name,
      mapping: mapping.id,
      version: mapping.version,
      sha256: mappingSha256,
      tables: sha256,
    })),
    shards: shards.map(({ task: _, ...shard }) => shard),
  };
  folder.write('plan.json', `${JSON.stringify(text, null, 2)}\n`);
  return totals;
}

function totalsOf({ plan, shards, tables }: Planned): PlanTotals {
  return {
    files: plan.files.length,
    documents: shards.reduce((sum, { documents }) => sum + documents, 0),
    rows: tables.accounts.rows.total(),
    bytes: plan.files.reduce((sum, { size }) => sum + size, 0),
    shards: shards.length,
  };
}

function countStates({ files }: Plan): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { state } of files) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}
