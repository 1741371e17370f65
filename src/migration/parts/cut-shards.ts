import type { Group } from '../plan.ts';

/** Groups that are converted together and written as one part: those of ids that begin alike. */
export interface Shard {
  /** Which ids it has: their first characters, and the range of the next one. */
  readonly name: string;
  readonly groups: readonly Group[];
}

/** How much a shard may at most hold, unless it is one patient. */
export interface ShardLimits {
  readonly documents: number;
  readonly bytes: number;
}

const usualLimits: ShardLimits = { documents: 200, bytes: 6_000_000 };

const digits = '0123456789abcdef';

/**
 * Cuts groups, which are in the order of their ids, into shards in that order. Ids are made of hashes, so that their
 * first digits part them evenly, and a group that comes or goes changes no shard but its own.
 */
export function cutShards(groups: readonly Group[], limits = usualLimits): Shard[] {
  return cut(groups, { prefix: '', from: 0, to: digits.length - 1 }, limits);
}

/** Cuts groups by a fixed number of digits; `more` are the first digits of groups that are not among them. */
export function cutByDigits(groups: readonly Group[], count: number, more: readonly string[]): Shard[] {
  const prefixes = new Set([...groups.map(({ id }) => id), ...more].map((id) => id.slice(0, count)));
  const byPrefix = Map.groupBy(groups, ({ id }) => id.slice(0, count));
  return [...prefixes].sort().map((name) => ({ name: name || 'all', groups: byPrefix.get(name) ?? [] }));
}

interface Range {
  readonly prefix: string;
  readonly from: number;
  readonly to: number;
}

function cut(groups: readonly Group[], range: Range, limits: ShardLimits): Shard[] {
  if (groups.length === 0) return [];
  const { prefix, from, to } = range;
  if (groups.length === 1 || isWithin(groups, limits)) return [{ name: nameOf(range), groups }];
  if (from === to) return cutNext(groups, range, limits);
  const middle = (from + to) >> 1;
  const isLow = ({ id }: Group) => rankOf(id.charAt(prefix.length)) <= middle;
  return [
    ...cut(groups.filter(isLow), { prefix, from, to: middle }, limits),
    ...cut(
      groups.filter((group) => !isLow(group)),
      { prefix, from: middle + 1, to },
      limits,
    ),
  ];
}

/** One digit is left: by the next one, unless ids that are not made of digits share their rank. */
function cutNext(groups: readonly Group[], range: Range, limits: ShardLimits): Shard[] {
  const characters = new Set(groups.map(({ id }) => id.charAt(range.prefix.length)));
  const [only = ''] = characters;
  if (characters.size > 1 || only === '') return [{ name: nameOf(range), groups }];
  return cut(groups, { prefix: range.prefix + only, from: 0, to: digits.length - 1 }, limits);
}

const rankOf = (character: string): number =>
  [...digits].findLastIndex((digit) => digit <= character || digit === '0');

const sizeOf = ({ documents }: Group): number => documents.reduce((sum, { size }) => sum + size, 0);

function isWithin(groups: readonly Group[], { documents, bytes }: ShardLimits): boolean {
  return (
    groups.reduce((sum, group) => sum + group.documents.length, 0) <= documents &&
    groups.reduce((sum, group) => sum + sizeOf(group), 0) <= bytes
  );
}

function nameOf({ prefix, from, to }: Range): string {
  if (from === 0 && to === digits.length - 1) return prefix || 'all';
  return `${prefix}_${digits.slice(from, to + 1)}`;
}
