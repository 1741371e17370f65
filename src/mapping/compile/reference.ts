import type { Expression } from '../record-rule.ts';
import { targets } from '../targets/index.ts';
import { readColumn } from '../template.ts';
import { templateAt } from './columns.ts';
import { type Around, type At, asList, isObject, part, unknownWord } from './scope.ts';

/** What a field refers to: a record by its id, or one that is made here. */
export function referenceAt(at: At, to: readonly string[], around: Around): Expression | undefined {
  if (isObject(at.value)) return newAt(at, around);
  const list = Array.isArray(at.value);
  const key = asList(at.value).map((value, index) =>
    templateAt(list ? { value, holder: at.value, key: index } : at, around.table, around),
  );
  return { do: 'reference', to, key, ...linkOf(at.value, around) };
}

/** The table to which a reference leads, where its column is a link. */
function linkOf(value: unknown, { table, tables }: Around): { link?: string } {
  const path = typeof value === 'string' ? readColumn(value)?.path : undefined;
  let at = path && table;
  for (const name of path ?? []) {
    const next: string | undefined = at?.links.get(name);
    if (name === path?.at(-1) && next !== undefined) return { link: next };
    at = next === undefined ? undefined : tables.get(next);
  }
  return {};
}

/** Something that a rule makes beside its record, where it is referred to: `{ to: practitioner, fields: … }`. */
function newAt(at: At, around: Around): Expression | undefined {
  const raw = at.value as Record<string, unknown>;
  const target = targets.get(String(raw['to']));
  if (!target) {
    unknownWord(around, part(at, 'to'), 'unknown-word', {
      what: 'kind of record',
      word: String(raw['to']),
      known: targets.keys(),
    });
    return undefined;
  }
  return {
    do: 'new',
    rule: around.rule(at, around.table, { ...around, name: `${target.name} of ${around.table.name}` }),
  };
}
