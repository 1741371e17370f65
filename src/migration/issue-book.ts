import {
  catalogue,
  type Entry,
  type Issue,
  type IssueCode,
  type Place,
  type Severity,
  severityOf,
  wordsOf,
} from '../issue/index.ts';
import { byCodeUnits } from './order.ts';

/** All issues of one code: how often, and where the first three stand. */
export interface IssueGroup {
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly count: number;
  readonly hint?: string;
  readonly examples: readonly (Place & { readonly text: string })[];
}

/** A code system without a known URI, and how many codes of it were read. */
export interface UnmappedSystem {
  readonly system: string;
  readonly count: number;
}

/** What was counted, as JSON: of each code how often and its first issues, and the unknown systems. */
export interface IssueCounts {
  readonly codes: readonly (readonly [code: IssueCode, count: number, first: readonly Issue[]])[];
  readonly systems: readonly (readonly [system: string, count: number])[];
}

/** Counts issues without keeping them. */
export interface IssueBook {
  enter(issues: readonly Issue[]): void;
  /** Adds what another count has. */
  add(counts: IssueCounts): void;
  counts(): IssueCounts;
  groups(): IssueGroup[];
  unmapped(): UnmappedSystem[];
}

const examplesShown = 3;

/** Opens the count; its groups come the most frequent first. */
export function openIssueBook(): IssueBook {
  const counts = new Map<IssueCode, { count: number; first: readonly Issue[] }>();
  const systems = new Map<string, number>();
  const enter = (code: IssueCode, more: number, others: readonly Issue[]) => {
    const { count, first } = counts.get(code) ?? { count: 0, first: [] };
    const all = [...first, ...others].sort(byPlace).slice(0, examplesShown);
    counts.set(code, { count: count + more, first: all });
  };
  return {
    enter(issues) {
      for (const issue of issues) {
        countSystem(issue, systems);
        enter(issue.code, 1, [issue]);
      }
    },
    add(others) {
      for (const one of others.codes) enter(...one);
      for (const [system, count] of others.systems) systems.set(system, (systems.get(system) ?? 0) + count);
    },
    counts: () => ({
      codes: [...counts].map(([code, { count, first }]) => [code, count, first] as const),
      systems: [...systems],
    }),
    groups() {
      const groups = [...counts].map(([code, { count, first }]) => groupOf(code, count, first));
      return groups.sort((a, b) => b.count - a.count || byCodeUnits(a.code, b.code));
    },
    unmapped() {
      const found = [...systems].map(([system, count]) => ({ system, count }));
      return found.sort((a, b) => b.count - a.count || byCodeUnits(a.system, b.system));
    },
  };
}

function countSystem({ code, details }: Issue, systems: Map<string, number>): void {
  if (code !== 'code-system-unknown') return;
  const system = String(details?.['system']);
  systems.set(system, (systems.get(system) ?? 0) + 1);
}

function groupOf(code: IssueCode, count: number, first: readonly Issue[]): IssueGroup {
  const { severity, hint }: Entry = catalogue[code];
  const examples = first.map((issue) => ({ ...issue.place, text: wordsOf(issue) }));
  return { code, severity, count, ...(hint ? { hint } : {}), examples };
}

/** Issues in their order: file, line, code, path. */
export const byPlace = (a: Issue, b: Issue): number =>
  byCodeUnits(a.place.file, b.place.file) ||
  (a.place.line ?? 0) - (b.place.line ?? 0) ||
  byCodeUnits(a.code, b.code) ||
  byCodeUnits(JSON.stringify(a), JSON.stringify(b));

/** A line of `issues.ndjson`. */
export const issueText = (issue: Issue): string =>
  JSON.stringify({
    ...issue.place,
    severity: severityOf(issue),
    code: issue.code,
    type: catalogue[issue.code].type,
    text: wordsOf(issue),
    details: issue.details,
  });
