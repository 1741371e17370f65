export { type Chart, type ChartOptions, openChart } from './chart.ts';
export { type Answer, type Explanation, explain } from './explain.ts';
export type { Spot, Way } from './finding.ts';
export { explainLine, type LineExplanation } from './line.ts';
export { page } from './page.ts';
