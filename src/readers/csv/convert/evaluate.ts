import type { Expression, Join } from '../../../mapping/index.ts';
import { referenceByNumber } from '../../../record/index.ts';
import type { Row } from '../table/row.ts';
import type { Here } from './here.ts';
import { rowsOf } from './join.ts';
import { evaluateLookup } from './lookup.ts';
import { build } from './objects.ts';
import { KEY_SEPARATOR } from './row-index.ts';
import { fill, holds, keyOf } from './template.ts';
import { readAs } from './values.ts';

type Of<D extends Expression['do']> = Extract<Expression, { do: D }>;

/** The value of a field, as the record wants it; nothing where the row says nothing of it. */
export function evaluate(expression: Expression, here: Here): unknown {
  switch (expression.do) {
    case 'text':
      return text(expression, here);
    case 'lookup':
      return evaluateLookup(expression, here);
    case 'first':
      return first(expression, here);
    case 'when':
      return holds(expression.condition, here.row, here.work) ? evaluate(expression.then, here) : undefined;
    case 'row':
      return ofRow(expression, here);
    case 'object':
      return object(expression, here);
    case 'list':
      return list(expression, here);
    case 'many':
      return many(expression, here);
    case 'one':
      return one(expression, here);
    case 'lines':
      return lines(expression, here);
    case 'reference':
      return reference(expression, here);
    case 'new': {
      const ref = here.work.make(expression.rule, here);
      return ref === undefined ? undefined : { ref };
    }
  }
}

function text({ type, template, date }: Of<'text'>, here: Here): unknown {
  const said = fill(template, here);
  return said && readAs(type, said, here, date);
}

/** The first that has data; what an earlier one could not say does not matter then. */
function first({ of }: Of<'first'>, here: Here): unknown {
  const before = here.kept.length;
  for (const one of of) {
    const value = evaluate(one, here);
    if (value === undefined) continue;
    here.kept.length = before;
    return value;
  }
  return undefined;
}

function ofRow({ condition, then }: Of<'row'>, here: Here): unknown {
  const row = here.group.find((one) => holds(condition, one, here.work));
  return row && evaluate(then, { ...here, row });
}

/** The fields that hold something; where only words of the mapping are left of what rows were to fill, there is nothing. */
function object({ type, fields }: Of<'object'>, here: Here): unknown {
  if (type.is !== 'object') return undefined;
  const before = here.points.length;
  const keptBefore = here.kept.length;
  const found: Record<string, unknown> = {};
  for (const [name, one] of fields) {
    const value = evaluate(one, here);
    if (value !== undefined) found[name] = value;
  }
  if (here.points.length === before && isBound(fields)) return undefined;
  if (type.needs?.some((name) => found[name] === undefined)) {
    keepUnit(found['unit'], keptBefore, here);
    return undefined;
  }
  return build(type, found, here);
}

/** A measure that is no number keeps its unit with its words; words without a digit are no measure. */
function keepUnit(unit: unknown, before: number, { kept }: Here): void {
  const last = kept.at(-1);
  if (kept.length === before || last === undefined || typeof unit !== 'string') return;
  if (/\d/.test(last.words)) kept[kept.length - 1] = { ...last, words: `${last.words} ${unit}` };
}

const bound = new WeakMap<object, boolean>();

/** Whether something is to be filled in from rows. */
function isBound(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const known = bound.get(value);
  if (known !== undefined) return known;
  const inner = value instanceof Map ? [...value.values()] : Object.values(value);
  const found = 'path' in value || inner.some(isBound);
  bound.set(value, found);
  return found;
}

function list({ of }: Of<'list'>, here: Here): unknown {
  const items = of.flatMap((one): unknown[] => {
    const value = evaluate(one, here);
    return Array.isArray(value) ? value : value === undefined ? [] : [value];
  });
  return items.length > 0 ? eachOnce(items) : undefined;
}

/** Items that say the same are one. */
function eachOnce(items: readonly unknown[]): unknown[] {
  if (items.length < 2) return [...items];
  return [...new Map(items.map((one) => [JSON.stringify(one), one])).values()];
}

function many({ join, by, then }: Of<'many'>, here: Here): unknown {
  const rows = join === 'group' ? here.group : joined(join, here);
  const items = groupsOf(rows, by, here).flatMap((group) => {
    const [row] = group;
    return row ? (evaluate(then, { ...here, row, group }) ?? []) : [];
  });
  return items.length > 0 ? items : undefined;
}

function one({ join, then }: Of<'one'>, here: Here): unknown {
  const [row] = rowsOf(join, here);
  if (!row) return undefined;
  here.joined.push(row);
  return evaluate(then, { ...here, row, group: [row] });
}

/** Each row alone, or those together that have the same key. */
function groupsOf(rows: readonly Row[], by: Of<'many'>['by'], here: Here): (readonly Row[])[] {
  if (by.length === 0) return rows.map((row) => [row]);
  return [...Map.groupBy(rows, (row) => keyOf(by, { ...here, row, points: [] }, KEY_SEPARATOR)).values()];
}

function lines({ join, column, separator }: Of<'lines'>, here: Here): unknown {
  const template = [{ path: [column] }];
  const { cells } = here.work;
  // A line without words parts paragraphs, and its indent is part of it.
  const found = joined(join, here).map((row) =>
    fill(template, { ...here, row }) ? cells.lineOf(row, column) : '',
  );
  return found.some((one) => one !== '') ? found.join(separator).trimEnd() : undefined;
}

/** The rows of another table that belong to a row; they go into its record. */
function joined(join: Join, here: Here): readonly Row[] {
  const rows = rowsOf(join, here);
  here.joined.push(...rows);
  return rows;
}

function reference({ to, key: templates, link }: Of<'reference'>, here: Here): unknown {
  const key = keyOf(templates, here, KEY_SEPARATOR);
  if (key === undefined) return undefined;
  const wanted = { to, key, link };
  const ref = here.work.resolve(wanted);
  if (ref !== false) return ref === undefined ? undefined : { ref };
  // Who is told of by other sources has encounters there too.
  if (here.work.mapping.source.patients === 'known' && to.join() === 'encounter')
    return { ref: referenceByNumber('encounter', key) };
  const point = here.points.at(-1);
  here.work.issues.push({
    code: here.work.options.isOfAnother?.(wanted) ? 'row-link-crosses' : 'row-link-broken',
    place: { file: here.row.layout.file, line: here.row.line, path: point?.column ?? here.field },
    details: { field: here.field },
  });
  return undefined;
}
