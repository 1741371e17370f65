export { LinkFinder, type LinkTable } from './links.ts';
export { type ColumnProfile, type TableProfile, TableProfiler } from './table-profile.ts';
