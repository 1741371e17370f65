import { placeIn, type Shared } from './context.ts';
import type { Resource } from './fhir-types.ts';
import { claim, guideOf } from './profiles/index.ts';

/** The resource with the profile that it meets; where that is not the narrowest one for it, an issue says why. */
export function claimed(resource: Resource, part: string, shared: Shared): Resource {
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
