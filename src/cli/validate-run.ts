import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Issue } from '../issue/index.ts';
import { type IssueBook, type IssueGroup, openIssueBook } from '../migration/index.ts';
import { checkByR4, openCheck } from '../validation/index.ts';
import { filesToCheck, isForJava, textsOf } from './files-to-check.ts';
import { type JudgedBy, judgeByJava } from './java-validator.ts';
import { issueGroupLines } from './report.ts';

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

/** Checks a file or all of a folder, a document at a time; HL7's validator is asked where it is named. */
export async function validate({ path, javaValidator, guide }: Options): Promise<Validated> {
  const { base, files } = filesToCheck(path, ['json', 'ndjson', ...(javaValidator ? ['xml'] : [])]);
  const rules = openRules();
  const counts = checkAll(files, base, rules);
  if (javaValidator !== undefined) {
    const judged = judgeByJava(javaValidator, files.filter(isForJava), guide);
    for await (const issues of judged) rules.enter(issues);
  }
  const issues = rules.groups();
  return {
    format: 'chartlift-validation/1',
    files: files.length,
    ...counts,
    errors: countOf(issues, 'error'),
    warnings: countOf(issues, 'warning'),
    issues,
  };
}

/** Twice over the files: what is there, then whether it is right. */
function checkAll(files: readonly string[], base: string, rules: Rules) {
  const { meet, check } = openCheck(checkByR4(definitions()));
  const texts = files.filter((file) => !file.endsWith('.xml'));
  for (const file of texts) for (const text of textsOf(file, base)) meet(text);
  const counts = { resources: 0, records: 0 };
  for (const file of texts) {
    for (const text of textsOf(file, base)) {
      const { resources, records, issues } = check(text);
      counts.resources += resources;
      counts.records += records;
      rules.enter(issues);
    }
  }
  return counts;
}

/** What R4 says of types and resources; it lies beside the program. */
const definitions = (): string =>
  gunzipSync(readFileSync(new URL('../../definitions/r4-structure.json.gz', import.meta.url))).toString();

/** Counts issues by rule: what is said, not the code alone. */
interface Rules {
  enter(issues: readonly Issue[]): void;
  groups(): IssueGroup[];
}

function openRules(): Rules {
  const books = new Map<string, IssueBook>();
  return {
    enter(issues) {
      for (const issue of issues) {
        const rule = JSON.stringify([issue.code, issue.details]);
        const book = books.get(rule) ?? openIssueBook();
        books.set(rule, book);
        book.enter([issue]);
      }
    },
    groups: () => [...books.values()].flatMap((book) => book.groups()).sort((a, b) => b.count - a.count),
  };
}

const countOf = (groups: readonly IssueGroup[], wanted: string): number =>
  groups.reduce((sum, { severity, count }) => (severity === wanted ? sum + count : sum), 0);

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
