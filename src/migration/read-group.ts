import type { Issue } from '../issue/index.ts';
import type { ConvertedRows } from '../readers/csv/index.ts';
import { type InputFile, type ReadOptions, type Refused, readEntry, readers } from '../readers/index.ts';
import type { Contribution, LedgerLine } from '../record/index.ts';
import { ChangedFile, changedMeanwhile } from './changed-file.ts';
import type { Examined } from './examine.ts';
import { bytesOf, inputFile } from './file-bytes.ts';
import { internalError } from './internal-error.ts';
import { lightened } from './light-contribution.ts';
import type { Group } from './plan.ts';
import { systemCode } from './refusal.ts';
import type { GroupRows } from './tables/index.ts';

/** A document that was read, with the bytes that go into the run folder. */
export interface ReadDocument {
  readonly file: Examined;
  bytes(): Uint8Array;
  readonly contribution: Contribution;
}

/** The rows of one patient in one export, as they were read. */
export interface ReadRows {
  readonly of: GroupRows;
  readonly converted: ConvertedRows;
  readonly contribution: Contribution;
}

/** What was read of a patient: a document, or rows. */
export type ReadPart = ReadDocument | ReadRows;

/** What costs itself and nothing else: what is said of it, and the rule by which it is set aside. */
export interface Lost {
  readonly rule: string;
  /** It was not as the look at it found it: the next start tries it again. */
  readonly isPassing?: boolean;
  readonly issues: readonly Issue[];
}

export type LostPart = Lost & ({ readonly file: Examined } | { readonly of: GroupRows });

interface Reading {
  readonly options: ReadOptions;
  /** The patient's id in the record. */
  readonly patient: string;
}

/** Above this the documents of a chart are not held beside each other, in bytes. */
export const largeChart = { bytes: 8_000_000 };

/** Reads the documents and rows of one group, each for itself. */
export function readGroup(group: Group, reading: Reading): { read: ReadPart[]; lost: LostPart[] } {
  const isLarge = group.documents.reduce((sum, { size }) => sum + size, 0) > largeChart.bytes;
  const results = [
    ...group.documents.map((file) => {
      const read = readDocument(file, reading.options);
      return isLarge && 'contribution' in read ? withoutDocument(read, reading.options) : read;
    }),
    ...(group.rows ?? []).map((rows) => readRowsOf(rows, reading)),
  ];
  return {
    read: results.filter((result) => 'contribution' in result),
    lost: results.filter((result) => 'rule' in result),
  };
}

function readRowsOf(of: GroupRows, { options: { make }, patient }: Reading): ReadRows | LostPart {
  try {
    const converted = of.convert({ id: patient, make });
    return { of, converted, contribution: converted.contribution };
  } catch (error) {
    return lostTo({ of }, error);
  }
}

/** What is lost to a defect of ours. */
export function lostTo(part: { file: Examined } | { of: GroupRows }, error: unknown): LostPart {
  const name = 'file' in part ? part.file.name : (part.of.rows[0]?.layout.file ?? part.of.open.of.name);
  return { ...part, rule: 'internal-error', issues: [internalError(name, error)] };
}

function readDocument(file: Examined, options: ReadOptions): ReadDocument | LostPart {
  const bytes = sameBytes(file);
  if (!(bytes instanceof Uint8Array)) return { file, rule: 'unreadable', isPassing: true, issues: [bytes] };
  try {
    const result = read(inputFile(file.name, bytes), file, options);
    if ('source' in result) return { file, bytes: () => bytes, contribution: result };
    return { file, rule: 'unreadable', issues: result.issues };
  } catch (error) {
    return lostTo({ file }, error);
  }
}

/** Holds what a document says and not the document: it is read again where it is asked for. */
function withoutDocument({ file, contribution }: ReadDocument, options: ReadOptions): ReadDocument {
  const bytes = () => {
    const found = sameBytes(file);
    if (found instanceof Uint8Array) return found;
    throw new ChangedFile(file.name);
  };
  const readAgain = () => {
    const again = read(inputFile(file.name, bytes()), file, options);
    if ('source' in again) return again;
    throw new ChangedFile(file.name);
  };
  return { file, bytes, contribution: lightened(contribution, readAgain) };
}

function read(input: InputFile, { entry, format }: Examined, options: ReadOptions): Contribution | Refused {
  if (entry) return readEntry(input, entry, options);
  return readers[format === undefined || format === 'described' ? 'ccda' : format].read(input, options);
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
    return bytes && inputFile(file.name, bytes).sha256 === file.sha256 ? bytes : issue(changedMeanwhile);
  } catch (error) {
    return issue(systemCode(error));
  }
}

/** The ledger's lines of what was set aside. */
export function quarantineLines(lost: LostPart): LedgerLine[] {
  const { rule } = lost;
  if ('of' in lost) {
    return lost.of.rows.map(({ layout, line }) => ({
      unit: 'row',
      place: { file: layout.file, line },
      state: 'quarantined',
      rule,
    }));
  }
  const place = { file: lost.file.name };
  return (['file', 'document'] as const).map((unit) => ({ unit, place, state: 'quarantined', rule }));
}
