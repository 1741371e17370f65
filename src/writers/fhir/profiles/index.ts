import { ips } from './ips/index.ts';
import type { Guide, GuideName } from './profile.ts';
import { usCore } from './us-core/index.ts';

export { hasCode, membersOf } from './demands.ts';
export { ipsUrlOf } from './ips/index.ts';
export { claim, type GuideName, guideNames, type Json } from './profile.ts';

const guides: Readonly<Record<GuideName, Guide>> = { 'us-core': usCore, ips, base: () => [] };

/** The profiles of a guide. */
export const guideOf = (name: GuideName): Guide => guides[name];
