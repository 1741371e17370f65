import type { Issue, Place } from '../issue/index.ts';
import { countedUnits, type LedgerLine, type LedgerState } from '../record/index.ts';
import { addressOf } from '../writers/fhir/index.ts';
import { changedMeanwhile } from './changed-file.ts';
import type { ConvertedGroup } from './convert-group.ts';
import { type AttachedFile, type DocumentBook, openDocumentBook } from './document-book.ts';
import { type Examined, unreadable } from './examine.ts';
import { byPlace, type IssueCounts, issueText, openIssueBook } from './issue-book.ts';
import { type Balances, inOrder, ledgerText, openBook } from './ledger.ts';
import type { Plan } from './plan.ts';
import {
  fileIssues,
  hasScanIndex,
  isForgotten,
  openScanBook,
  type ScanCounts,
  type ScansKnown,
} from './scans/index.ts';

/** Lines about input files, each with its file, in the order in which they came. */
export interface LineSink {
  add(file: string, lines: readonly string[]): void;
}

/** Where the lines of the two accounts go: `ledger.ndjson` and `issues.ndjson`. */
export interface LogSinks {
  readonly ledger: LineSink;
  readonly issues: LineSink;
}

/** The two accounts of a run, or of a part of it, and their sums. */
export interface Log {
  accountForFiles(plan: Plan): void;
  accountForGroup(converted: ConvertedGroup): void;
  /** Accounts for documents of patients whom this run does not convert. */
  passOver(documents: readonly Examined[], rule: string): void;
  /** Enters lines and issues that were worked out elsewhere; what they tell of was counted there. */
  enter(lines: readonly LedgerLine[], issues: readonly Issue[]): void;
  /** Adds the sums of a part; its lines are kept by the part. */
  add(sums: LogSums): void;
  sums(): LogSums;
  readonly book: ReturnType<typeof openBook>;
  readonly issues: ReturnType<typeof openIssueBook>;
  /** What became of each file, by its name. */
  readonly fates: ReadonlyMap<string, LedgerState>;
  /** Files that a document names and that changed while they were read. */
  readonly changed: Set<string>;
  /** The account of each document for itself. */
  readonly documents: DocumentBook;
  /** What became of the files that documents and rows name. */
  scans(): ScanCounts | undefined;
}

/** The sums of a part of a run, as JSON. */
export interface LogSums {
  readonly balances: Balances;
  readonly issues: IssueCounts;
  readonly unbalanced: readonly string[];
  readonly attached: readonly (readonly [file: string, facts: AttachedFile])[];
  /** Files that a document names and that were not any more as they were. */
  readonly changed: readonly string[];
  /** Rows that were set aside for want of the file that they name. */
  readonly withoutFile: number;
}

/** Opens both accounts. */
export function openLog(sinks: LogSinks): Log {
  const book = openBook();
  const issues = openIssueBook();
  const fates = new Map<string, LedgerState>();
  const documents = openDocumentBook();
  const changed = new Set<string>();
  const scans = openScanBook();
  const enter = (lines: readonly LedgerLine[], said: readonly Issue[]) => {
    scans.enter(lines);
    book.enter(lines);
    issues.enter(said);
    for (const { unit, place, state } of lines) if (unit === 'file') fates.set(place.file, state);
    for (const [file, own] of byFile(lines)) sinks.ledger.add(file, inOrder(own).map(ledgerText));
    for (const [file, own] of byFile(said)) sinks.issues.add(file, own.toSorted(byPlace).map(issueText));
  };
  return {
    book,
    issues,
    fates,
    changed,
    documents,
    accountForFiles(plan) {
      countFiles(plan, book);
      enter(...fileAccount(plan, { attached: documents.attached, changed }));
    },
    accountForGroup(converted) {
      const lines = linesOf(converted);
      for (const { file, contribution } of converted.documents) {
        documents.enter(file.name, contribution, lines);
        for (const unit of countedUnits) book.read(unit, contribution.units[unit] ?? 0);
      }
      for (const { contribution } of converted.rows) documents.attach(contribution);
      // Values are told only where one was superseded: there is nothing to hold them against.
      book.read('value', converted.ledger.filter(({ unit }) => unit === 'value').length);
      enter(lines, converted.issues);
    },
    passOver: (files, rule) =>
      enter(
        files.flatMap((file) => passedLines(file, rule)),
        [],
      ),
    enter,
    add({ balances, issues: counts, unbalanced, attached, changed: more, withoutFile }) {
      for (const file of more) changed.add(file);
      scans.add(withoutFile);
      book.add(balances);
      issues.add(counts);
      documents.add({ unbalanced, attached: new Map(attached) });
    },
    sums: () => ({
      balances: book.balances(),
      issues: issues.counts(),
      unbalanced: documents.unbalanced,
      attached: [...documents.attached],
      changed: [],
      withoutFile: scans.setAside,
    }),
    scans: () => scans.counts(documents.attached),
  };
}

function countFiles({ files }: Plan, book: Log['book']): void {
  book.read('file', files.length);
  book.read('document', files.filter(({ format, state }) => format && state !== 'duplicate').length);
}

/** What is told of files that are no part of a group, and of those that were left out. */
function fileAccount({ files, issues }: Plan, told: Omit<Named, 'hasIndex'>): [LedgerLine[], Issue[]] {
  const known = { ...told, hasIndex: hasScanIndex(files) };
  return [
    files.flatMap((file) => asideLines(file, known)),
    [...files.flatMap((file) => saidOf(file, known)), ...issues],
  ];
}

const byFile = <T extends { place: { file: string } }>(items: readonly T[]): Map<string, T[]> =>
  Map.groupBy(items, ({ place }) => place.file);

const passedLines = ({ name: file }: Examined, rule: string): LedgerLine[] =>
  (['file', 'document'] as const).map((unit) => ({ unit, place: { file }, state: 'left-out', rule }));

/** What documents say of files that are none themselves. */
type Named = ScansKnown & Pick<Log, 'changed'>;

const saidOf = (file: Examined, known: Named): readonly Issue[] =>
  known.changed.has(file.name) ? [unreadable(file, changedMeanwhile)] : fileIssues(file, known);

/** The lines of a file that is no document itself: one that a document names went into it. */
function asideLines(file: Examined, known: Named): LedgerLine[] {
  const { attached, changed } = known;
  const { name, state, rule } = file;
  // Tables are accounted for by those who read them.
  if (state === 'document' || state === 'table') return [];
  const line = { unit: 'file', place: { file: name } } as const;
  if (changed.has(name)) return [{ ...line, state: 'quarantined', rule: 'changed-while-reading' }];
  if (state === 'package') return [{ ...line, state: 'converted', rule: rule ?? state }];
  const named = attached.get(name);
  if (named) return [{ ...line, state: 'converted', rule: 'named-by-document', ...contentOf(named) }];
  if (state === 'unreadable') return unreadableLines(file);
  return [
    { ...line, state: 'left-out', rule: isForgotten(file, known) ? 'not-referenced' : (rule ?? state) },
  ];
}

function unreadableLines({ name, state, rule = state, format }: Examined): LedgerLine[] {
  const line = { place: { file: name }, state: 'quarantined', rule } as const;
  return [{ unit: 'file', ...line }, ...(format ? [{ unit: 'document', ...line } as const] : [])];
}

const contentOf = ({ sha256, pages }: AttachedFile) => ({ sha256, ...(pages !== undefined && { pages }) });

/** The lines of a group: what the parts became in the record is told by the names of the written resources. */
function linesOf({ ledger, documents, rendered }: ConvertedGroup): LedgerLine[] {
  const own = ledger.filter(({ unit, state }) => unit !== 'file' || state === 'quarantined');
  const addressesOf = (ref: string) => rendered?.index.get(ref) ?? [];
  const compositions = new Map(
    own.flatMap(({ unit, place, into = [] }) => {
      const [found] = unit === 'document' ? into.flatMap(addressesOf).filter(isComposition) : [];
      return found === undefined ? [] : [[place.file, found] as const];
    }),
  );
  // What has no resource of its own, as that there are no medications, stands in its document; rows have none: there it
  // is told by its name in the record.
  const written = (ref: string, { file }: Place) => {
    const addresses = addressesOf(ref);
    return addresses.length > 0 ? addresses : [addressOf(ref) ?? compositions.get(file) ?? ref];
  };
  const told = new Set(own.filter(({ unit }) => unit === 'document').map(({ place }) => place.file));
  const files = documents.flatMap(({ file }): LedgerLine[] => {
    const line = { place: { file: file.name }, state: 'converted' } as const;
    return [
      { unit: 'file', ...line },
      ...(told.has(file.name) ? [] : [{ unit: 'document', ...line } as const]),
    ];
  });
  const named = own.map((line) =>
    line.into ? { ...line, into: line.into.flatMap((ref) => written(ref, line.place)) } : line,
  );
  return [...files, ...named];
}

const isComposition = (address: string): boolean => address.startsWith('Composition/');
