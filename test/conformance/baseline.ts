import { join } from 'node:path';
import type { Measure } from './measure.ts';

/** What is agreed on of a run, as rates: a corpus that grows is no worsening. */
export interface Rates {
  /** For each type: of a hundred how many claim a profile, and how many values of them are said to be absent. */
  readonly types: Record<
    string,
    { readonly resources: number; readonly claimed: number; readonly absent: number }
  >;
  /** For each thousand resources. */
  readonly warnings: number;
  /** For each thousand codes, and for each hundred code systems, of the records. */
  readonly codingsDropped: number;
  readonly systemsDropped: number;
}

/** The rates of a run by its name. */
export type Baseline = Record<string, Rates>;

/** The figures that were agreed on; `npm run conformance -- --update` writes them anew. */
export const baselineFile = join(import.meta.dirname, 'baseline.json');

const rate = (part: number, whole: number, per: number): number =>
  whole === 0 ? 0 : Math.round((part / whole) * per);

/** The rates of what was measured. */
export function ratesOf({ types, ...all }: Measure, warnings: number): Rates {
  const resources = Object.values(types).reduce((sum, one) => sum + one.resources, 0);
  const byType = Object.entries(types).map(([type, { claimed, absent, resources: whole }]) => [
    type,
    { resources: whole, claimed: rate(claimed, whole, 100), absent: rate(absent, whole, 100) },
  ]);
  return {
    types: Object.fromEntries(byType),
    warnings: rate(warnings, resources, 1000),
    codingsDropped: rate(all.codingsDropped, all.codings, 1000),
    systemsDropped: rate(all.systemsDropped, all.systems, 100),
  };
}

/** What is worse than it was by more than one in its measure, which the rounding may make, or than one resource makes. */
export function worsened(before: Baseline, now: Baseline): string[] {
  return Object.entries(now).flatMap(([name, rates]) => {
    const then = before[name];
    if (!then) return [`${name}: no figures are agreed on`];
    const totals = (['codingsDropped', 'systemsDropped', 'warnings'] as const).flatMap((key) =>
      rates[key] > then[key] + 1 ? [`${name}: ${key} ${then[key]} → ${rates[key]}`] : [],
    );
    const types = Object.keys(rates.types).flatMap((type) => worseType(type, then, rates));
    return [...totals, ...types.map((line) => `${name}: ${line}`)];
  });
}

function worseType(type: string, then: Rates, now: Rates): string[] {
  const [old, own] = [then.types[type], now.types[type]];
  if (!old || !own) return [];
  const slack = Math.max(1, Math.ceil(100 / own.resources));
  return [
    ...(own.claimed < old.claimed - slack
      ? [`${type} claims its profile ${old.claimed} → ${own.claimed} %`]
      : []),
    ...(own.absent > old.absent + slack
      ? [`${type} says values absent ${old.absent} → ${own.absent} %`]
      : []),
  ];
}
