/** What was put right, or is worth saying, while bytes became a tree. */
export type XmlNoteCode =
  | 'encoding-assumed'
  | 'encoding-mismatch'
  | 'encoding-repaired'
  | 'control-characters'
  | 'windows-1252-references'
  | 'declaration-not-first'
  | 'undeclared-prefix';

/** A note; `detail` is the name of an encoding or of an XML prefix and never a value of the input. */
export interface XmlNote {
  readonly code: XmlNoteCode;
  readonly line?: number;
  readonly count?: number;
  readonly detail?: string;
}

/** Why bytes are no document that can be read. */
export type XmlFaultCode =
  | 'too-large'
  | 'encoding-unknown'
  | 'encoding-invalid'
  | 'doctype'
  | 'empty'
  | 'not-well-formed'
  | 'too-deep'
  | 'truncated'
  | 'base64-invalid';

/** A fault; line and column count from 1. */
export interface XmlFault {
  readonly code: XmlFaultCode;
  readonly line?: number;
  readonly column?: number;
  readonly detail?: string;
}

/** Where in the bytes of the file a base64 body stands. */
export interface Blob64 {
  readonly offset: number;
  readonly length: number;
}

/** The line, from 1, on which the character at `index` stands. */
export function lineAt(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < index; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** The line and the column, from 1, of the character at `index`. */
export const placeAt = (text: string, index: number): { line: number; column: number } => ({
  line: lineAt(text, index),
  column: index - text.lastIndexOf('\n', index - 1),
});

/** What it is called when the text ends before the document does. */
export const endCode = (text: string): 'empty' | 'truncated' => (text.trim() === '' ? 'empty' : 'truncated');
