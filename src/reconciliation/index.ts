export { type Reconciled, type ReconcileOptions, reconcile } from './reconcile.ts';
export { type Thresholds, thresholds } from './thresholds.ts';
