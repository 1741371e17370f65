import type { Issue } from '../issue/index.ts';
import { countedUnits, type LedgerLine, type LedgerState } from '../record/index.ts';
import { addressOf } from '../writers/fhir/index.ts';
import type { ConvertedGroup } from './convert-group.ts';
import { type DocumentBook, openDocumentBook } from './document-book.ts';
import type { Examined } from './examine.ts';
import { byPlace, issueText, openIssueBook } from './issue-book.ts';
import { inOrder, ledgerText, openBook } from './ledger.ts';
import type { Plan } from './plan.ts';
import type { RunFolder } from './run-folder.ts';
import { fileIssues, isForgotten } from './scans/index.ts';
import { openSpool } from './spool.ts';

/** The two accounts of a run, `ledger.ndjson` and `issues.ndjson`, and their sums. */
export interface Log {
  accountForFiles(plan: Plan): void;
  accountForGroup(converted: ConvertedGroup): void;
  /** Accounts for documents of patients whom this run does not convert. */
  passOver(documents: readonly Examined[]): void;
  /** Enters lines and issues that were worked out elsewhere; what they tell of was counted there. */
  enter(lines: readonly LedgerLine[], issues: readonly Issue[]): void;
  close(): void;
  readonly book: ReturnType<typeof openBook>;
  readonly issues: ReturnType<typeof openIssueBook>;
  /** What became of each file, by its name. */
  readonly fates: ReadonlyMap<string, LedgerState>;
  /** The account of each document for itself. */
  readonly documents: DocumentBook;
}

/** Opens both accounts. */
export function openLog(folder: RunFolder): Log {
  const book = openBook();
  const issues = openIssueBook();
  const fates = new Map<string, LedgerState>();
  const documents = openDocumentBook();
  const ledgerSpool = openSpool(folder, 'ledger.ndjson');
  const issueSpool = openSpool(folder, 'issues.ndjson');
  const enter = (lines: readonly LedgerLine[], said: readonly Issue[]) => {
    book.enter(lines);
    issues.enter(said);
    for (const { unit, place, state } of lines) if (unit === 'file') fates.set(place.file, state);
    for (const [file, own] of byFile(lines)) ledgerSpool.add(file, inOrder(own).map(ledgerText));
    for (const [file, own] of byFile(said)) issueSpool.add(file, own.toSorted(byPlace).map(issueText));
  };
  return {
    book,
    issues,
    fates,
    documents,
    accountForFiles({ files, issues }) {
      book.read('file', files.length);
      book.read('document', files.filter(({ format, state }) => format && state !== 'duplicate').length);
      // Tables are accounted for by those who read them.
      const aside = files.filter(({ state }) => state !== 'document' && state !== 'table');
      const { attached } = documents;
      const lines = aside.flatMap((file) => asideLines(file, attached));
      enter(lines, [...files.flatMap((file) => fileIssues(file, attached)), ...issues]);
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
    passOver: (files) => enter(files.flatMap(passedLines), []),
    enter,
    close() {
      ledgerSpool.close();
      issueSpool.close();
    },
  };
}

const byFile = <T extends { place: { file: string } }>(items: readonly T[]): Map<string, T[]> =>
  Map.groupBy(items, ({ place }) => place.file);

const passedLines = ({ name: file }: Examined): LedgerLine[] =>
  (['file', 'document'] as const).map((unit) => {
    return { unit, place: { file }, state: 'left-out', rule: 'not-in-quarantine' };
  });

/** The lines of a file that is no document itself: one that a document names went into it. */
function asideLines(file: Examined, attached: DocumentBook['attached']): LedgerLine[] {
  const { name, state, format } = file;
  const rule = isForgotten(file, attached) ? 'not-referenced' : file.rule;
  const named = attached.get(name);
  const place = { file: name };
  if (state === 'package') return [{ unit: 'file', place, state: 'converted', rule: rule ?? state }];
  if (named) {
    const { sha256, pages } = named;
    const facts = { sha256, ...(pages !== undefined && { pages }) };
    return [{ unit: 'file', place, state: 'converted', rule: 'named-by-document', ...facts }];
  }
  if (state !== 'unreadable') return [{ unit: 'file', place, state: 'left-out', rule: rule ?? state }];
  const line = { place, state: 'quarantined', rule: rule ?? state } as const;
  return [{ unit: 'file', ...line }, ...(format ? [{ unit: 'document', ...line } as const] : [])];
}

/** The lines of a group: what the parts became in the record is told by the names of the written resources. */
function linesOf({ ledger, documents, rendered }: ConvertedGroup): LedgerLine[] {
  // What has no resource of its own, as a statement that there are no medications, is told by its name in the record.
  const written = (ref: string) => {
    const addresses = rendered?.index.get(ref) ?? [];
    return addresses.length > 0 ? addresses : [addressOf(ref) ?? ref];
  };
  const own = ledger.filter(({ unit, state }) => unit !== 'file' || state === 'quarantined');
  const told = new Set(own.filter(({ unit }) => unit === 'document').map(({ place }) => place.file));
  const files = documents.flatMap(({ file }): LedgerLine[] => {
    const line = { place: { file: file.name }, state: 'converted' } as const;
    return [
      { unit: 'file', ...line },
      ...(told.has(file.name) ? [] : [{ unit: 'document', ...line } as const]),
    ];
  });
  return [...files, ...own.map((line) => (line.into ? { ...line, into: line.into.flatMap(written) } : line))];
}
