import { writeOut } from '../write-out.ts';
import { type At, isObject, type Scope } from './scope.ts';

/** One item for each of `each: { n: [1, 2] }`, in which `{n}` is written out. */
export function eachOf(at: At, { spots }: Pick<Scope, 'spots'>): At[] {
  if (!isObject(at.value) || !isObject(at.value['each'])) return [at];
  const { each, ...rest } = at.value;
  spots.copy(at.value, rest);
  let items: unknown[] = [rest];
  for (const [name, words] of Object.entries(each as Record<string, unknown[]>))
    items = items.flatMap((item) => words.map((word) => writeOut(item, `{${name}}`, String(word), spots)));
  return items.map((value) => ({ ...at, value }));
}
