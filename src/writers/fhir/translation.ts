import { isRawNumber } from './decimal.ts';
import type { Coding, Resource } from './fhir-types.ts';

/** A code and the one that a site's own map has for it. */
export interface CodeMapping {
  readonly source: { readonly system: string; readonly code: string };
  readonly target: { readonly system: string; readonly code: string; readonly display?: string | undefined };
}

/** A site's own map, to be looked up. */
export interface SiteMap {
  readonly targets: ReadonlyMap<string, readonly Coding[]>;
  /** The code systems that the map is for. */
  readonly systems: ReadonlySet<string>;
}

const keyOf = (system: string, code: string): string => `${system}|${code}`;

/** The mappings by their source. */
export function siteMapOf(mappings: readonly CodeMapping[]): SiteMap {
  const targets = new Map<string, Coding[]>();
  for (const { source, target } of mappings) {
    const key = keyOf(source.system, source.code);
    const { system, code, display } = target;
    targets.set(key, [...(targets.get(key) ?? []), { system, code, ...(display && { display }) }]);
  }
  return { targets, systems: new Set(mappings.map(({ source }) => source.system)) };
}

/** The resource with the map's codes beside the source's; `missed` is told the systems of codes that the map lacks. */
export function translated(resource: Resource, map: SiteMap, missed: (system: string) => void): Resource {
  return inside(resource, map, missed) as Resource;
}

function inside(value: unknown, map: SiteMap, missed: (system: string) => void): unknown {
  if (value === null || typeof value !== 'object' || isRawNumber(value)) return value;
  if (Array.isArray(value)) return value.map((one) => inside(one, map, missed));
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      name === 'coding' && Array.isArray(one) ? withTargets(one, map, missed) : inside(one, map, missed),
    ]),
  );
}

/** The source's codings come first and stay as they are. */
function withTargets(own: readonly Coding[], map: SiteMap, missed: (system: string) => void): Coding[] {
  const all = [...own];
  for (const coding of own) {
    for (const target of targetsOf(coding, map, missed)) if (!isAmong(target, all)) all.push(target);
  }
  return all;
}

function targetsOf(
  { system, code }: Coding,
  map: SiteMap,
  missed: (system: string) => void,
): readonly Coding[] {
  if (system === undefined || code === undefined || !map.systems.has(system)) return [];
  const targets = map.targets.get(keyOf(system, code));
  if (!targets) missed(system);
  return targets ?? [];
}

const isAmong = (target: Coding, codings: readonly Coding[]): boolean =>
  codings.some(({ system, code }) => system === target.system && code === target.code);
