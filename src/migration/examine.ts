import { statSync } from 'node:fs';
import type { Issue } from '../issue/index.ts';
import {
  detect,
  type Format,
  type InputFile,
  type PatientScan,
  type ReadOptions,
  readers,
  type TableLooks,
  tableLooks,
} from '../readers/index.ts';
import { gunzipped, hashOf, headOf, openBytes, PackedFault } from './byte-stream.ts';
import type { Found, Obstacle } from './discover.ts';
import { bytesOf, inputFile } from './file-bytes.ts';
import { internalError } from './internal-error.ts';
import type { Member } from './package.ts';
import { isSystemError, systemCode } from './refusal.ts';

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
  readonly member?: Member | undefined;
  readonly size: number;
  readonly sha256: string;
  readonly state: FileState;
  readonly format?: Format;
  readonly scan?: PatientScan;
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
    const detected = from ? { format: from } : detect(head);
    if (!('format' in detected)) return await examineOther(found, detected.kind, head);
    const size = found.member?.size ?? statSync(found.path).size;
    return size > largestDocument
      ? await examineLarge(found)
      : examineDocument(found, detected.format, options);
  } catch (error) {
    if (error instanceof PackedFault) return examineClosedMember(found, error.message);
    return { ...closed(found), state: 'unreadable', issues: [failed(found, error)] };
  }
}

function examineDocument(found: Found, format: Format, options: ReadOptions): Examined {
  const bytes = bytesOf(found);
  if (!bytes) return examineClosedMember(found, 'damaged');
  const file = inputFile(found.name, bytes);
  const facts = { ...closed(found), size: file.bytes.length, sha256: file.sha256 };
  return { ...facts, ...scanned(file, format, options) };
}

/** What is no document may be a table; its bytes are not held, whatever its size. */
async function examineOther(found: Found, kind: string, head: Uint8Array): Promise<Examined> {
  const looks = await looksOf(found, head);
  const { sha256, size } = await hashOf(found);
  const facts = { ...closed(found), size, sha256, state: 'unknown-kind' as const };
  return { ...facts, ...(looks && { looks }), issues: [unknown(found, kind)] };
}

async function looksOf(found: Found, head: Uint8Array): Promise<TableLooks | undefined> {
  if (!isGzip(head)) return tableLooks(head);
  try {
    return tableLooks(await headOf(gunzipped(openBytes(found))));
  } catch {
    // Damaged: what names it as a table is told so when it is read.
    return 'text';
  }
}

/** Whether bytes begin as gzip's do. */
export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;

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
export const closed = ({ name, path, member }: Found) => ({ name, path, member, size: 0, sha256: '' });

/** The issue of a file that cannot be read. */
export const unreadable = ({ name }: Found, reason: string): Issue => ({
  code: 'file-unreadable',
  place: { file: name },
  details: { reason },
});

const failed = (found: Found, error: unknown): Issue =>
  isSystemError(error) ? unreadable(found, systemCode(error)) : internalError(found.name, error);

const unknown = ({ name }: Found, kind: string): Issue => ({
  code: 'file-unknown-kind',
  place: { file: name },
  details: { kind },
});
