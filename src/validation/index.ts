export { openCheck } from './check.ts';
export { checkByR4 } from './r4.ts';
