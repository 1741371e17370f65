export { type Chart, openChart } from './chart.ts';
export { type Answer, type Explanation, explain } from './explain.ts';
export type { Spot } from './finding.ts';
export type { Leaves } from './leaves.ts';
export { leavesOf } from './leaves.ts';
export { explainLine, type LineExplanation } from './line.ts';
export { page } from './page.ts';
export { escapeHtml } from './page-source.ts';
export { explainRows } from './rows.ts';
