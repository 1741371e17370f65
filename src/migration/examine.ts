import { statSync } from 'node:fs';
import type { Issue } from '../issue/index.ts';
import {
  detect,
  type Format,
  type InputFile,
  type PatientScan,
  type ReadOptions,
  readers,
} from '../readers/index.ts';
import type { Found, Obstacle } from './discover.ts';
import { bytesOf, inputFile, readInParts } from './file-bytes.ts';
import { internalError } from './internal-error.ts';
import type { Member } from './package.ts';
import { isSystemError, systemCode } from './refusal.ts';

/** What a file of the input is: a document to convert, or not, and why. */
export type FileState = 'document' | 'unreadable' | 'unknown-kind' | 'duplicate' | 'passed-over' | 'package';

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
  /** The rule by which it is set aside. */
  readonly rule?: string;
  readonly issues: readonly Issue[];
}

/** What a look at a file's content says of it. */
type Verdict = Omit<Examined, 'name' | 'path' | 'member' | 'size' | 'sha256'>;

/** Files above this are read only when they are of a known kind, and then refused: a string holds no more. */
const largestDocument = 500_000_000;

/** Looks at one file: hash, kind, and of a document whose chart it belongs to. */
export function examine(found: Found, from: Format | undefined, options: ReadOptions): Examined {
  if (found.obstacle) return examineObstacle(found, found.obstacle);
  if (found.member?.obstacle) return examineClosedMember(found, found.member.obstacle);
  try {
    if (found.member) return examineBytes(found, from, options);
    const { size } = statSync(found.path);
    return size > largestDocument ? examineLarge(found, size, from) : examineBytes(found, from, options);
  } catch (error) {
    return { ...closed(found), state: 'unreadable', issues: [failed(found, error)] };
  }
}

function examineBytes(found: Found, from: Format | undefined, options: ReadOptions): Examined {
  const bytes = bytesOf(found);
  if (!bytes) return examineClosedMember(found, 'damaged');
  const file = inputFile(found.name, bytes);
  const facts = { ...closed(found), size: file.bytes.length, sha256: file.sha256 };
  const detected = from ? { format: from } : detect(file.bytes);
  if (!('format' in detected))
    return { ...facts, state: 'unknown-kind', issues: [unknown(found, detected.kind)] };
  return { ...facts, ...scanned(file, detected.format, options) };
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
  return { ...closed(found), state: 'passed-over', rule, issues: [unknown(found, obstacle)] };
}

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

function examineLarge(found: Found, size: number, from: Format | undefined): Examined {
  const { head, sha256 } = readInParts(found.path);
  const facts = { ...closed(found), size, sha256 };
  const detected = from ? { format: from } : detect(head);
  if (!('format' in detected))
    return { ...facts, state: 'unknown-kind', issues: [unknown(found, detected.kind)] };
  return { ...facts, state: 'unreadable', issues: [unreadable(found, 'larger than 500 MB')] };
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
