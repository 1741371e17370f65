import type { RowFault } from '../../readers/csv/index.ts';

/** Why a row cannot be read as it stands, in words. */
export const faultReasons: Readonly<Record<RowFault, string>> = {
  ragged: 'it has more or fewer cells than the header has columns',
  quote: 'a quote stands where none may, or has no end',
  encoding: 'it has bytes that are none of the encoding',
  'too-large': 'it is longer than a row may be',
};

/** Why a row has no patient, in words. */
export const routeReasons = {
  'no-patient': 'none of the columns that lead to a patient holds anything',
  orphan: 'what it links to is not in the export',
  'ambiguous-link': 'what it links to is of several patients',
  'held-with-link': 'what it links to was set aside',
  'held-with-patient': 'its patient was set aside',
  'unknown-patient': 'no source of the run has a patient of this number',
  'several-patients': 'several patients have this number',
  'patient-key-repeated': 'its key stands on rows of different patients',
} as const;

export type RouteRule = keyof typeof routeReasons;
