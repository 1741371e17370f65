import type { IssueCode } from '../../../issue/index.ts';
import type { ColumnRef, Mapping, RecordRule, TableRule } from '../../../mapping/index.ts';
import { isShared, type Target, targets } from '../../../mapping/index.ts';
import {
  type Annotation,
  endsBeforeStart,
  type Identifier,
  type SourcePoint,
} from '../../../record/index.ts';
import type { Row } from '../table/row.ts';
import { evaluate } from './evaluate.ts';
import { type Here, type KeptWords, Unusable, type Work } from './here.ts';
import type { CellPoint } from './point.ts';
import { keyOf, textAt } from './template.ts';

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
  if (identifiers !== undefined) found['identifiers'] = identifiers;
  const place = { file: rows[0]?.layout.file ?? '', line: rows[0]?.line ?? 1 };
  const fields = settle(found, target, { kept, say: (code) => work.issues.push({ code, place }) });
  for (const { issue } of kept) if (issue) work.issues.push(issue);
  if (endsBeforeStart(fields)) work.issues.push({ code: 'end-before-start', place });
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
  const { row, group } = hereAt(rows, work);
  for (const [field, expression] of rule.fields) {
    const here: Here = { row, group, work, points: [], kept, joined, field };
    const value = evaluate(expression, here);
    if (value === undefined) continue;
    found[field] = value;
    if (here.points.length > 0) trace[field] = eachOnce(here.points);
  }
  return { found, trace, kept, joined };
}

/** A cell that was read twice is one. */
const eachOnce = (points: readonly CellPoint[]): readonly CellPoint[] =>
  points.length === 1
    ? points
    : points.filter(
        ({ row, column }, index) =>
          points.findIndex((one) => one.row === row && one.column === column) === index,
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
  const [row] = rows;
  const column = ownNumberOf(rule, work.mapping);
  const value = row && column && textAt(row, column, work);
  if (value === undefined) return undefined;
  const system = work.mapping.tables.get(rule.from)?.system ?? work.mapping.source.system;
  return [{ system, value }];
}

const ownNumbers = new WeakMap<RecordRule, ColumnRef | false>();

function ownNumberOf(rule: RecordRule, mapping: Mapping): ColumnRef | undefined {
  const known = ownNumbers.get(rule) ?? keyColumnOf(rule, mapping.tables.get(rule.from)) ?? false;
  ownNumbers.set(rule, known);
  return known || undefined;
}

/** The only column of a rule's id, where it is the only one of its table's key. */
function keyColumnOf({ id }: RecordRule, table: TableRule | undefined): ColumnRef | undefined {
  const [only] = id;
  const column = id.length === 1 && only?.length === 1 ? only[0] : undefined;
  if (typeof column !== 'object' || column.path.length !== 1) return undefined;
  return table?.key.length === 1 && column.path[0] === table.key[0] ? column : undefined;
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
