export type { InferredMapping } from '../../mapping/index.ts';
export { inferExport } from './infer-export.ts';
export { type ExportProfile, profileExport } from './profile-export.ts';
