import type { Issue, IssueCode } from '../../issue/index.ts';
import type { XmlElement } from '../xml/element.ts';
import { openXml } from '../xml/front-door.ts';
import type { XmlFault, XmlNote } from '../xml/notes.ts';
import { parseXml } from '../xml/parse.ts';

const v3 = 'urn:hl7-org:v3';

/** A document as a tree, or why it is none. */
export type Opened =
  | { readonly root: XmlElement; readonly issues: Issue[] }
  | { readonly root?: never; readonly issues: Issue[] };

/** The bytes of a file as the tree of a CDA document; `header` reads no further than its body. */
export function openDocument(bytes: Uint8Array, file: string, part: 'header' | 'all'): Opened {
  const opened = openXml(bytes);
  if (!opened.ok) return { issues: [faultIssue(opened.fault, file)] };
  const stopAt =
    part === 'header' ? (name: string) => name === 'structuredBody' || name === 'nonXMLBody' : undefined;
  const parsed = parseXml(opened.text, { blobs: opened.blobs, ...(stopAt && { stopAt }) });
  if (!parsed.ok) return { issues: [faultIssue(parsed.fault, file)] };
  if (parsed.root.name !== 'ClinicalDocument' || (parsed.namespace ?? v3) !== v3) {
    return { issues: [{ code: 'document-not-cda', place: { file, line: parsed.root.line } }] };
  }
  return {
    root: parsed.root,
    issues: [...opened.notes, ...parsed.notes].map((note) => noteIssue(note, file)),
  };
}

const refusals = new Set(['too-large', 'doctype', 'too-deep', 'encoding-unknown', 'encoding-invalid']);

function faultIssue({ code, line, column }: XmlFault, file: string): Issue {
  const fault = column === undefined ? code : `${code}, column ${column}`;
  return {
    code: refusals.has(code) ? 'xml-refused' : 'xml-not-well-formed',
    place: { file, ...(line && { line }) },
    details: { fault },
  };
}

function noteIssue({ code, line, count, detail }: XmlNote, file: string): Issue {
  const place = { file, ...(line && { line }) };
  if (code === 'undeclared-prefix')
    return { code: 'xml-undeclared-prefix', place, details: { prefix: detail ?? '' } };
  const repaired: IssueCode = 'xml-repaired';
  return { code: repaired, place, details: { what: detail ? `${code} ${detail}` : code, count: count ?? 1 } };
}
