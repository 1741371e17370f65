import type { Entry } from './entry.ts';

/** What can be said about what an output has no place for. */
export const aboutWriting = {
  'pdf-letters-missing': {
    severity: 'warning',
    type: 'not-supported',
    text: 'letters that no font has; {count} were printed as a box, which copies as what it stands for',
    hint: 'Give a font that has them with --font-fallback FILE.',
  },
  'pdf-not-printed': {
    severity: 'error',
    type: 'exception',
    text: 'the chart could not be printed ({error} at {at})',
    hint: 'Report this with the place named: everything else of this patient was written.',
  },
  unwritten: {
    severity: 'warning',
    type: 'not-supported',
    text: '{field} has no place in {resource} and was not written',
    hint: 'The record (--to record) and the kept source hold it.',
  },
  'code-unmapped': {
    severity: 'information',
    type: 'code-invalid',
    text: 'a code of {system} that the concept map does not hold',
    hint: 'Add it to the file of --concept-map.',
  },
  'profile-not-claimed': {
    severity: 'information',
    type: 'incomplete',
    text: '{resource} does not claim {profile}: the source does not hold what it asks for ({rules})',
    hint: 'docs/rules/us-core.md says which rules of US Core a source can leave unmet.',
  },
} as const satisfies Record<string, Entry>;
