import { statSync } from 'node:fs';
import type { Issue } from '../issue/index.ts';
import {
  type DocumentEntry,
  detect,
  type Format,
  type InputFile,
  type PatientScan,
  type ReadOptions,
  readers,
  type TableLooks,
  tableLooks,
  type Undetected,
} from '../readers/index.ts';
import { gunzipped, hashOf, headOf, openBytes, PackedFault } from './byte-stream.ts';
import type { Found, Obstacle } from './discover.ts';
import { bytesOf, inputFile } from './file-bytes.ts';
import { internalError } from './internal-error.ts';
import type { Member } from './member.ts';
import { isGzip } from './open-archive.ts';
import { isSystemError, systemCode } from './refusal.ts';
import { lookAtScan, type ScanLook } from './scans/index.ts';

/** What a file of the input is: a document or a table to convert, or neither, and why. */
export type FileState =
  | 'document'
  | 'table'
  | 'unreadable'
  | 'unknown-kind'
  | 'duplicate'
  | 'passed-over'
  | 'package';

/** A file of the input after one look at it. */
export interface Examined {
  readonly name: string;
  readonly path: string;
  /** The part of the file that it is, where the file is a package. */
  readonly member?: Member;
  readonly size: number;
  readonly sha256: string;
  readonly state: FileState;
  readonly format?: Format | 'described';
  /** What the index of its package says of a document that is of no format that is read. */
  readonly entry?: DocumentEntry;
  /** The index in which that stands. */
  readonly index?: Pick<Examined, 'name' | 'path' | 'member' | 'sha256'>;
  readonly scan?: PatientScan;
  /** What a scan is, by its content. */
  readonly scanned?: ScanLook;
  /** What it looks like, where it may be a table. */
  readonly looks?: TableLooks;
  /** The rule by which it is set aside. */
  readonly rule?: string;
  readonly issues: readonly Issue[];
}

/** What a look at a file's content says of it. */
type Verdict = Omit<Examined, 'name' | 'path' | 'member' | 'size' | 'sha256'>;

/** Files above this are read only when they are tables: a string holds no more. */
const largestDocument = 500_000_000;

/** Looks at one file: hash, kind, and of a document whose chart it belongs to. */
export async function examine(
  found: Found,
  from: Format | undefined,
  options: ReadOptions,
): Promise<Examined> {
  if (found.obstacle) return examineObstacle(found, found.obstacle);
  if (found.member?.obstacle) return examineClosedMember(found, found.member.obstacle);
  try {
    const head = await headOf(openBytes(found));
    const detected = formatOf(head, from);
    if (!('format' in detected)) return await examineOther(found, detected, head);
    const size = found.member?.size ?? statSync(found.path).size;
    return size > largestDocument
      ? await examineLarge(found)
      : examineDocument(found, detected.format, options);
  } catch (error) {
    if (error instanceof PackedFault) return examineClosedMember(found, error.message);
    return { ...closed(found), state: 'unreadable', issues: [failed(found, error)] };
  }
}

/** The format that was named, but for archives: what is in them has it. */
function formatOf(head: Uint8Array, from: Format | undefined): ReturnType<typeof detect> {
  const detected = detect(head);
  const isArchive = 'form' in detected && detected.form === 'archive';
  return from && !isArchive ? { format: from } : detected;
}

function examineDocument(found: Found, format: Format, options: ReadOptions): Examined {
  const bytes = bytesOf(found);
  if (!bytes) return examineClosedMember(found, 'damaged');
  const file = inputFile(found.name, bytes);
  const facts = { ...closed(found), size: file.bytes.length, sha256: file.sha256 };
  return { ...facts, ...scanned(file, format, options) };
}

/** What is no document may be a table; its bytes are not held, whatever its size. */
async function examineOther(found: Found, seen: Undetected, head: Uint8Array): Promise<Examined> {
  const scanned = lookAtScan(found, head);
  const { sha256, size } = scanned ?? (await hashOf(found));
  const facts = { ...closed(found), size, sha256, ...(scanned && { scanned }) };
  if (isGzip(head)) return { ...facts, ...(await examineGzip(found, seen)) };
  const looks = tableLooks(head);
  return { ...facts, ...(looks && { looks }), ...undetected(found, seen) };
}

/** A table that gzip packed is read as it is; anything else in it is a file inside an archive. */
async function examineGzip(found: Found, seen: Undetected): Promise<Verdict> {
  try {
    const head = await headOf(gunzipped(openBytes(found)));
    const inside = detect(head);
    const looks = 'format' in inside ? undefined : tableLooks(head);
    if (!looks || 'format' in inside) return undetected(found, seen);
    return { looks, ...undetected(found, inside) };
  } catch (error) {
    if (!(error instanceof PackedFault)) throw error;
    // What names it as a table is told so when it is read.
    return {
      state: 'unreadable',
      looks: 'text',
      issues: [unreadable(found, `a gzip file that is ${error.message}`)],
    };
  }
}

/** A member that cannot be taken out: it is there all the same. */
const examineClosedMember = (found: Found, reason: string): Examined => ({
  ...closed(found),
  size: found.member?.size ?? 0,
  state: 'unreadable',
  issues: [unreadable(found, reason)],
});

/** Links and special files are left out, and say so; a closed folder may hide charts, which is a loss. */
function examineObstacle(found: Found, obstacle: Obstacle): Examined {
  const rule = obstacle.replaceAll(' ', '-');
  if (obstacle === 'folder without permission') {
    return { ...closed(found), state: 'unreadable', rule, issues: [unreadable(found, obstacle)] };
  }
  const issue = obstacle === 'earlier run' ? earlierRun(found) : unknown(found, obstacle);
  return { ...closed(found), state: 'passed-over', rule, issues: [issue] };
}

const earlierRun = ({ name }: Found): Issue => ({ code: 'earlier-run-left-out', place: { file: name } });

function scanned(file: InputFile, format: Format, options: ReadOptions): Verdict {
  try {
    const scan = readers[format].scan(file, options);
    if ('patient' in scan) return { state: 'document', format, scan, issues: [] };
    if (scan.kind === 'unknown') return { state: 'unknown-kind', issues: scan.issues };
    return { state: 'unreadable', format, issues: scan.issues };
  } catch (error) {
    return { state: 'unreadable', format, rule: 'internal-error', issues: [internalError(file.name, error)] };
  }
}

async function examineLarge(found: Found): Promise<Examined> {
  const { sha256, size } = await hashOf(found);
  const issues = [unreadable(found, 'larger than 500 MB')];
  return { ...closed(found), size, sha256, state: 'unreadable', issues };
}

/** What is known of a file that was not opened. */
export const closed = ({ name, path, member }: Found) => ({
  name,
  path,
  ...(member && { member }),
  size: 0,
  sha256: '',
});

/** The issue of a file that cannot be read. */
export const unreadable = ({ name }: Pick<Found, 'name'>, reason: string): Issue => ({
  code: 'file-unreadable',
  place: { file: name },
  details: { reason },
});

const failed = (found: Found, error: unknown): Issue =>
  isSystemError(error) ? unreadable(found, systemCode(error)) : internalError(found.name, error);

/** What is no document: an archive that is not opened may hold charts, which is a loss. */
function undetected(found: Found, { kind, form }: Undetected): Verdict {
  if (form !== 'archive') {
    const rule = form === 'index' ? { rule: packageIndex } : {};
    return { state: 'unknown-kind', ...rule, issues: [unknown(found, kind)] };
  }
  const issue: Issue = { code: 'archive-closed', place: { file: found.name }, details: { kind } };
  return { state: 'unreadable', rule: archiveClosed, issues: [issue] };
}

/** The rule by which the index of a package is set aside until all files are known. */
export const packageIndex = 'package-index';

/** The rule by which an archive is set aside. */
export const archiveClosed = 'archive-closed';

/** An archive by form alone: an office document, a program. */
export const officeFile = (facts: Omit<Examined, 'state' | 'issues'>): Examined => ({
  ...facts,
  state: 'unknown-kind',
  issues: [unknown(facts, 'an office document or a program')],
});

const unknown = ({ name }: Pick<Found, 'name'>, kind: string): Issue => ({
  code: 'file-unknown-kind',
  place: { file: name },
  details: { kind },
});
