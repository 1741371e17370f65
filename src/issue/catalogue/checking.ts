import type { Entry } from './entry.ts';

/** What can be said about files that were written, when they are checked. */
export const aboutChecking = {
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
