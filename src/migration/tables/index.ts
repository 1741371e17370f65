export type { EffectsBook, TableEffects } from './effects.ts';
export type { TableExport } from './export.ts';
export type { ExportSummary } from './export-summary.ts';
export { type FoundExports, findExports } from './find-exports.ts';
export type { GroupRows } from './group-rows.ts';
export { openMapping, presetNames } from './mapping-file.ts';
export type { SetAside } from './quarantine-files.ts';
export { openRetake, type Retake } from './retake.ts';
export { readTables, type SettledTables, type TableRun } from './table-run.ts';
