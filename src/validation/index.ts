export { type Checked, check } from './check.ts';
export type { CheckedFile } from './inputs.ts';
