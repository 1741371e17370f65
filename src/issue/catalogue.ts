/** How bad an issue is, in FHIR's words. */
export type Severity = 'fatal' | 'error' | 'warning' | 'information';

/** What a code says: its severity, its FHIR issue type, its words and what the user does next. */
export interface Entry {
  readonly severity: Severity;
  /** A code of FHIR's issue-type value set. */
  readonly type: string;
  /** The words; `{name}` stands for a detail of the issue, and a detail is never a value from the input. */
  readonly text: string;
  readonly hint?: string;
}

/** Everything that can be said about an input. */
export const catalogue = {
  // Files
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
  'file-duplicate': {
    severity: 'information',
    type: 'duplicate',
    text: 'the same bytes as {other}; read once',
  },
  'internal-error': {
    severity: 'error',
    type: 'exception',
    text: 'the program failed on this input ({error} at {at})',
    hint: 'Report this with the place named: nothing of this input was converted, and nothing else was touched.',
  },
  // XML
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
  // Clinical documents
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
  // Values
  'time-invalid': {
    severity: 'warning',
    type: 'value',
    text: 'not a time; its literal was kept as text',
    hint: 'Look the value up at this place in the source.',
  },
  'time-without-offset': {
    severity: 'information',
    type: 'value',
    text: 'a time without an offset was written as a date, its literal kept',
    hint: 'Give --timezone ZONE to write such times in full.',
  },
  'number-invalid': { severity: 'warning', type: 'value', text: 'not a number; it was kept as text' },
  'value-type-unread': {
    severity: 'warning',
    type: 'value',
    text: 'a value that its type {type} does not allow was kept as text',
  },
  'npi-invalid': {
    severity: 'warning',
    type: 'value',
    text: 'not a valid National Provider Identifier; kept under its OID',
  },
  'id-root-invalid': {
    severity: 'warning',
    type: 'value',
    text: 'an identifier whose root is neither OID nor UUID; kept under a system of ours',
  },
  'code-system-unknown': {
    severity: 'information',
    type: 'code-invalid',
    text: 'a code of a code system that has no known URI ({system})',
    hint: 'Name your own code systems with --code-systems FILE; manifest.json lists those without by frequency.',
  },
  'code-system-value-set': {
    severity: 'information',
    type: 'code-invalid',
    text: 'a value set ({system}) stands where a code system belongs; its one code system was taken',
  },
  // Meaning
  'status-contradicts-end': {
    severity: 'warning',
    type: 'business-rule',
    text: 'stated as active and as ended',
    hint: 'A problem is written as inactive, a medication as completed, an allergy stays active. Ask the clinic which holds.',
  },
  'status-contradicts-unknown-end': {
    severity: 'warning',
    type: 'business-rule',
    text: 'a problem stated as active has an end of unknown date; it was written as inactive',
    hint: 'C-CDA means by such an end that the problem is over; some exports write it for want of a date. Ask the clinic which holds.',
  },
  'possible-merge': {
    severity: 'warning',
    type: 'multiple-matches',
    text: 'one chart was made of documents that differ in {what}',
    hint: 'Compare the documents of this patient in crosswalk/patients.csv: they may be of two people.',
  },
  'negated-with-reaction': {
    severity: 'warning',
    type: 'business-rule',
    text: 'an allergy that is stated to be absent has a reaction; it was written as refuted, with the reaction',
    hint: 'Ask the clinic: an export that marks real allergies as absent must be mended at its source.',
  },
  'refuted-status-left-out': {
    severity: 'information',
    type: 'business-rule',
    text: 'a problem that is stated to be absent had a status; none was written, so that it never reads as active',
  },
  'unit-implied': {
    severity: 'warning',
    type: 'value',
    text: 'a body mass index without a unit; it was written in kg/m2, which it is by definition',
  },
  'vital-sign-unit': {
    severity: 'warning',
    type: 'value',
    text: 'a vital sign in a form or unit that FHIR does not allow for it; it stands as given in a component of the same code',
    hint: 'FHIR fixes the units of vital signs. Where the source means another than it wrote, mend it there.',
  },
  'vital-sign-zero': {
    severity: 'warning',
    type: 'value',
    text: 'a vital sign of zero; it was kept as it stands',
    hint: 'Some exports write zero where nothing was measured. Ask whoever knows the exporting system before you rely on it.',
  },
  'negated-value': {
    severity: 'warning',
    type: 'business-rule',
    text: 'an observation that is stated not to be so; its value was kept as words, not as a code',
    hint: 'Some exports negate where they mean "none". Compare with the narrative.',
  },
  'completed-before-end': {
    severity: 'information',
    type: 'business-rule',
    text: 'a medication stated as completed starts or ends after the document was written; it was written as active',
  },
  'refused-yet-given': {
    severity: 'warning',
    type: 'business-rule',
    text: 'an immunization is stated as given and has a reason why it was not; it was written as not done',
    hint: 'Ask the clinic which holds.',
  },
  'care-team-member-nullified': {
    severity: 'information',
    type: 'business-rule',
    text: 'a member of a care team was entered in error; FHIR has no word for it, and the member was left out',
  },
  'repeat-number-invalid': {
    severity: 'warning',
    type: 'value',
    text: 'not a number of repetitions; it was left out',
  },
  'period-unread': {
    severity: 'warning',
    type: 'value',
    text: 'a frequency that FHIR cannot say as it stands; the text of the entry holds it',
  },
  // Writing
  unwritten: {
    severity: 'warning',
    type: 'not-supported',
    text: '{field} has no place in {resource} and was not written',
    hint: 'The record (--to record) and the kept source hold it.',
  },
} as const satisfies Record<string, Entry>;

export type IssueCode = keyof typeof catalogue;
