import type { Condition, Test } from '../record-rule.ts';
import { wordsOf } from '../words.ts';
import { columnAt } from './columns.ts';
import { type At, asList, isObject, part, type Scope, type TableDraft } from './scope.ts';

/** `{ $COLUMN: test }`: all must hold. */
export function conditionAt(at: At, table: TableDraft, scope: Scope): Condition {
  if (!isObject(at.value)) return [];
  return Object.keys(at.value).flatMap((key) => {
    const column = columnAt({ value: key, holder: at.value, key }, table, scope);
    return column ? [{ column, test: testOf(part(at, key).value) }] : [];
  });
}

function testOf(value: unknown): Test {
  if (value === 'present' || value === 'absent') return { is: value };
  if (isObject(value) && 'has' in value)
    return { has: asList(value['has']).map((one) => wordsOf(String(one))) };
  const not = isObject(value);
  const words = asList(not ? value['not'] : value).map(String);
  return { in: new Set(words), not };
}
