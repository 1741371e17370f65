import type { Entry } from './entry.ts';

/** What can be said about clinical documents and records. */
export const aboutDocuments = {
  'record-not-json': {
    severity: 'error',
    type: 'structure',
    text: 'the record is not JSON in UTF-8',
    hint: 'Write it again with --to record.',
  },
  'record-invalid': {
    severity: 'error',
    type: 'structure',
    text: 'the record does not have the form that this version reads',
    hint: 'The place names the first field that differs. Write the record again with --to record.',
  },
  'document-not-cda': {
    severity: 'error',
    type: 'structure',
    text: 'the XML is no CDA document: its root is another',
    hint: 'Nothing of it was converted.',
  },
  'document-not-ccr': {
    severity: 'error',
    type: 'structure',
    text: 'the XML is no Continuity of Care Record: its root is another',
    hint: 'Nothing of it was converted.',
  },
  'document-without-patient': {
    severity: 'error',
    type: 'required',
    text: 'the document names no patient (recordTarget/patientRole)',
    hint: 'It was converted under a patient of its own, of whom nothing is known: find out whose it is before loading it.',
  },
  'document-several-patients': {
    severity: 'error',
    type: 'multiple-matches',
    text: 'the document names {count} patients',
    hint: 'Nothing of it was converted: split it by patient at the source.',
  },
  'patient-unidentified': {
    severity: 'warning',
    type: 'required',
    text: 'the patient has no usable identifier; name and birth date stand in for it',
    hint: 'Check crosswalk/patients.csv for this patient.',
  },
  'possible-split': {
    severity: 'warning',
    type: 'duplicate',
    text: 'an identifier of this patient stands on {count} charts that differ in name, birth date or first identifier',
    hint: 'Compare these charts in crosswalk/patients.csv; nothing was joined.',
  },
  'patients-not-found': {
    severity: 'warning',
    type: 'not-found',
    text: '{count} of {asked} numbers in --patients are those of nobody in the input',
    hint: 'A number is compared as it is written, with its zeros: see how the input writes it.',
  },
  'section-unknown': {
    severity: 'information',
    type: 'not-supported',
    text: 'a section that Chartlift has no rules for ({code}); its narrative was kept whole',
  },
  'entry-kept-as-text': {
    severity: 'information',
    type: 'not-supported',
    text: 'an entry of {section} was kept as the narrative of its section ({statement})',
  },
  'statement-null': {
    severity: 'information',
    type: 'not-found',
    text: 'a statement says of itself that nothing is known (nullFlavor); what stands in it was kept as the narrative of its section',
  },
  'entry-unreadable': {
    severity: 'error',
    type: 'exception',
    text: 'an entry could not be read ({error}); the narrative of its section holds it',
    hint: 'Report this: an entry must never fail. The source line tells where.',
  },
  'id-content-differs': {
    severity: 'warning',
    type: 'conflict',
    text: 'one identifier stands on statements of different content; they were kept apart',
  },
  'participant-unnamed': {
    severity: 'information',
    type: 'informational',
    text: 'a participant of the header names nobody; nothing was made of it',
  },
  'placeholder-left-out': {
    severity: 'information',
    type: 'value',
    text: 'somebody without a name has a number that is a placeholder and identifies nobody; nothing was made of it',
  },
  'embedded-unreadable': {
    severity: 'error',
    type: 'structure',
    text: 'content that the document holds could not be taken out ({fault})',
    hint: 'Export the document again; the kept source holds what is there.',
  },
  'embedded-not-beside': {
    severity: 'warning',
    type: 'not-found',
    text: 'the document names a file that does not lie beside it in the input',
    hint: 'Put the file where the document says, and convert again.',
  },
  unread: {
    severity: 'information',
    type: 'informational',
    text: '{statement}: {path} was not read; the kept source holds it',
  },
  'related-document-unread': {
    severity: 'warning',
    type: 'value',
    text: 'a related document names no relation or no identifier',
  },
} as const satisfies Record<string, Entry>;
