import { type At, isObject, type Scope } from './scope.ts';

/** One item for each of `each: { n: [1, 2] }`, in which `{n}` is written out. */
export function eachOf(at: At, around: Scope): At[] {
  if (!isObject(at.value) || !isObject(at.value['each'])) return [at];
  const { each, ...rest } = at.value;
  around.spots.copy(at.value, rest);
  let items: unknown[] = [rest];
  for (const [name, words] of Object.entries(each as Record<string, unknown[]>))
    items = items.flatMap((item) => words.map((word) => written(item, `{${name}}`, String(word), around)));
  return items.map((value) => ({ ...at, value }));
}

function written(value: unknown, gap: string, word: string, around: Scope): unknown {
  if (typeof value === 'string') return value.replaceAll(gap, word);
  if (typeof value !== 'object' || value === null) return value;
  const copy = Array.isArray(value)
    ? value.map((one) => written(one, gap, word, around))
    : Object.fromEntries(
        Object.entries(value).map(([key, one]) => [
          key.replaceAll(gap, word),
          written(one, gap, word, around),
        ]),
      );
  around.spots.copy(value, copy);
  return copy;
}
