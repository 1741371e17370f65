import type { Expectation } from '../mapping.ts';
import { readColumn } from '../template.ts';
import { type At, asList, fault, isObject, part, type Scope, unknownWord } from './scope.ts';

const count = /^(>=|<=|=|>|<)?\s*(\d+)$/;

/** `patients.rows: ">= 12000"`, `patients.$GENDER: [M, F, U]`. */
export function expectAt(at: At, scope: Scope): Expectation[] {
  return Object.keys(isObject(at.value) ? at.value : {}).flatMap((written) => {
    const one = part(at, written);
    const [, table = '', what = ''] = /^([^.$]+)\.(.+)$/.exec(written) ?? [];
    if (!scope.tables.has(table)) {
      unknownWord(scope, one, 'unknown-table', {
        what: 'table',
        word: table || written,
        known: scope.tables.keys(),
      });
      return [];
    }
    if (what === 'rows') return rowsOf(one, table, scope);
    const column = readColumn(what)?.path[0];
    if (column !== undefined) return [{ table, column, words: asList(one.value).map(String) }];
    fault(scope, one, 'rule', `${written} is neither \`${table}.rows\` nor \`${table}.$COLUMN\``);
    return [];
  });
}

function rowsOf(at: At, table: string, scope: Scope): Expectation[] {
  const [, comparator = '=', digits] = count.exec(String(at.value)) ?? [];
  if (digits !== undefined)
    return [{ table, rows: { comparator: comparator as '=', count: Number(digits) } }];
  fault(scope, at, 'rule', `"${String(at.value)}" is no number of rows; write \`">= 12000"\``);
  return [];
}
