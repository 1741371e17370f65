import type { Entry } from './entry.ts';

/** What can be said about statements that contradict themselves, or do not say what they mean. */
export const aboutMeaning = {
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
  'end-before-start': {
    severity: 'warning',
    type: 'business-rule',
    text: 'something ends before it begins; both times were kept, the end of a period in its own words (FHIR has no such periods)',
    hint: 'One of the two is a typing error: ask the clinic which.',
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
} as const satisfies Record<string, Entry>;
