import { aboutChecking } from './checking.ts';
import { aboutDocuments } from './documents.ts';
import { aboutFiles } from './files.ts';
import { aboutMeaning } from './meaning.ts';
import { aboutScans } from './scans.ts';
import { aboutTables } from './tables.ts';
import { aboutValues } from './values.ts';
import { aboutWriting } from './writing.ts';
import { aboutXml } from './xml.ts';

export type { Entry, Severity } from './entry.ts';

/** Everything that can be said about an input, by code. */
export const catalogue = {
  ...aboutFiles,
  ...aboutXml,
  ...aboutTables,
  ...aboutDocuments,
  ...aboutScans,
  ...aboutValues,
  ...aboutMeaning,
  ...aboutWriting,
  ...aboutChecking,
};

export type IssueCode = keyof typeof catalogue;
