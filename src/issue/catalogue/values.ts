import type { Entry } from './entry.ts';

/** What can be said about single values: times, numbers, ids, codes. */
export const aboutValues = {
  'time-invalid': {
    severity: 'warning',
    type: 'value',
    text: 'not a time; its literal was kept as text',
    hint: 'Look the value up at this place in the source. For a table, say in the mapping how its dates are written (date).',
  },
  'time-without-offset': {
    severity: 'information',
    type: 'value',
    text: 'a time without an offset was written as a date, its literal kept',
    hint: 'Give --timezone ZONE to write such times in full.',
  },
  'number-invalid': { severity: 'warning', type: 'value', text: 'not a number; it was kept as text' },
  'number-ambiguous': {
    severity: 'warning',
    type: 'value',
    text: 'its comma parts thousands, or begins the decimals; it was kept as text',
    hint: 'Say in the mapping which mark the decimals have: decimal: "." or decimal: ",", of the column or of the source.',
  },
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
} as const satisfies Record<string, Entry>;
