import type { Entry } from './entry.ts';

/** What can be said about XML. */
export const aboutXml = {
  'xml-not-well-formed': {
    severity: 'error',
    type: 'structure',
    text: 'not well-formed XML ({fault})',
    hint: 'Export the document again. Nothing of it was converted.',
  },
  'xml-refused': {
    severity: 'error',
    type: 'security',
    text: 'the document was refused ({fault})',
    hint: 'Clinical documents need no document type and no more than the size limit. Nothing of it was converted.',
  },
  'xml-repaired': {
    severity: 'warning',
    type: 'value',
    text: 'characters were repaired while reading ({what}, {count})',
    hint: 'Compare the text with the source where it matters.',
  },
  'xml-undeclared-prefix': {
    severity: 'information',
    type: 'structure',
    text: 'the prefix {prefix} is used without a declaration; it was read as usual',
  },
} as const satisfies Record<string, Entry>;
