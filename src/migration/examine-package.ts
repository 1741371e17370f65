import { statSync } from 'node:fs';
import { hashOf } from './byte-stream.ts';
import type { Found } from './discover.ts';
import { closed, type Examined, unreadable } from './examine.ts';
import { byCodeUnits } from './order.ts';
import { isZip, openPackage } from './package.ts';

/** A package as a file of the input, and the files in it under its name: `package.zip!/path`. */
export interface ExaminedPackage {
  readonly own: Examined;
  readonly members: readonly Found[];
}

/**
 * Looks into a package; undefined where a file is none. A package in a package is not opened: it is a file of an unknown
 * kind.
 */
export async function examinePackage(found: Found): Promise<ExaminedPackage | undefined> {
  if (found.obstacle || found.member || !beginsAsZip(found)) return undefined;
  const members = await openPackage(found.path);
  if (members === undefined) return undefined;
  const { sha256 } = await hashOf({ path: found.path });
  const facts = { ...closed(found), sha256, size: statSync(found.path).size };
  if (typeof members === 'string') {
    return { own: { ...facts, state: 'unreadable', issues: [unreadable(found, members)] }, members: [] };
  }
  return {
    own: { ...facts, state: 'package', rule: 'package-opened', issues: [] },
    members: members
      .map((member) => ({ path: found.path, name: `${found.name}!/${member.name}`, member }))
      .sort((a, b) => byCodeUnits(a.name, b.name)),
  };
}

/** A file that cannot be opened is told of where it is examined. */
function beginsAsZip({ path }: Found): boolean {
  try {
    return isZip(path);
  } catch {
    return false;
  }
}
