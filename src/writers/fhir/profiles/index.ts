import { ips } from './ips/index.ts';
import type { Guide, GuideName, Json } from './profile.ts';
import { usCore } from './us-core/index.ts';

export { hasCode, membersOf } from './demands.ts';
export { ipsUrlOf } from './ips/index.ts';
export { claim, type GuideName, guideNames, type Json } from './profile.ts';

const guides: Readonly<Record<GuideName, Guide>> = { 'us-core': usCore, ips, base: () => [] };

/** The profiles of a guide. */
export const guideOf = (name: GuideName): Guide => guides[name];

/** The profiles that a resource claims and does not meet; without rules where they are not known here. */
export function unmetClaims(
  resource: Json,
): { readonly profile: string; readonly rules?: readonly string[] }[] {
  const claimed = ((resource['meta'] as Json | undefined)?.['profile'] as string[] | undefined) ?? [];
  const known = [...usCore(resource), ...ips(resource)];
  return claimed.flatMap((profile) => {
    const found = known.find(({ url }) => url === profile);
    // A Composition and a Bundle of IPS are made as a whole.
    if (!found) return profile.includes('/uv/ips/') ? [] : [{ profile }];
    const rules = found.demands.filter(({ met }) => !met(resource, new Map())).map((one) => one.rule);
    return rules.length > 0 ? [{ profile, rules }] : [];
  });
}
