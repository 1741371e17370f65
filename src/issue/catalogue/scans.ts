import type { Entry } from './entry.ts';

/** What can be said about scanned paper. */
export const aboutScans = {
  'scan-truncated': {
    severity: 'warning',
    type: 'incomplete',
    text: 'the scanned file ends before its end; it was handed on as it is',
    hint: 'Scan it again or fetch it from a backup, and convert again.',
  },
  'scan-encrypted': {
    severity: 'warning',
    type: 'security',
    text: 'the scanned file is encrypted; it was handed on as it is',
    hint: 'Whoever is to read it needs its password: remove it before the old system is gone.',
  },
  'scan-damaged': {
    severity: 'warning',
    type: 'structure',
    text: 'no pages can be found in the scanned file; it was handed on as it is',
    hint: 'Open it in a viewer: scan it again where that shows nothing.',
  },
  'scan-misnamed': {
    severity: 'warning',
    type: 'invalid',
    text: 'the scanned file is of another kind than it is said to be; its content was believed',
  },
  'scan-pages-differ': {
    severity: 'warning',
    type: 'incomplete',
    text: 'the scanned file has another number of pages than its index says ({count})',
    hint: 'Compare it with the paper: pages may be missing.',
  },
  'scan-not-referenced': {
    severity: 'warning',
    type: 'not-found',
    text: 'a scanned file that no row of an index names, or only rows that were set aside',
    hint: 'Nothing of it was converted, as nobody says whose it is: add it to the index, or mend its row.',
  },
  'scan-referenced-twice': {
    severity: 'warning',
    type: 'duplicate',
    text: 'a scanned file that stands in its index {count} times',
    hint: 'It became a document each time. Remove the rows that are one too many.',
  },
  'scan-of-several-patients': {
    severity: 'error',
    type: 'duplicate',
    text: 'a scanned file that stands in the index of {count} patients',
    hint: 'It stands in each of their charts: make sure that it belongs there.',
  },
  'encounter-unknown': {
    severity: 'warning',
    type: 'not-found',
    text: 'no encounter of the patient has the number that the row names, or several have it; the document stands without it',
    hint: 'Convert the export that holds the encounters in the same run, or mend the number.',
  },
  'scan-not-printed': {
    severity: 'warning',
    type: 'not-supported',
    text: 'a scanned file whose pages could not be printed',
    hint: 'It is among the files of the run all the same.',
  },
  'scan-not-beside': {
    severity: 'warning',
    type: 'not-found',
    text: 'the record names a scanned file that does not lie in its run; it was not printed',
    hint: 'Print the records in their run folder (RUN/records beside RUN/documents), or convert the source again with --to pdf --with-scans.',
  },
  'pdf-not-archival': {
    severity: 'information',
    type: 'informational',
    text: 'the printed chart holds pages of scanned PDFs as they are: it is no PDF/A and not tagged there',
    hint: 'Print without --with-scans what is to be archived.',
  },
} as const satisfies Record<string, Entry>;
