import type { Join } from '../record-rule.ts';
import { columnAt, ownColumn } from './columns.ts';
import { conditionAt } from './condition.ts';
import { type At, asList, isObject, part, type Scope, type TableDraft, unknownWord } from './scope.ts';

/** Rows of another table that belong to a row. */
export function joinAt(
  at: At,
  table: TableDraft,
  scope: Scope,
): { join: Join; theirs: TableDraft } | undefined {
  const raw = at.value as Record<string, unknown>;
  const name = String(raw['table']);
  const theirs = scope.tables.get(name);
  if (!theirs) {
    unknownWord(scope, part(at, 'table'), 'unknown-table', {
      what: 'table',
      word: name,
      known: scope.tables.keys(),
    });
    return undefined;
  }
  const on = part(at, 'on');
  const pairs = Object.keys(on.value as object).flatMap((key) => {
    const their = columnAt({ value: key, holder: on.value, key }, theirs, scope);
    const ours = columnAt(part(on, key), table, scope);
    return their?.path[0] !== undefined && ours ? [{ theirs: their.path[0], ours }] : [];
  });
  const where = raw['where'] === undefined ? [] : conditionAt(part(at, 'where'), theirs, scope);
  const limit = typeof raw['limit'] === 'number' ? { limit: raw['limit'] } : {};
  return { join: { table: name, on: pairs, where, orderBy: orderAt(at, theirs, scope), ...limit }, theirs };
}

function orderAt(at: At, theirs: TableDraft, scope: Scope): Join['orderBy'] {
  const { value } = part(at, 'orderBy');
  return asList(value).flatMap((one) => {
    const [written, descending] = isObject(one) ? [one['column'], one['descending'] === true] : [one, false];
    const column = ownColumn({ value: written, holder: at.value, key: 'orderBy' }, scope);
    if (column === undefined) return [];
    theirs.mapped.add(column);
    return [{ column, descending }];
  });
}
