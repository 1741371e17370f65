import { hash } from 'node:crypto';
import { allGroups } from '../groups.ts';
import type { Pilot } from '../pilot.ts';
import type { Group, Plan } from '../plan.ts';
import type { PlannedShard } from '../run-ledger/run-ledger.ts';
import type { TableExport, TableRun } from '../tables/index.ts';
import type { ShardTask } from './convert-shard.ts';
import { cutByDigits, cutShards, type Shard } from './cut-shards.ts';

/** A shard of the plan: what is expected of it, and the work itself. */
export interface ShardOfPlan extends PlannedShard {
  /** The patients, with their rows, which are read when they are asked for. */
  readonly task: ShardTask;
}

/** What a shard with rows takes at most, in bytes, as far as the digits of ids part them. */
const mostBytes = 2_000_000;

interface Tables {
  readonly pilot: Pilot;
  readonly run: TableRun;
  readonly exports: readonly TableExport[];
  /** Patients of whom a document is taken again. */
  readonly taken?: ReadonlySet<string> | undefined;
}

/** Cuts a plan into shards; where there are tables, their patients go with the documents. */
export function planShards(plan: Plan, { run, exports, pilot, taken }: Tables): ShardOfPlan[] {
  const size = sumOf(
    [...exports, ...plan.groups.flatMap(({ documents }) => documents)].map((one) => one.size),
  );
  const digits = exports.length === 0 ? undefined : Math.min(2, Math.ceil(Math.log2(size / mostBytes) / 4));
  const shards =
    digits === undefined
      ? cutShards(plan.groups)
      : cutByDigits(plan.groups, Math.max(0, digits), run.prefixes());
  // Rows stand in no shard before they are asked for: any change of a file may move some, or what they name.
  const ofAll = exports.length === 0 ? '' : hashOfAll(plan, exports);
  const leaving = {
    run,
    leftOut: (id: string) =>
      pilot.leftOut(id) ?? (run.isWanted(id) || taken?.has(id) ? undefined : 'not-in-quarantine'),
  };
  return shards.map((shard) => shardOfPlan(shard, ofAll, leaving));
}

function shardOfPlan(shard: Shard, ofAll: string, leaving: Leaving): ShardOfPlan {
  const { name, groups } = shard;
  const documents = groups.flatMap((group) => group.documents);
  const fingerprint = fingerprintOf(groups, ofAll);
  const prefix = name === 'all' ? '' : name;
  const all = ofAll === '' ? groups : withRows(groups, prefix, leaving);
  return {
    name: safe(name),
    fingerprint,
    patients: groups.length,
    documents: documents.length,
    bytes: documents.reduce((sum, { size }) => sum + size, 0),
    task: { name: safe(name), fingerprint, groups: all },
  };
}

/** Ids are made by us, or by whoever wrote a record that is read back. */
const safe = (name: string): string => name.replace(/[^\w-]/g, '_');

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

interface Leaving {
  readonly run: Pick<TableRun, 'patients'>;
  leftOut(id: string): string | undefined;
}

const withRows = (groups: readonly Group[], prefix: string, { run, leftOut }: Leaving): Iterable<Group> => ({
  *[Symbol.iterator]() {
    for (const group of allGroups(groups, run.patients(prefix)))
      yield { ...group, leftOut: leftOut(group.id) };
  },
});

function fingerprintOf(groups: readonly Group[], ofAll: string): string {
  const facts = groups.map(({ id, leftOut, documents }) => {
    return [
      id,
      leftOut ?? '',
      ...documents.map(({ name, sha256, index, entry }) => [name, sha256, index?.sha256, entry?.line]),
    ];
  });
  return hash('sha256', JSON.stringify([ofAll, facts]), 'hex');
}

function hashOfAll({ files }: Plan, exports: readonly TableExport[]): string {
  const tables = exports.map(({ name, sha256, mappingSha256 }) => [name, sha256, mappingSha256]);
  return hash('sha256', JSON.stringify([tables, files.map(({ name, sha256 }) => [name, sha256])]), 'hex');
}
