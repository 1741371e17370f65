import { isToken, type Part } from './format-parts.ts';

const date = 'yMdE';
const time = 'HhmsSa';

/** What a cell may leave out of its format: seconds, the time, the day, the month. The whole format comes first. */
export function variantsOf(parts: readonly Part[]): readonly (readonly Part[])[] {
  const day = dateOf(parts);
  const month = without(without(day, 'E'), 'd');
  const year = parts.filter((one) => isToken(one, 'y') && one.token === 'yyyy');
  const variants = [parts, without(without(parts, 'S'), 's'), day, month, year];
  return variants.filter((one, index) => one.length > 0 && (index === 0 || one.length < parts.length));
}

/** The part that says the date, where it stands in one piece. */
function dateOf(parts: readonly Part[]): readonly Part[] {
  const from = parts.findIndex((one) => isToken(one, date));
  const to = parts.findLastIndex((one) => isToken(one, date));
  const piece = parts.slice(Math.max(from, 0), to + 1);
  return piece.some((one) => isToken(one, time)) ? [] : piece;
}

/** The parts without a token and what stands between it and its neighbour. */
function without(parts: readonly Part[], letter: string): readonly Part[] {
  const at = parts.findIndex((one) => isToken(one, letter));
  if (at === -1) return parts;
  const isBetween = (one: Part | undefined) => one !== undefined && 'literal' in one;
  const before = parts.slice(0, at);
  const after = parts.slice(at + 1);
  // The first of a date goes with what follows it, the rest with what stands before.
  const first = !before.some((one) => 'token' in one);
  while (first ? isBetween(after[0]) : isBetween(before.at(-1))) first ? after.shift() : before.pop();
  return [...before, ...after];
}
