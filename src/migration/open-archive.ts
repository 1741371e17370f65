import { headOf, openBytes } from './byte-stream.ts';
import type { Found } from './discover.ts';
import { bytesOf } from './file-bytes.ts';
import { openGzip } from './gzip.ts';
import { limits, type Member } from './member.ts';
import { byCodeUnits } from './order.ts';
import { openPackage } from './package.ts';

/** What an archive is: one of its files, one that cannot be opened and why, one by its form alone, or left closed. */
export type OpenedArchive =
  | { readonly members: readonly Found[] }
  | { readonly fault: string }
  | 'office-file'
  | 'closed';

/** Looks into a ZIP archive or a gzip file; one that lies in two others is left closed, as that is how bombs are built. */
export async function openArchive(found: Found): Promise<OpenedArchive> {
  if (found.member?.within) return 'closed';
  const members = await membersOf(found, await headOf(openBytes(found)));
  if (members === undefined) return 'office-file';
  if (typeof members === 'string') return members === 'closed' ? members : { fault: members };
  const { path, name } = found;
  const inside = members.map((member) => ({ path, name: `${name}!/${member.name}`, member }));
  return { members: inside.sort((a, b) => byCodeUnits(a.name, b.name)) };
}

async function membersOf(found: Found, head: Uint8Array): Promise<Member[] | string | undefined> {
  if (isGzip(head)) {
    const inside = await openGzip(found);
    return typeof inside === 'string' ? inside : [inside];
  }
  if (!isZip(head)) return 'closed';
  if (!found.member) return openPackage(found.path);
  // The directory of an archive stands at its end: one that lies in another is held as a whole.
  if (found.member.size > limits.held) return 'an archive in an archive that is larger than 500 MB';
  const bytes = bytesOf(found);
  return bytes ? openPackage(bytes, found.member) : 'damaged';
}

/** Whether a file may hold others. */
export async function looksLikeArchive(found: Found): Promise<boolean> {
  if (found.obstacle) return false;
  const head = await headOf(openBytes(found));
  return isGzip(head) || isZip(head);
}

/** Whether bytes begin as gzip's do. */
export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;

const isZip = (head: Uint8Array): boolean =>
  ['PK\x03\x04', 'PK\x05\x06'].includes(Buffer.from(head.subarray(0, 4)).toString('latin1'));
