import { type Opened, openTree } from '../xml/open.ts';

const v3 = 'urn:hl7-org:v3';

/** The bytes of a file as the tree of a CDA document; `header` reads no further than its body. */
export function openDocument(bytes: Uint8Array, file: string, part: 'header' | 'all'): Opened {
  const stopAt =
    part === 'header' ? (name: string) => name === 'structuredBody' || name === 'nonXMLBody' : undefined;
  const opened = openTree(bytes, file, stopAt);
  const { root } = opened;
  if (!root) return opened;
  if (root.name === 'ClinicalDocument' && (opened.namespace ?? v3) === v3) return opened;
  return { issues: [{ code: 'document-not-cda', place: { file, line: root.line } }] };
}
