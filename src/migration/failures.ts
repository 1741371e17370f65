export { faultOf } from './internal-error.ts';
export { isSystemError, OutputFailure, Refusal, systemCode } from './refusal.ts';
