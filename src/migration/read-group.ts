import type { Issue } from '../issue/index.ts';
import { type ReadOptions, readers } from '../readers/index.ts';
import type { Contribution, LedgerLine } from '../record/index.ts';
import type { Examined } from './examine.ts';
import { bytesOf, inputFile } from './file-bytes.ts';
import { internalError } from './internal-error.ts';
import type { Group } from './plan.ts';
import { systemCode } from './refusal.ts';

/** A document that was read, with the bytes that go into the run folder. */
export interface ReadDocument {
  readonly file: Examined;
  readonly bytes: Uint8Array;
  readonly contribution: Contribution;
}

/** A document that costs itself and nothing else: what is said of it, and the rule by which it is set aside. */
export interface LostDocument {
  readonly file: Examined;
  readonly rule: string;
  readonly issues: readonly Issue[];
}

/** Reads the documents of one group, each for itself. */
export function readGroup(
  group: Group,
  options: ReadOptions,
): { read: ReadDocument[]; lost: LostDocument[] } {
  const results = group.documents.map((file) => readDocument(file, options));
  return {
    read: results.filter((result) => 'contribution' in result),
    lost: results.filter((result) => 'rule' in result),
  };
}

function readDocument(file: Examined, options: ReadOptions): ReadDocument | LostDocument {
  const bytes = sameBytes(file);
  if (!(bytes instanceof Uint8Array)) return { file, rule: 'unreadable', issues: [bytes] };
  try {
    const result = readers[file.format ?? 'ccda'].read(inputFile(file.name, bytes), options);
    if ('source' in result) return { file, bytes, contribution: result };
    return { file, rule: 'unreadable', issues: result.issues };
  } catch (error) {
    return { file, rule: 'internal-error', issues: [internalError(file.name, error)] };
  }
}

/** The bytes as they were when the run was planned; a file that changed since belongs to nobody we know. */
function sameBytes(file: Examined): Uint8Array | Issue {
  const issue = (reason: string): Issue => ({
    code: 'file-unreadable',
    place: { file: file.name },
    details: { reason },
  });
  try {
    const bytes = bytesOf(file);
    return bytes && inputFile(file.name, bytes).sha256 === file.sha256
      ? bytes
      : issue('it changed while the run was reading');
  } catch (error) {
    return issue(systemCode(error));
  }
}

/** The ledger's lines of a document that was set aside. */
export const quarantineLines = ({ file, rule }: LostDocument): LedgerLine[] =>
  (['file', 'document'] as const).map((unit) => ({
    unit,
    place: { file: file.name },
    state: 'quarantined',
    rule,
  }));
