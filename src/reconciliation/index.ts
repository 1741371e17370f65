export { type Reconciled, reconcile } from './reconcile.ts';
