import { readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { globSync } from 'tinyglobby';
import { type Issue, severityOf } from '../issue/index.ts';
import { type IssueGroup, openIssueBook } from '../migration/index.ts';
import { check } from '../validation/index.ts';
import { type JudgedBy, judgeByJava } from './java-validator.ts';
import { issueGroupLines } from './report.ts';
import { UsageError } from './usage-error.ts';

/** What was checked, as the command prints it. */
interface Validated {
  readonly format: 'chartlift-validation/1';
  readonly files: number;
  readonly resources: number;
  readonly records: number;
  readonly errors: number;
  readonly warnings: number;
  /** By rule, the most frequent first. */
  readonly issues: readonly IssueGroup[];
}

interface Options {
  readonly path: string;
  readonly javaValidator: string | undefined;
  readonly guide: JudgedBy;
}

/** Checks a file or all of a folder. */
export async function validate({ path, javaValidator, guide }: Options): Promise<Validated> {
  const files = filesAt(path);
  const base = statSync(path).isDirectory() ? path : join(path, '..');
  const texts = files.map((file) => ({ name: relative(base, file), text: readFileSync(file, 'utf8') }));
  const { resources, records, issues } = check(texts);
  const judged =
    javaValidator === undefined ? [] : await judgeByJava(javaValidator, resourcesIn(files), guide);
  const all = [...issues, ...judged];
  return {
    format: 'chartlift-validation/1',
    files: files.length,
    resources,
    records,
    errors: countOf(all, 'error'),
    warnings: countOf(all, 'warning'),
    issues: groupsOf(all),
  };
}

/** Each rule is a group of its own: what is said, not the code alone. */
function groupsOf(issues: readonly Issue[]): IssueGroup[] {
  const rules = Map.groupBy(issues, ({ code, details }) => JSON.stringify([code, details]));
  const groups = [...rules.values()].flatMap((ofRule) => {
    const book = openIssueBook();
    book.enter(ofRule);
    return book.groups();
  });
  return groups.sort((a, b) => b.count - a.count);
}

const countOf = (issues: readonly Issue[], severity: string): number =>
  issues.filter((issue) => severityOf(issue) === severity).length;

/** Bundles, NDJSON and records; the files of a run about itself are none. */
function filesAt(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new UsageError(`there is no ${path}`, 'Name a file, or the folder of a run.');
  if (found.isFile()) return [path];
  const all = globSync(['**/*.json', '**/*.ndjson'], { cwd: path, absolute: true });
  const own = /(^|\/)((manifest|tally|report\/report)\.json|(issues|ledger|patients)\.ndjson)$/;
  const files = all
    .filter((file) => !own.test(file) && !relative(path, file).startsWith('documents/'))
    .sort();
  if (files.length > 0) return files;
  throw new UsageError(`nothing to check in ${path}`, 'validate reads .json and .ndjson files.');
}

/** HL7's tool reads resources, one a file. */
const resourcesIn = (files: readonly string[]): string[] =>
  files.filter(
    (file) => file.endsWith('.json') && /"resourceType"/.test(readFileSync(file, 'utf8').slice(0, 200)),
  );

/** The result as a person reads it. */
export function validationText({ files, resources, records, errors, warnings, issues }: Validated): string {
  const read = `Checked ${files} files: ${resources} resources, ${records} records`;
  return [read, `Found   ${errors} errors, ${warnings} warnings`, ...issues.flatMap(issueGroupLines)].join(
    '\n',
  );
}
