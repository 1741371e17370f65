import type { Issue } from '../../issue/index.ts';
import type { DocumentBook } from '../document-book.ts';
import type { Examined } from '../examine.ts';

type AttachedFiles = DocumentBook['attached'];

/** What is to be said of a file when all documents and rows are read: one that belongs to a document is of no unknown kind. */
export function fileIssues(file: Examined, attached: AttachedFiles): readonly Issue[] {
  const named = attached.get(file.name);
  const place = { file: file.name };
  if (isForgotten(file, attached)) return [{ code: 'scan-not-referenced', place }];
  if (!named) return file.issues;
  const { times, patients } = named;
  if (patients.length > 1)
    return [{ code: 'scan-of-several-patients', place, details: { count: patients.length } }];
  return times > 1 ? [{ code: 'scan-referenced-twice', place, details: { count: times } }] : [];
}

/** Whether a file is a scan among scans, and nothing names it. */
export const isForgotten = ({ name, state, issues }: Examined, attached: AttachedFiles): boolean =>
  attached.size > 0 &&
  state === 'unknown-kind' &&
  !attached.has(name) &&
  issues.some(
    (one) => one.code === 'file-unknown-kind' && ['PDF', 'an image'].includes(String(one.details?.['kind'])),
  );
