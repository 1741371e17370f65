export { causeWords, type Difference, differenceOf } from './difference/difference.ts';
export { type Reconciled, reconcile } from './reconcile.ts';
export { type SpotCheckOptions, spotCheck } from './spot/spot-check.ts';
export { type Thresholds, thresholds } from './thresholds.ts';
