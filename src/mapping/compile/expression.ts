import type { FieldType, ObjectType } from '../field-type.ts';
import type { DateWords, Expression, Template } from '../record-rule.ts';
import { columnAt, templateAt } from './columns.ts';
import { conditionAt } from './condition.ts';
import { eachOf } from './each.ts';
import { joinAt } from './join.ts';
import { checkLookup, otherwiseAt } from './otherwise.ts';
import { referenceAt } from './reference.ts';
import { type Around, type At, asList, fault, isObject, part, unknownWord } from './scope.ts';

/** How the value of a field is made. */
export function expressionAt(at: At, type: FieldType, around: Around): Expression | undefined {
  if (at.value === undefined || at.value === null) return undefined;
  if (type.is === 'list') return listAt(at, type.of, around);
  if (type.is === 'reference' && (!isObject(at.value) || !isFormed(at.value)))
    return referenceAt(at, type.to, around);
  if (isObject(at.value)) return formAt(at, type, around);
  if (Array.isArray(at.value)) {
    fault(around, at, 'wrong-type', `${at.key} holds one value, and a list stands here`);
    return undefined;
  }
  return singleAt(at, type, around);
}

function listAt(at: At, of: FieldType, around: Around): Expression {
  const items = Array.isArray(at.value) ? at.value.map((_, index) => part(at, index)) : [at];
  const found = items.flatMap((item) =>
    eachOf(item, around).flatMap((one) => expressionAt(one, of, around) ?? []),
  );
  return { do: 'list', of: found };
}

/** A single value: a text with columns, or what it stands for in an object. */
function singleAt(at: At, type: FieldType, around: Around): Expression {
  if (type.is !== 'object' || type.binding)
    return { do: 'text', type, template: templateAt(at, around.table, around) };
  const short = type.short ?? '';
  const inner = type.fields.get(short);
  const made = inner && expressionAt(at, inner, around);
  if (!made) fault(around, at, 'wrong-type', `${type.name} has fields; a single value says none of them`);
  return { do: 'object', type, fields: new Map(made ? [[short, made]] : []) };
}

/** The words that come before others, one inside the other. */
const forms: readonly (readonly [
  string,
  (at: At, type: FieldType, around: Around) => Expression | undefined,
])[] = [
  ['when', (at, type, around) => underCondition('when', at, type, around)],
  ['row', (at, type, around) => underCondition('row', at, type, around)],
  ['one', oneAt],
  ['many', manyAt],
  ['firstOf', firstAt],
  ['lookup', lookupAt],
  ['from', lookupAt],
  ['lines', linesAt],
  ['value', valueAt],
];

/** Whether an object says by one of these words how a value is found. */
const isFormed = (value: object): boolean => forms.some(([word]) => word in value);

function formAt(at: At, type: FieldType, around: Around): Expression | undefined {
  const raw = at.value as Record<string, unknown>;
  const [, read] = forms.find(([word]) => raw[word] !== undefined && !isField(type, word)) ?? [];
  if (read) return read(at, type, around);
  if (type.is === 'object') return objectAt(at, type, around);
  if (type.is === 'reference') return referenceAt(at, type.to, around);
  fault(around, at, 'wrong-type', `${at.key} holds a single value, and this says none`);
  return undefined;
}

const isField = (type: FieldType, word: string): boolean => type.is === 'object' && type.fields.has(word);

/** The same without a word that has been read; it keeps its place. */
function without(at: At, word: string, { spots }: Around): At {
  const { [word]: _, ...rest } = at.value as Record<string, unknown>;
  spots.copy(at.value as object, rest);
  return { ...at, value: rest };
}

function underCondition(
  word: 'when' | 'row',
  at: At,
  type: FieldType,
  around: Around,
): Expression | undefined {
  const condition = conditionAt(part(at, word), around.table, around);
  const then = expressionAt(without(at, word, around), type, around);
  return then && { do: word, condition, then };
}

function manyAt(at: At, type: FieldType, around: Around): Expression | undefined {
  const many = part(at, 'many');
  if (many.value === 'group') {
    const list = asList(part(at, 'by').value);
    const by = list.map((value) => templateAt({ ...part(at, 'by'), value }, around.table, around));
    const then = expressionAt(without(without(at, 'many', around), 'by', around), type, around);
    return then && { do: 'many', join: 'group', by, then };
  }
  const found = joinAt(many, around.table, around);
  if (!found) return undefined;
  const fields = isObject(many.value) && many.value['fields'] !== undefined;
  const inner = fields ? part(many, 'fields') : without(at, 'many', around);
  const then = expressionAt(inner, type, { ...around, table: found.theirs });
  return then && { do: 'many', join: found.join, by: [], then };
}

/** What the first row of another table says that belongs to the row. */
function oneAt(at: At, type: FieldType, around: Around): Expression | undefined {
  const found = joinAt(part(at, 'one'), around.table, around);
  const then = found && expressionAt(without(at, 'one', around), type, { ...around, table: found.theirs });
  return found && then && { do: 'one', join: found.join, then };
}

function firstAt(at: At, type: FieldType, around: Around): Expression {
  const list = part(at, 'firstOf');
  const of = asList(list.value).flatMap((_, index) => expressionAt(part(list, index), type, around) ?? []);
  return { do: 'first', of };
}

function lookupAt(at: At, type: FieldType, around: Around): Expression | undefined {
  const raw = at.value as Record<string, unknown>;
  const name = String(raw['lookup']);
  const lookup = around.lookups.get(name);
  if (raw['from'] === undefined || raw['lookup'] === undefined) {
    fault(around, at, 'missing', 'a lookup needs both: `from` and `lookup`');
    return undefined;
  }
  if (!lookup) {
    const known = around.lookups.keys();
    unknownWord(around, part(at, 'lookup'), 'unknown-lookup', { what: 'lookup', word: name, known });
    return undefined;
  }
  checkLookup(lookup, { type, at: part(at, 'lookup'), scope: around });
  const from = templateAt(part(at, 'from'), around.table, around);
  const display =
    raw['display'] === undefined ? undefined : templateAt(part(at, 'display'), around.table, around);
  const otherwise = otherwiseAt(part(at, 'otherwise'), type, around);
  return { do: 'lookup', type, from, lookup, otherwise, ...(display && { display }) };
}

function linesAt(at: At, type: FieldType, around: Around): Expression | undefined {
  const lines = part(at, 'lines');
  const found = joinAt(lines, around.table, around);
  if (!found) return undefined;
  const raw = lines.value as Record<string, unknown>;
  const column = columnAt(part(lines, 'column'), found.theirs, around)?.path[0] ?? '';
  const text: Expression = {
    do: 'lines',
    join: found.join,
    column,
    separator: String(raw['separator'] ?? '\n'),
  };
  return type.is === 'object' && type.short !== undefined
    ? { do: 'object', type, fields: new Map([[type.short, text]]) }
    : text;
}

function valueAt(at: At, type: FieldType, around: Around): Expression | undefined {
  const made = expressionAt(part(at, 'value'), type, around);
  const date = dateWords(at, around);
  return made?.do === 'text' && date ? { ...made, date } : made;
}

function dateWords(at: At, around: Around): DateWords | undefined {
  const raw = at.value as Record<string, unknown>;
  const [format, timezone] = [raw['format'], raw['timezone']].map((one) =>
    one === undefined ? undefined : String(one),
  );
  const [precision, until] = ['precision', 'until'].map((word): Template | undefined =>
    raw[word] === undefined ? undefined : templateAt(part(at, word), around.table, around),
  );
  return (format ?? timezone ?? precision ?? until) ? { format, timezone, precision, until } : undefined;
}

function objectAt(at: At, type: ObjectType, around: Around): Expression {
  const fields = Object.keys(at.value as object).flatMap((name) => {
    const inner = type.fields.get(name);
    const made = inner && expressionAt(part(at, name), inner, around);
    return made ? [[name, made] as const] : [];
  });
  return { do: 'object', type, fields: new Map(fields) };
}
