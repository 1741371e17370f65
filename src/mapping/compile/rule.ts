import type { Expression, RecordRule, TargetName } from '../record-rule.ts';
import { targets } from '../targets/index.ts';
import { columnAt, templateAt } from './columns.ts';
import { conditionAt } from './condition.ts';
import { expressionAt } from './expression.ts';
import { joinAt } from './join.ts';
import { type Around, type At, asList, fault, isObject, part, type Scope, type TableDraft } from './scope.ts';

/** A rule as it is written, for the rows of its table. */
export function ruleAt(at: At, table: TableDraft, scope: Scope & { name: string }): RecordRule {
  const raw = at.value as Record<string, unknown>;
  const to = String(raw['to']) as TargetName;
  const around: Around = { ...scope, table, expression: expressionAt, rule: ruleAt };
  const list = Array.isArray(raw['id']);
  const id = asList(raw['id']).map((value, index) =>
    templateAt(list ? { value, holder: raw['id'], key: index } : part(at, 'id'), table, scope),
  );
  return {
    name: raw['name'] === undefined ? scope.name : String(raw['name']),
    from: table.name,
    where: raw['where'] === undefined ? [] : conditionAt(part(at, 'where'), table, scope),
    ...anyAt(part(at, 'any'), table, scope),
    ...joinsAt(at, table, scope),
    groupBy: asList(raw['groupBy']).flatMap(
      (value) => columnAt({ ...part(at, 'groupBy'), value }, table, scope) ?? [],
    ),
    to,
    id,
    ...fieldsAt(at, to, around),
    also: raw['also'] === true,
  };
}

/** Columns of which one must hold something. */
function anyAt(at: At, table: TableDraft, scope: Scope): Pick<RecordRule, 'any'> {
  if (at.value === undefined) return {};
  return { any: asList(at.value).flatMap((value) => columnAt({ ...at, value }, table, scope) ?? []) };
}

function joinsAt(at: At, table: TableDraft, scope: Scope): Pick<RecordRule, 'with' | 'without'> {
  const found = (['with', 'without'] as const).flatMap((word) => {
    const one = part(at, word);
    const join = isObject(one.value) ? joinAt(one, table, scope)?.join : undefined;
    return join ? [[word, join] as const] : [];
  });
  return Object.fromEntries(found);
}

type Fields = Pick<RecordRule, 'fields' | 'patient'>;

function fieldsAt(rule: At, to: TargetName, around: Around): Fields {
  const target = targets.get(to);
  const at = part(rule, 'fields');
  const fields = new Map<string, Expression>(attachmentsAt(part(rule, 'attachments'), to, around));
  for (const name of Object.keys(isObject(at.value) ? at.value : {})) {
    const field = target?.aliases.get(name) ?? name;
    const type = target?.fields.get(field);
    const made = type && expressionAt(part(at, name), type, around);
    if (!made) continue;
    if (fields.has(field)) fault(around, { holder: at.value, key: name }, 'rule', `${name} is said twice`);
    fields.set(field, made);
  }
  return { fields, ...patientAt(at, around) };
}

/** Files that the row names, as the content of a note: `attachments: { path, type, sha256, title }`. */
function attachmentsAt(at: At, to: TargetName, around: Around): readonly (readonly [string, Expression])[] {
  const raw = at.value;
  const type = targets.get(to)?.fields.get('contents');
  if (!isObject(raw) || !type) return [];
  const { path: file, type: contentType, ...rest } = raw;
  const written = Object.fromEntries(
    Object.entries({ file, contentType, ...rest }).filter(([, one]) => one !== undefined),
  );
  around.spots.copy(raw, written);
  const made = expressionAt({ ...at, value: [written] }, type, around);
  return made ? [['contents', made]] : [];
}

/** Whose it is: no field of a record, but what the row is held against. */
function patientAt(at: At, around: Around): Pick<RecordRule, 'patient'> {
  const patient = isObject(at.value) ? part(at, 'patient') : undefined;
  return patient?.value === undefined ? {} : { patient: templateAt(patient, around.table, around) };
}
