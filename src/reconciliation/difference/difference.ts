import { readManifest } from '../read-run.ts';
import {
  type Cause,
  causes,
  type InputChanges,
  inputChanges,
  type RuleChange,
  ruleChanges,
} from './changes.ts';
import { openComparison, type TypeDifference } from './compare.ts';
import { openBoth } from './written.ts';

/** How one run differs from another. */
export interface Difference {
  readonly format: 'chartlift-diff/1';
  readonly before: string;
  readonly after: string;
  readonly inputs: InputChanges;
  readonly rules: readonly RuleChange[];
  /** Resources by type; a type that does not differ is not told. */
  readonly types: readonly TypeDifference[];
  /** The charts in which something differs, by the id of their patient; nothing where only NDJSON can be compared. */
  readonly charts: readonly string[];
}

/** Compares two runs: what came, what went, what is another, and whether data or rules are the reason. */
export function differenceOf(before: string, after: string): Difference {
  const [old, now] = [readManifest(before), readManifest(after)];
  const [was, is] = openBoth({ folder: before, manifest: old }, { folder: after, manifest: now });
  const comparison = openComparison();
  const causeOf = causes(old, now);
  const charts: string[] = [];
  for (const part of new Set([...was.hashes.keys(), ...is.hashes.keys()])) {
    if (was.hashes.get(part) === is.hashes.get(part)) continue;
    const chart = is.patientOf(part);
    if (chart !== undefined) charts.push(chart);
    comparison.add(was.resources(part), is.resources(part), causeOf(chart));
  }
  return {
    format: 'chartlift-diff/1',
    before,
    after,
    inputs: inputChanges(old, now),
    rules: ruleChanges(old, now),
    types: comparison.types(),
    charts: charts.sort(),
  };
}

/** The reasons in words. */
export const causeWords: Readonly<Record<Cause, string>> = {
  data: 'the data',
  rules: 'program, mapping or options',
  either: 'data, or program, mapping or options',
  neither: 'none of these: was it another build of the program?',
};
