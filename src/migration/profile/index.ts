export type { InferredMapping } from '../../mapping/index.ts';
export { inferExport } from './infer-export.ts';
export { type ExportProfile, type PresetScore, profileExport } from './profile-export.ts';
