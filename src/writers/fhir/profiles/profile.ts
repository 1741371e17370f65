import type { Resource } from '../fhir-types.ts';
import { inOrder } from './order.ts';

/** The guides whose profiles resources may claim. */
export const guideNames = ['us-core', 'ips', 'base'] as const;
export type GuideName = (typeof guideNames)[number];

/** One thing that a profile asks for beyond base R4. */
export interface Demand {
  /** The rule as the profile names it: a path or the key of an invariant. */
  readonly rule: string;
  readonly met: (resource: Json, claims: Claims) => boolean;
  /** The resource with the absence said, in the way that the guide allows; never a value that nobody stated. */
  readonly supply?: (resource: Json) => Json;
}

/** The profiles that resources claim, by `Type/id`: what is referred to is written first. */
export type Claims = ReadonlyMap<string, string>;

/** A profile and what it demands. */
export interface Profile {
  readonly url: string;
  readonly demands: readonly Demand[];
}

/** The profiles of one guide that are for a resource, by its type, categories and codes; the narrowest first. */
export type Guide = (resource: Json) => readonly Profile[];

/** A resource as it is written: elements by name, `_name` included. */
export type Json = { readonly [name: string]: unknown };

/** What became of a resource whose guide has a profile for it. */
export interface Claimed {
  readonly resource: Resource;
  /** The narrowest profile for it, where it does not meet that one, and the rules that it does not meet. */
  readonly unmet?: { readonly profile: string; readonly rules: readonly string[] };
}

/** The resource, claiming the narrowest profile of the guide that it meets once absences are said. */
export function claim(resource: Resource, guide: Guide, claims: Claims = new Map()): Claimed {
  const profiles = guide(resource as unknown as Json);
  let unmet: Claimed['unmet'];
  for (const { url, demands } of profiles) {
    const whole = supplied(resource as unknown as Json, demands, claims);
    const rules = demands.filter(({ met }) => !met(whole, claims)).map(({ rule }) => rule);
    if (rules.length === 0) {
      const full = whole === (resource as unknown) ? whole : inOrder(whole, resource.resourceType);
      return { resource: named(full, url), ...(unmet && { unmet }) };
    }
    unmet ??= { profile: url, rules };
  }
  return { resource, ...(unmet && { unmet }) };
}

const supplied = (resource: Json, demands: readonly Demand[], claims: Claims): Json =>
  demands.reduce((now, { met, supply }) => (supply && !met(now, claims) ? supply(now) : now), resource);

/** `meta` stands behind the id and its profile before its tags, as FHIR orders elements: XML depends on it. */
function named(resource: Json, url: string): Resource {
  const { resourceType, id, meta } = resource;
  const claiming: Record<string, unknown> = {
    resourceType,
    id,
    meta: { profile: [url], ...(meta as object) },
  };
  for (const name in resource) {
    const value = resource[name];
    if (value !== undefined && claiming[name] === undefined) claiming[name] = value;
  }
  return claiming as unknown as Resource;
}
