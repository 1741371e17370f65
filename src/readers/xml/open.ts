import type { Issue, IssueCode } from '../../issue/index.ts';
import type { XmlElement } from './element.ts';
import { openXml } from './front-door.ts';
import type { XmlFault, XmlNote } from './notes.ts';
import { parseXml } from './parse.ts';

/** A document as a tree, or why it is none. */
export type Opened =
  | { readonly root: XmlElement; readonly namespace: string | undefined; readonly issues: Issue[] }
  | { readonly root?: never; readonly issues: Issue[] };

/** The bytes of a file as a tree; with `stopAt` only its beginning. */
export function openTree(bytes: Uint8Array, file: string, stopAt?: (name: string) => boolean): Opened {
  const opened = openXml(bytes);
  if (!opened.ok) return { issues: [faultIssue(opened.fault, file)] };
  const parsed = parseXml(opened.text, { blobs: opened.blobs, repaired: true, ...(stopAt && { stopAt }) });
  if (!parsed.ok) return { issues: [faultIssue(parsed.fault, file)] };
  const notes = [...opened.notes, ...parsed.notes].map((note) => noteIssue(note, file));
  return { root: parsed.root, namespace: parsed.namespace, issues: notes };
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
