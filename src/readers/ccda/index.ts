import type { Detected } from '../reader.ts';
import { detectKind, type FileKind } from '../xml/kind.ts';

export { readCcda, scanCcda } from './read.ts';
export { openTrialOfCcda } from './trial/index.ts';

/** What people call the kinds of file that an export folder holds. */
const words: Readonly<Record<Exclude<FileKind, 'cda'>, string>> = {
  ccr: 'a CCR (Continuity of Care Record)',
  fhir: 'FHIR',
  'xdm-index': 'the index of a package (XDM)',
  html: 'HTML',
  'other-xml': 'XML, but no clinical document',
  pdf: 'PDF',
  zip: 'a ZIP archive',
  gzip: 'a gzip file',
  archive: 'an archive of another form (7z, RAR, TAR, …)',
  image: 'an image',
  rtf: 'RTF',
  hl7v2: 'HL7 v2 messages',
  json: 'JSON',
  'csv-like': 'a table (CSV or the like)',
  text: 'plain text',
  binary: 'binary data',
  empty: 'an empty file',
};

/** What may hold other files, or names them. */
const forms: Partial<Record<FileKind, 'archive' | 'index'>> = {
  zip: 'archive',
  gzip: 'archive',
  archive: 'archive',
  'xdm-index': 'index',
};

/** Whether bytes are a CDA document. */
export function detectCcda(bytes: Uint8Array): Detected {
  const kind = detectKind(bytes);
  if (kind === 'cda') return { yes: true };
  const form = forms[kind];
  return { kind: words[kind], ...(form && { form }) };
}
