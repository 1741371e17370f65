import { placeIn, type Shared } from './context.ts';
import type { Resource } from './fhir-types.ts';
import { claim, guideOf } from './profiles/index.ts';
import { translated } from './translation.ts';

/** The resource as it goes out: with the codes of the site's map, and the profile that it meets. */
export function finished(resource: Resource, part: string, shared: Shared): Resource {
  const { siteMap } = shared.options;
  if (!siteMap) return claimed(resource, part, shared);
  const missed = (system: string): void => {
    shared.issues.push({ code: 'code-unmapped', place: placeIn(shared, part), details: { system } });
  };
  return claimed(translated(resource, siteMap, missed), part, shared);
}

/** The resource with the profile that it meets; where that is not the narrowest one for it, an issue says why. */
function claimed(resource: Resource, part: string, shared: Shared): Resource {
  const guide = guideOf(shared.options.profile ?? 'us-core');
  const { resource: whole, unmet } = claim(resource, guide, shared.claims);
  const [profile] = whole.meta?.profile ?? [];
  if (profile !== undefined) shared.claims.set(`${whole.resourceType}/${whole.id}`, profile);
  if (unmet) {
    const details = {
      resource: resource.resourceType,
      profile: unmet.profile.slice(unmet.profile.lastIndexOf('/') + 1),
      rules: unmet.rules.join('; '),
    };
    shared.issues.push({ code: 'profile-not-claimed', place: placeIn(shared, part), details });
  }
  return whole;
}
