export { type Reconciled, reconcile } from './reconcile.ts';
export { type SpotChecked, type SpotCheckOptions, spotCheck } from './spot/spot-check.ts';
export { type Thresholds, thresholds } from './thresholds.ts';
