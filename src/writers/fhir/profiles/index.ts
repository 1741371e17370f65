import type { Guide, GuideName } from './profile.ts';
import { usCore } from './us-core/index.ts';

export { claim, type GuideName, guideNames } from './profile.ts';

const guides: Readonly<Record<GuideName, Guide>> = { 'us-core': usCore, ips: () => [], base: () => [] };

/** The profiles of a guide. */
export const guideOf = (name: GuideName): Guide => guides[name];
