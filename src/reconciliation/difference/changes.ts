import type { RunManifest } from '../run-manifest.ts';

/** Why something of a run is not as it was. */
export type Cause = 'data' | 'rules' | 'either' | 'neither';

/** One thing that two runs were made with and that differs. */
export interface RuleChange {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** Inputs by their name: which came, which went, which have other bytes. */
export interface InputChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly vanished: readonly string[];
}

const shown = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? 'none');

/** Everything but data in which two runs differ: program, options, mappings, and the time that they are as of. */
export function ruleChanges(before: RunManifest, after: RunManifest): RuleChange[] {
  const facts = (run: RunManifest): Map<string, string> =>
    new Map([
      ['program', run.program.version],
      ['as of', run.asOf],
      ...Object.entries(run.options).flatMap(([name, value]): [string, string][] =>
        ungoverned.has(name) ? [] : [[name, shown(value)]],
      ),
      ...run.exports.map(({ mapping }): [string, string] => [
        `mapping ${mapping.id}`,
        `${mapping.version} ${mapping.sha256.slice(0, 16)}`,
      ]),
    ]);
  const [old, now] = [facts(before), facts(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((what) => {
    const change = { what, before: old.get(what) ?? 'none', after: now.get(what) ?? 'none' };
    return change.before === change.after ? [] : [change];
  });
}

/** Options that say what is written beside the resources, and nothing of them. */
const ungoverned = new Set(['to', 'crosswalk', 'print', 'thresholds', 'maxFileResources', 'dryRun']);

/** Which files of the input are not the same. */
export function inputChanges(before: RunManifest, after: RunManifest): InputChanges {
  const [old, now] = [hashesOf(before), hashesOf(after)];
  return {
    added: [...now.keys()].filter((file) => !old.has(file)),
    changed: [...now].flatMap(([file, sha256]) => (old.has(file) && old.get(file) !== sha256 ? [file] : [])),
    vanished: [...old.keys()].filter((file) => !now.has(file)),
  };
}

const hashesOf = ({ inputs }: RunManifest): Map<string, string> =>
  new Map(inputs.map(({ file, sha256 = '' }) => [file, sha256]));

/** Tells for a chart, and for what charts share, whether its data, the rules, or both are not as they were. */
export function causes(before: RunManifest, after: RunManifest): (patient: string | undefined) => Cause {
  const hasRules = ruleChanges(before, after).length > 0;
  const touched = touchedPatients(before, after);
  return (patient) => {
    // A table is of many charts: when it changes, any of them may.
    const hasData =
      touched.has(undefined) || (patient === undefined ? touched.size > 0 : touched.has(patient));
    if (hasData) return hasRules ? 'either' : 'data';
    return hasRules ? 'rules' : 'neither';
  };
}

/** Whose input files are not the same; nobody's, where a file is of no chart alone. */
function touchedPatients(before: RunManifest, after: RunManifest): Set<string | undefined> {
  const { added, changed, vanished } = inputChanges(before, after);
  const files = new Set([...added, ...changed, ...vanished]);
  const inputs = [...before.inputs, ...after.inputs].filter(({ file }) => files.has(file));
  return new Set(inputs.map(({ patient }) => patient));
}
