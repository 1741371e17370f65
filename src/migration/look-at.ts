import { statSync } from 'node:fs';
import type { Format, ReadOptions } from '../readers/index.ts';
import type { Found } from './discover.ts';
import { type Examined, examine } from './examine.ts';
import { examinePackage } from './examine-package.ts';
import type { LookedAt } from './run-ledger/run-ledger.ts';

/** Looks at one thing of the input, and at what is in it where it is a package. */
export async function lookAt(
  found: Found,
  from: Format | undefined,
  options: ReadOptions,
): Promise<LookedAt> {
  // Asked before it is read: what changes meanwhile is noticed the next time.
  const stamp = stampOf(found);
  const files: Examined[] = [];
  const look = async (one: Found): Promise<void> => {
    const seen = await examine(one, from, options);
    const opened = await examinePackage(seen);
    files.push(opened?.own ?? seen);
    for (const member of opened?.members ?? []) await look(member);
  };
  await look(found);
  return { path: found.path, ...stamp, files };
}

/** Whether a file is as it was when it was looked at; one that could not be opened is tried again. */
export function isUnchanged(found: Found, { size, mtime, files }: LookedAt): boolean {
  return isAsItWas(found, { size, mtime }) && files[0]?.name === found.name && files.every(wasOpened);
}

/** Whether a file has the size and the time of change with which it was looked at. */
export function isAsItWas(
  found: Pick<Found, 'path' | 'obstacle'>,
  { size, mtime }: Pick<LookedAt, 'size' | 'mtime'>,
): boolean {
  const now = stampOf(found);
  return now.mtime !== '' && now.size === size && now.mtime === mtime;
}

const wasOpened = ({ state, sha256 }: Examined): boolean => state !== 'unreadable' || sha256 !== '';

/** Of links and the like nothing is kept: to look at them costs nothing. */
function stampOf({ path, obstacle }: Pick<Found, 'path' | 'obstacle'>): Pick<LookedAt, 'size' | 'mtime'> {
  if (obstacle) return { size: 0, mtime: '' };
  try {
    const { size, mtimeNs } = statSync(path, { bigint: true });
    return { size: Number(size), mtime: String(mtimeNs) };
  } catch {
    return { size: 0, mtime: '' };
  }
}
