import type { Issue } from '../../issue/index.ts';
import type { DocumentBook } from '../document-book.ts';
import type { Examined } from '../examine.ts';

/** What is known of a run's scans: the files that documents and rows took in, and whether an index lies among its files. */
export interface ScansKnown extends Pick<DocumentBook, 'attached'> {
  readonly hasIndex: boolean;
}

/** Whether one of them is an index by its name. */
export const hasScanIndex = (files: readonly Examined[]): boolean =>
  files.some(({ name }) => /(^|\/)scan-(index|pattern)\.csv$/i.test(name));

/** What is to be said of a file when all documents and rows are read: one that belongs to a document is of no unknown kind. */
export function fileIssues(file: Examined, known: ScansKnown): readonly Issue[] {
  const named = known.attached.get(file.name);
  const place = { file: file.name };
  if (isForgotten(file, known)) return [{ code: 'scan-not-referenced', place }];
  if (!named) return file.issues;
  const { times, patients } = named;
  if (patients.length > 1)
    return [{ code: 'scan-of-several-patients', place, details: { count: patients.length } }];
  return times > 1 ? [{ code: 'scan-referenced-twice', place, details: { count: times } }] : [];
}

/** Whether a file is a scan among scans, and nothing names it. */
export const isForgotten = ({ name, state, issues }: Examined, { attached, hasIndex }: ScansKnown): boolean =>
  (attached.size > 0 || hasIndex) &&
  state === 'unknown-kind' &&
  !attached.has(name) &&
  issues.some(
    (one) => one.code === 'file-unknown-kind' && ['PDF', 'an image'].includes(String(one.details?.['kind'])),
  );
