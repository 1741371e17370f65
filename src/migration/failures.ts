export { faultOf } from './internal-error.ts';
export {
  isOutputFailure,
  isSystemError,
  OutputFailure,
  Refusal,
  systemCode,
  systemWords,
} from './refusal.ts';
export { Stopped } from './stopped.ts';
