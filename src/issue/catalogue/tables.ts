import type { Entry } from './entry.ts';

/** What can be said about tables, their columns, rows and words. */
export const aboutTables = {
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
  'table-empty': {
    severity: 'warning',
    type: 'not-found',
    text: 'the file is empty: it has neither a header nor rows',
    hint: 'Export it again where it was to hold rows.',
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
  'row-link-crosses': {
    severity: 'warning',
    type: 'conflict',
    text: '{field} refers to a row of another patient',
    hint: 'Find out in the source whose the row is: it went to the patient whom it names itself, and the reference was left out.',
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
} as const satisfies Record<string, Entry>;
