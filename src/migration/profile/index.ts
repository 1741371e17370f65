export { type ExportProfile, type PresetScore, profileExport } from './profile-export.ts';
