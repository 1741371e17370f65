import type { Entry } from './entry.ts';

/** What can be said about files and archives. */
export const aboutFiles = {
  'file-unreadable': {
    severity: 'error',
    type: 'structure',
    text: 'the file could not be read ({reason})',
    hint: 'Check that the file exists and that you may read it.',
  },
  'file-unknown-kind': {
    severity: 'warning',
    type: 'not-supported',
    text: 'not a kind of file that Chartlift reads: {kind}',
    hint: 'Nothing of it was converted. Move it out of the input, or convert it by other means.',
  },
  'archive-closed': {
    severity: 'error',
    type: 'not-supported',
    text: 'an archive that was not opened: {kind}',
    hint: 'It may hold charts. Unpack it and convert what it holds.',
  },
  'index-file-missing': {
    severity: 'error',
    type: 'not-found',
    text: 'the index of a package names a document that is not in it',
    hint: 'Ask whoever made the package for the whole of it.',
  },
  'file-duplicate': {
    severity: 'information',
    type: 'duplicate',
    text: 'the same bytes as {other}; read once',
  },
  'earlier-run-left-out': {
    severity: 'information',
    type: 'informational',
    text: 'the folder of an earlier run; it was not read',
    hint: 'Name its records/ with --from record to convert them again.',
  },
  'internal-error': {
    severity: 'error',
    type: 'exception',
    text: 'the program failed on this input ({error} at {at})',
    hint: 'Report this with the place named: nothing of this input was converted, and nothing else was touched.',
  },
} as const satisfies Record<string, Entry>;
