import type { When } from './datatypes.ts';

/** Whether one time is before another, as far as both are precise; two instants are told apart by their day. */
export function isBefore(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const length = Math.min(a.length, b.length, 10);
  return a.slice(0, length) < b.slice(0, length);
}

interface Span {
  readonly start?: When | undefined;
  readonly end?: When | undefined;
}

const endsFirst = ({ start, end }: Span): boolean => isBefore(end?.value, start?.value);

/** Whether some time of a statement ends before it begins; every statement comes along here. */
export function endsBeforeStart(item: object): boolean {
  const { onset, abatement } = item as { onset?: When; abatement?: When };
  if (abatement !== undefined && endsFirst({ start: onset, end: abatement })) return true;
  for (const one of Object.values(item)) {
    if (typeof one === 'object' && one !== null && 'start' in one && endsFirst(one as Span)) return true;
  }
  return false;
}
