import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Json = Record<string, unknown>;

/** What was written of one type of resource. */
export interface TypeMeasure {
  resources: number;
  /** How many claim a profile of the guide. */
  claimed: number;
  /** Values that are replaced by the reason why they are absent. */
  absent: number;
}

/** What is measured of a run, none of which may worsen to remove an error. */
export interface Measure {
  readonly types: Record<string, TypeMeasure>;
  /** Different codes, and code systems, of the records that no resource has. */
  readonly codingsDropped: number;
  readonly systemsDropped: number;
  /** Of so many that the records have. */
  readonly codings: number;
  readonly systems: number;
}

/** Measures the bundles and records of a run. */
export function measure(run: string): Measure {
  const types: Record<string, TypeMeasure> = {};
  const written = new Set<string>();
  for (const bundle of read(run, 'bundles/**/*.json')) {
    collectCodings(bundle, written, 'system');
    const entries = (bundle['entry'] as { resource: Json }[] | undefined) ?? [];
    for (const { resource } of entries) count(resource, types);
  }
  const recorded = new Set<string>();
  for (const record of read(run, 'records/*.json')) collectCodings(record, recorded, 'codings');
  const dropped = [...recorded].filter((one) => !written.has(one));
  const systemsOf = (codes: Iterable<string>) => new Set([...codes].map((one) => one.split('|')[0] ?? ''));
  const systems = systemsOf(written);
  const recordedSystems = systemsOf(recorded);
  return {
    types: Object.fromEntries(Object.entries(types).sort(([a], [b]) => (a < b ? -1 : 1))),
    codingsDropped: dropped.length,
    systemsDropped: [...recordedSystems].filter((one) => !systems.has(one)).length,
    codings: recorded.size,
    systems: recordedSystems.size,
  };
}

const read = (run: string, pattern: string): Json[] =>
  globSync(pattern, { cwd: run }).map((name) => JSON.parse(readFileSync(join(run, name), 'utf8')));

function count(resource: Json, types: Record<string, TypeMeasure>): void {
  const type = String(resource['resourceType']);
  types[type] ??= { resources: 0, claimed: 0, absent: 0 };
  types[type].resources += 1;
  if ((resource['meta'] as { profile?: string[] } | undefined)?.profile?.length) types[type].claimed += 1;
  types[type].absent += JSON.stringify(resource).match(/data-absent-reason"/g)?.length ?? 0;
}

/** `system|code` of all codes below: in a record under `codings`, in FHIR beside any `system`. */
function collectCodings(value: unknown, found: Set<string>, under: 'codings' | 'system'): void {
  if (value === null || typeof value !== 'object') return;
  if (under === 'codings') for (const one of codingsOf(value)) enter(one, found);
  else enter(value as Json, found);
  for (const item of Object.values(value)) collectCodings(item, found, under);
}

const codingsOf = (value: object): readonly Json[] => ('codings' in value ? (value.codings as Json[]) : []);

function enter({ system, code }: Json, found: Set<string>): void {
  if (typeof system !== 'string' || typeof code !== 'string') return;
  const ours = /^urn:chartlift:code-system:(.*)$/.exec(system)?.[1];
  found.add(`${system}|${code}`);
  // A code that HL7's own system does not have is kept under a system of ours that names it.
  if (ours !== undefined) found.add(`${decodeURIComponent(ours)}|${code}`);
}
