import type { ColumnRef, Template } from '../record-rule.ts';
import { columnText, readColumn, readTemplate } from '../template.ts';
import { type At, fault, type Scope, type TableDraft, unknownWord } from './scope.ts';

/** A text with columns of a table in it. */
export function templateAt(at: At, table: TableDraft, scope: Scope): Template {
  const template = readTemplate(String(at.value));
  for (const one of template) if (typeof one === 'object') noteColumn(one, table, at, scope);
  return template;
}

/** One column of a table, and nothing else. */
export function columnAt(at: At, table: TableDraft, scope: Scope): ColumnRef | undefined {
  const column = readColumn(String(at.value));
  if (column) noteColumn(column, table, at, scope);
  else fault(scope, at, 'wrong-type', `"${String(at.value)}" is no column; a column is written $COLUMN`);
  return column;
}

/** The name of a column of a table that is no link away. */
export function ownColumn(at: At, scope: Scope): string | undefined {
  const column = readColumn(String(at.value));
  const [name, ...more] = column?.path ?? [];
  if (name !== undefined && more.length === 0) return name;
  fault(
    scope,
    at,
    'wrong-type',
    `"${String(at.value)}" is no column of this table; a column is written $COLUMN`,
  );
  return undefined;
}

/** Marks a column as named, and those that lead to it. */
function noteColumn(column: ColumnRef, from: TableDraft, at: At, scope: Scope): void {
  let table: TableDraft | undefined = from;
  for (const [index, name] of column.path.entries()) {
    table.mapped.add(name);
    if (index === column.path.length - 1) return;
    const next: string | undefined = table.links.get(name);
    if (next === undefined) {
      const known = [...table.links.keys()].map((link) => columnText({ path: [link] }));
      const what = `link of the table ${table.name} (write \${${name}} where a dot follows a column)`;
      unknownWord(scope, at, 'unknown-column', { what, word: `$${name}`, known });
      return;
    }
    table = scope.tables.get(next);
    if (!table) return;
  }
}
