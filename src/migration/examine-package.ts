import type { Found } from './discover.ts';
import { archiveClosed, closed, type Examined, officeFile, unreadable } from './examine.ts';
import { openArchive } from './open-archive.ts';

/** A package as a file of the input, and the files in it under its name: `package.zip!/path`. */
export interface ExaminedPackage {
  readonly own: Examined;
  readonly members: readonly Found[];
}

/** Looks into a file that was seen to be an archive; undefined where it is none, or is not opened. */
export async function examinePackage(seen: Examined): Promise<ExaminedPackage | undefined> {
  if (seen.rule !== archiveClosed) return undefined;
  const opened = await openArchive(seen);
  if (opened === 'closed') return undefined;
  const { sha256, size } = seen;
  const facts = { ...closed(seen), sha256, size };
  if (opened === 'office-file') return { own: officeFile(facts), members: [] };
  if ('fault' in opened) {
    return { own: { ...facts, state: 'unreadable', issues: [unreadable(seen, opened.fault)] }, members: [] };
  }
  return {
    own: { ...facts, state: 'package', rule: 'package-opened', issues: [] },
    members: opened.members,
  };
}
