export { LinkFinder, type LinkTable } from './links.ts';
export { type Hidden, leastShown } from './shown.ts';
export { type ColumnProfile, type TableProfile, TableProfiler } from './table-profile.ts';
