import type { IssueCode } from '../../../issue/index.ts';
import type { RecordRule } from '../../../mapping/index.ts';
import { isShared, type Target, targets } from '../../../mapping/index.ts';
import type { Annotation, Identifier, SourcePoint } from '../../../record/index.ts';
import type { Row } from '../table/row.ts';
import { evaluate } from './evaluate.ts';
import { type Here, type KeptWords, Unusable, type Work } from './here.ts';
import type { CellPoint } from './point.ts';
import { fill, keyOf } from './template.ts';

type Fields = Record<string, unknown>;

/** What a rule makes of its rows, before it has an id. */
export interface Made {
  readonly fields: Fields;
  readonly trace: Readonly<Record<string, readonly SourcePoint[]>>;
  /** Rows of other tables that went into it. */
  readonly joined: readonly Row[];
}

/** Where a rule is read at its rows. */
export function hereAt(rows: readonly Row[], work: Work, field = ''): Here {
  const [row] = rows;
  if (!row) throw new RangeError('a record is made of one row at least');
  return { row, group: rows, work, points: [], kept: [], joined: [], field };
}

/** Reads the fields of a rule at its rows. */
export function makeRecord(rule: RecordRule, rows: readonly Row[], work: Work): Made {
  const target = targets.get(rule.to);
  if (!target) throw new RangeError(`no target ${rule.to}`);
  const { found, trace, kept, joined } = readFields(rule, rows, work);
  const identifiers = found['identifiers'] ?? ownNumber(rule, rows, work);
  const place = { file: rows[0]?.layout.file ?? '', line: rows[0]?.line ?? 1 };
  const fields = settle({ ...found, ...(identifiers !== undefined && { identifiers }) }, target, {
    kept,
    say: (code) => work.issues.push({ code, place }),
  });
  for (const { issue } of kept) work.issues.push(issue);
  const missing = target.needs.find((field) => fields[field] === undefined);
  if (missing !== undefined) throw new Unusable('incomplete', `${rule.to} has no ${missing}`);
  return { fields, trace, joined };
}

/** The values of the fields, where each comes from, and what could not be said. */
function readFields(rule: RecordRule, rows: readonly Row[], work: Work) {
  const found: Fields = {};
  const trace: Record<string, readonly SourcePoint[]> = {};
  const kept: KeptWords[] = [];
  const joined: Row[] = [];
  for (const [field, expression] of rule.fields) {
    const here = { ...hereAt(rows, work, field), kept, joined };
    const value = evaluate(expression, here);
    if (value === undefined) continue;
    found[field] = value;
    if (here.points.length > 0) trace[field] = eachOnce(here.points);
  }
  return { found, trace, kept, joined };
}

/** A cell that was read twice is one. */
const eachOnce = (points: readonly CellPoint[]): CellPoint[] =>
  points.filter(
    ({ row, column }, index) => points.findIndex((one) => one.row === row && one.column === column) === index,
  );

/** What several fields say together, defaults where nobody says anything, and words without a place in notes. */
function settle(
  fields: Fields,
  target: Target,
  { kept, say }: { kept: readonly KeptWords[]; say: (code: IssueCode) => void },
): Fields {
  const words = new Map(kept.map((one) => [one.field, one.words]));
  const settled = target.settle({ ...target.defaults, ...fields }, words, say);
  if (words.size === 0 || !target.fields.has('notes')) return settled;
  const notes = [...words].map(([field, text]): Annotation => ({ text: `${field}: ${text}` }));
  return { ...settled, notes: [...((settled['notes'] as Annotation[] | undefined) ?? []), ...notes] };
}

/** A row's own number, where its record is told from others by the key of its table alone. */
function ownNumber(rule: RecordRule, rows: readonly Row[], work: Work): Identifier[] | undefined {
  const table = work.mapping.tables.get(rule.from);
  const [column] = table?.key ?? [];
  const [only] = rule.id;
  const isKey =
    table?.key.length === 1 &&
    rule.id.length === 1 &&
    only?.length === 1 &&
    typeof only[0] === 'object' &&
    only[0].path.length === 1 &&
    only[0].path[0] === column;
  if (!isKey || !only) return undefined;
  const value = fill(only, hereAt(rows, work))?.text;
  return value === undefined ? undefined : [{ system: table.system ?? work.mapping.source.system, value }];
}

/** The id by which others refer to a record, as one text. */
export const idOf = (
  rule: RecordRule,
  rows: readonly Row[],
  work: Work,
  separator: string,
): string | undefined => (rule.id.length === 0 ? undefined : keyOf(rule.id, hereAt(rows, work), separator));

/** Whether a rule makes somebody of the directory. */
export const makesPeople = ({ to }: RecordRule): boolean => isShared(to);
