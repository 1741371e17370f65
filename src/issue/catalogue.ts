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
  'table-without-mapping': {
    severity: 'warning',
    type: 'not-supported',
    text: 'a table of an export that no mapping fits; nothing of it was converted',
    hint: 'Name a mapping with --mapping; chartlift profile DIR shows the tables, chartlift map init DIR starts a mapping.',
  },
  'table-outside-export': {
    severity: 'warning',
    type: 'not-supported',
    text: 'a table that lies outside of the folders that the mapping fits; nothing of it was converted',
    hint: 'Convert its folder by itself, with the mapping that it needs.',
  },
  'table-without-rule': {
    severity: 'information',
    type: 'not-supported',
    text: 'a table of {rows} rows that the mapping {mapping} does not name',
    hint: 'Name it in the mapping where it holds what is wanted: under ignore, or with a rule.',
  },
  'table-missing': {
    severity: 'information',
    type: 'not-found',
    text: 'the mapping {mapping} knows a table {table} that is not there',
  },
  'table-header-missing': {
    severity: 'error',
    type: 'structure',
    text: 'the first line names no column that the mapping knows: it was taken for a row, and all rows were set aside',
    hint: 'Where the file has no header, give its columns in the mapping (header: [...]); where it has another one, map that.',
  },
  'column-missing': {
    severity: 'error',
    type: 'not-found',
    text: 'the mapping reads a column {column} that the file does not have: what it was to say is missing',
    hint: 'Export the column, correct its name in the mapping, or name it under optional where this release has none.',
  },
  'table-file-lost': {
    severity: 'error',
    type: 'structure',
    text: 'the table could not be read to its end ({reason}); {rows} rows were read',
    hint: 'Export it again. The rows that were read are converted.',
  },
  'row-quarantined': {
    severity: 'error',
    type: 'structure',
    text: 'a row was set aside ({rule})',
    hint: 'quarantine/ holds such rows with their reason; after a fix take them again with --only-quarantine RUN.',
  },
  'column-without-rule': {
    severity: 'warning',
    type: 'not-supported',
    text: 'the column {column} holds data, and no rule of the mapping reads it',
    hint: 'Name it in the mapping: in a rule, or under ignore where it is left out on purpose.',
  },
  'column-not-read': {
    severity: 'information',
    type: 'informational',
    text: 'the column {column} holds data, and no rule that names it came to read it',
  },
  'row-link-broken': {
    severity: 'warning',
    type: 'not-found',
    text: '{field} refers to a row that the export does not have, or that nothing was made of',
    hint: 'Compare the tables in the export: one of them may be cut off. The reference was left out.',
  },
  'code-not-of-system': {
    severity: 'warning',
    type: 'code-invalid',
    text: 'a code that has not the form of the codes of {system}; it was written as a code of the source itself',
    hint: 'Tell such codes apart in the mapping, and say what they are.',
  },
  'word-unknown': {
    severity: 'warning',
    type: 'code-invalid',
    text: '{field} has no place for this word; it was kept as text',
    hint: 'Translate it in the mapping with a lookup.',
  },
  'code-without-lookup': {
    severity: 'information',
    type: 'code-invalid',
    text: 'the lookup {lookup} does not have {count} codes that were met',
    hint: 'unmapped/ holds them by count, in the columns of the lookup: fill them in and run again.',
  },
  'expectation-unmet': {
    severity: 'warning',
    type: 'business-rule',
    text: 'the mapping expects of {what} otherwise ({count})',
    hint: 'Compare the export with what the mapping says under expect.',
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
  // Tables
  'table-column-repeated': {
    severity: 'warning',
    type: 'duplicate',
    text: 'the header repeats names of columns ({count}); the later ones are called NAME_2, NAME_3',
    hint: 'Check in the export which of them holds what; the mapping tells them apart by these names.',
  },
  'table-column-nameless': {
    severity: 'warning',
    type: 'structure',
    text: 'the header leaves columns without a name ({count}); they are called column_1, column_2 by their place',
  },
  'table-text-repaired': {
    severity: 'warning',
    type: 'value',
    text: 'characters were repaired while reading ({what}, {count})',
    hint: 'If the file is in another encoding, say so in the mapping (encoding), and compare names with the source.',
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
    text: 'a scanned file that no row of an index names',
    hint: 'Nothing of it was converted, as nobody says whose it is: add it to the index.',
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
  'pdf-not-archival': {
    severity: 'information',
    type: 'informational',
    text: 'the printed chart holds pages of scanned PDFs as they are: it is no PDF/A and not tagged there',
    hint: 'Print without --with-scans what is to be archived.',
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
  // Printing
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
  // Writing
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
  // Checking what was written
  'json-invalid': { severity: 'error', type: 'structure', text: 'not JSON' },
  'resource-unnamed': {
    severity: 'error',
    type: 'structure',
    text: 'neither a FHIR resource nor a record: it names no type',
  },
  'id-invalid': {
    severity: 'error',
    type: 'value',
    text: '{resource}: the id does not have the form of one',
  },
  'id-repeated': {
    severity: 'error',
    type: 'duplicate',
    text: '{resource}: one id stands on different contents',
  },
  'full-url-differs': {
    severity: 'error',
    type: 'value',
    text: '{resource}: the fullUrl of the entry does not end with the id',
  },
  'element-empty': { severity: 'error', type: 'structure', text: '{resource}.{element} is empty' },
  'structure-invalid': { severity: 'error', type: 'structure', text: '{element} {rule} (FHIR R4)' },
  'reference-dangling': {
    severity: 'error',
    type: 'not-found',
    text: '{resource}.{element} refers to nothing in its bundle',
  },
  'reference-elsewhere': {
    severity: 'warning',
    type: 'not-found',
    text: '{resource}.{element} refers to what is not among the files that were checked',
    hint: 'Check the whole run folder: what patients share lies in bundles/shared.',
  },
  'profile-unmet': {
    severity: 'error',
    type: 'invariant',
    text: '{resource} claims {profile} and does not meet it ({rules})',
  },
  'profile-unknown': {
    severity: 'information',
    type: 'not-supported',
    text: '{resource} claims a profile that is not checked here ({profile})',
    hint: 'Use --java-validator for profiles of other guides.',
  },
  'reference-error': { severity: 'error', type: 'invalid', text: "{rule} (HL7's validator)" },
  'reference-warning': { severity: 'warning', type: 'invalid', text: "{rule} (HL7's validator)" },
} as const satisfies Record<string, Entry>;

export type IssueCode = keyof typeof catalogue;
