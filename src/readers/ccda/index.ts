import type { Detected } from '../reader.ts';
import { detectKind, type FileKind } from '../xml/kind.ts';

export { readCcda, scanCcda } from './read.ts';
export { openTrialOfCcda } from './trial/index.ts';

/** What people call the kinds of file that an export folder holds. */
const words: Readonly<Record<Exclude<FileKind, 'cda'>, string>> = {
  ccr: 'a CCR (Continuity of Care Record)',
  fhir: 'FHIR',
  html: 'HTML',
  'other-xml': 'XML, but no clinical document',
  pdf: 'PDF',
  zip: 'a ZIP archive',
  image: 'an image',
  rtf: 'RTF',
  hl7v2: 'HL7 v2 messages',
  json: 'JSON',
  'csv-like': 'a table (CSV or the like)',
  text: 'plain text',
  binary: 'binary data',
  empty: 'an empty file',
};

/** Whether bytes are a CDA document. */
export function detectCcda(bytes: Uint8Array): Detected {
  const kind = detectKind(bytes);
  return kind === 'cda' ? { yes: true } : { kind: words[kind] };
}
