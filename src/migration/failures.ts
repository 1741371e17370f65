export { faultOf } from './internal-error.ts';
export { OutputFailure, Refusal } from './refusal.ts';
