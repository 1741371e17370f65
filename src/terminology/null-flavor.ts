import { V3 } from './concept-maps/systems.ts';
import { guideMap } from './value-map.ts';

/** nullFlavor → data-absent-reason. */
export const nullFlavor = guideMap('CF-NullFlavorDataAbsentReason', {
  source: `${V3}NullFlavor`,
  target: 'http://terminology.hl7.org/CodeSystem/data-absent-reason',
  rows: [
    ['NI', 'unknown', 'inexact'],
    ['OTH', 'unsupported', 'wider'],
    ['NINF', 'negative-infinity', 'equivalent'],
    ['PINF', 'positive-infinity', 'equivalent'],
    ['MSK', 'masked', 'equivalent'],
    ['NA', 'not-applicable', 'equivalent'],
    ['UNK', 'unknown', 'wider'],
    ['ASKU', 'asked-unknown', 'equivalent'],
    ['NAV', 'temp-unknown', 'equivalent'],
    ['NASK', 'not-asked', 'equivalent'],
    ['TRC', 'unsupported', 'wider'],
    ['NP', 'unknown', 'wider'],
  ],
});

/** nullFlavors outside the guide's map, by our own rule: each goes where its parent or its meaning points. */
const additions = {
  INV: 'error', // a value stands there and is not a permitted one
  DER: 'unsupported', // to be derived from an expression that FHIR does not carry
  UNC: 'as-text', // only the original text is there
  QS: 'unknown', // enough to fill up: an amount that nobody measured
  NAVU: 'unknown', // not available, nor expected to be
} as const;

/** The data-absent-reason of a nullFlavor; every other text is unknown. */
export function dataAbsentReasonOf(flavor: string) {
  const added = Object.hasOwn(additions, flavor) ? additions[flavor as keyof typeof additions] : undefined;
  return nullFlavor.to(flavor) ?? added ?? 'unknown';
}
