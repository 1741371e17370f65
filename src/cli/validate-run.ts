import { readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { globSync } from 'tinyglobby';
import { type Issue, severityOf } from '../issue/index.ts';
import { type IssueGroup, openIssueBook } from '../migration/index.ts';
import { check, checkByR4 } from '../validation/index.ts';
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
  const found = filesAt(path, javaValidator === undefined ? ['json', 'ndjson'] : ['json', 'ndjson', 'xml']);
  const files = found.filter((file) => !file.endsWith('.xml'));
  const base = statSync(path).isDirectory() ? path : join(path, '..');
  const texts = files.map((file) => ({ name: relative(base, file), text: readFileSync(file, 'utf8') }));
  const { resources, records, issues } = check(texts, checkByR4(definitions()));
  const judged =
    javaValidator === undefined ? [] : await judgeByJava(javaValidator, resourcesIn(found), guide);
  const all = [...issues, ...judged];
  return {
    format: 'chartlift-validation/1',
    files: found.length,
    resources,
    records,
    errors: countOf(all, 'error'),
    warnings: countOf(all, 'warning'),
    issues: groupsOf(all),
  };
}

/** What R4 says of types and resources; it lies beside the program. */
const definitions = (): string =>
  gunzipSync(readFileSync(new URL('../../definitions/r4-structure.json.gz', import.meta.url))).toString();

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
function filesAt(path: string, formats: readonly string[]): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new UsageError(`there is no ${path}`, 'Name a file, or the folder of a run.');
  if (found.isFile()) return [path];
  const all = globSync(
    formats.map((format) => `**/*.${format}`),
    { cwd: path, absolute: true },
  );
  const own = /(^|\/)((manifest|plan|tally|report\/report)\.json|(issues|ledger|patients)\.ndjson)$/;
  const files = all
    .filter((file) => !own.test(file) && !relative(path, file).startsWith('documents/'))
    .sort();
  if (files.length > 0) return files;
  throw new UsageError(
    `nothing to check in ${path}`,
    "validate reads .json and .ndjson files; with --java-validator HL7's validator reads .xml too.",
  );
}

/** HL7's tool reads resources, one a file. */
const resourcesIn = (files: readonly string[]): string[] =>
  files.filter((file) => file.endsWith('.xml') || (file.endsWith('.json') && startsAsResource(file)));

const startsAsResource = (file: string): boolean =>
  /"resourceType"/.test(readFileSync(file, 'utf8').slice(0, 200));

/** The result as a person reads it. */
export function validationText({ files, resources, records, errors, warnings, issues }: Validated): string {
  const read = `Checked ${files} files: ${resources} resources, ${records} records`;
  const counts = `Found   ${errors} errors, ${warnings} warnings`;
  return [read, counts, ...issues.map(hintedOnce).flatMap(issueGroupLines)].join('\n');
}

/** A hint stands with the first rule that it is for. */
function hintedOnce({ hint, ...group }: IssueGroup, at: number, all: readonly IssueGroup[]): IssueGroup {
  const isFirst = all.findIndex((one) => one.hint === hint) === at;
  return hint !== undefined && isFirst ? { ...group, hint } : group;
}
