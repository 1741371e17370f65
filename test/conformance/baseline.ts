import { join } from 'node:path';
import type { Measure } from './measure.ts';

/** The figures of a run by its name. */
export type Baseline = Record<string, Measure & { readonly warnings: number }>;

/** The figures that were agreed on; `npm run conformance -- --update` writes them anew. */
export const baselineFile = join(import.meta.dirname, 'baseline.json');

/** What is worse than it was: fewer claims by share, more values absent by share, more codes dropped, more warnings. */
export function worsened(before: Baseline, now: Baseline): string[] {
  return Object.entries(now).flatMap(([name, figures]) => {
    const then = before[name];
    if (!then) return [`${name}: no figures are agreed on`];
    const totals = (['codingsDropped', 'systemsDropped', 'warnings'] as const).flatMap((key) =>
      figures[key] > then[key] ? [`${name}: ${key} ${then[key]} → ${figures[key]}`] : [],
    );
    return [
      ...totals,
      ...Object.keys(figures.types).flatMap((type) => worseType(name, type, { then, figures })),
    ];
  });
}

function worseType(
  name: string,
  type: string,
  { then, figures }: { then: Measure; figures: Measure },
): string[] {
  const [old, now] = [then.types[type], figures.types[type]];
  if (!old || !now) return [];
  // Shares to the thousandth: one resource more of another kind is no worsening.
  const share = (part: number, whole: number) => Math.round((part / whole) * 1000);
  const lines: string[] = [];
  if (share(now.claimed, now.resources) < share(old.claimed, old.resources))
    lines.push(
      `${name}: ${type} claims its profile ${old.claimed}/${old.resources} → ${now.claimed}/${now.resources}`,
    );
  if (share(now.absent, now.resources) > share(old.absent, old.resources))
    lines.push(
      `${name}: ${type} says values absent ${old.absent}/${old.resources} → ${now.absent}/${now.resources}`,
    );
  return lines;
}
