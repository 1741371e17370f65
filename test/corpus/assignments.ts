import type { ColumnRef, Expression, Mapping, RecordRule, Template } from '../../src/mapping/index.ts';

/** Which columns a mapping writes to which fields: `table.column` → `kind.path`. */
export type Assignments = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The assignments of all rules that make records of these kinds. What is only kept as words with a label before them
 * (`"Reason: $X"` in a note) is none; social history, whose columns are questions of a form, is another kind.
 */
export function assignmentsOf(mapping: Mapping, kinds: readonly string[]): Assignments {
  const found = new Map<string, Set<string>>();
  for (const rule of mapping.rules.filter((rule) => kinds.includes(rule.to) && !isSocial(rule))) {
    for (const { table, ref, path } of [...ofOwner(rule), ...ofFields(rule)]) {
      const [at, column] = follow(mapping, table, ref.path);
      const key = `${at}.${realName(mapping, at, column)}`.toLowerCase();
      found.set(key, (found.get(key) ?? new Set()).add(plain(path)));
    }
  }
  return found;
}

/** A column, as a rule names it, and the field that it goes to. */
interface Assignment {
  readonly table: string;
  readonly ref: ColumnRef;
  readonly path: string;
}

const isSocial = ({ to, fields }: RecordRule): boolean => {
  const categories = fields.get('categories');
  const words = categories?.do === 'list' ? categories.of.flatMap(templatesOf).flat() : [];
  return to === 'observation' && words.includes('social-history');
};

const ofOwner = ({ from, to, patient }: RecordRule): Assignment[] =>
  refsIn(patient ?? []).map((ref) => ({ table: from, ref, path: `${to}.patient` }));

const ofFields = ({ from, to, fields }: RecordRule): Assignment[] =>
  [...fields].flatMap(([field, value]) => [...assignmentsIn(value, from, `${to}.${field}`)]);

/** Words that are kept under a label. */
const isLabelled = (template: Template, path: string): boolean =>
  path.includes('.notes') && template.some((part) => typeof part === 'string' && /\w/.test(part));

function* assignmentsIn(value: Expression, table: string, path: string): Generator<Assignment> {
  const said = templatesOf(value).filter((template) => !isLabelled(template, path));
  for (const template of said) yield* columnsOf(template, table, path);
  if (value.do === 'lines') yield { table: value.join.table, ref: { path: [value.column] }, path };
  if (value.do === 'object')
    for (const [field, one] of value.fields) yield* assignmentsIn(one, table, `${path}.${field}`);
  for (const one of partsOf(value)) yield* assignmentsIn(one, tableOf(value, table), path);
}

/** A column that a note names by a label of ours is no column of that field. */
const columnsOf = (template: Template, table: string, path: string): Assignment[] => {
  const isLabelled = template.some((part) => typeof part === 'string' && /\w/.test(part));
  return path.includes('.notes') && isLabelled ? [] : refsIn(template).map((ref) => ({ table, ref, path }));
};

/** The table whose columns the parts of a value name. */
const tableOf = (value: Expression, table: string): string =>
  (value.do === 'many' || value.do === 'one') && value.join !== 'group' ? value.join.table : table;

const templatesOf = (value: Expression): readonly Template[] => {
  if (value.do === 'text') return [value.template];
  if (value.do === 'lookup') return [value.from];
  return value.do === 'reference' ? value.key : [];
};

const partsOf = (value: Expression): readonly Expression[] => {
  if (value.do === 'first' || value.do === 'list') return value.of;
  return value.do === 'when' || value.do === 'row' || value.do === 'many' || value.do === 'one'
    ? [value.then]
    : [];
};

const refsIn = (template: Template): ColumnRef[] => template.filter((part) => typeof part !== 'string');

/** The table and column that links lead to. */
function follow(mapping: Mapping, table: string, path: readonly string[]): [string, string] {
  const [first = '', ...rest] = path;
  if (rest.length === 0) return [table, first];
  const link = mapping.tables.get(table)?.links.find(({ columns }) => columns.includes(first));
  return follow(mapping, link?.table ?? table, rest);
}

/** The column that a part of it was split from. */
function realName(mapping: Mapping, table: string, column: string): string {
  for (const [name, rule] of mapping.tables.get(table)?.columns ?? []) {
    if (rule.split?.into.includes(column)) return name;
  }
  return column;
}

/** A code's words are the same whether they stand as its display or as the source's text; a further code is one of the same meaning. */
const plain = (path: string): string => path.replace(/\.also(?=\.|$)/, '').replace(/\.display$/, '.text');

/** The assignments by tables' files, as tables are called otherwise in another mapping. */
export function byFile(mapping: Mapping, assignments: Assignments): Assignments {
  const files = new Map(
    [...mapping.tables.values()].map(({ name, files }) => [
      name.toLowerCase(),
      (files[0] ?? name).replace(/^.*\//, ''),
    ]),
  );
  return new Map(
    [...assignments].map(([key, paths]) => {
      const [table = '', ...column] = key.split('.');
      return [`${(files.get(table) ?? table).toLowerCase()} ${column.join('.')}`, paths];
    }),
  );
}

/** Whether a field of one set is one of the other. */
export const isTheSame = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  [...one].some((path) => other.has(path));

/** The same, where a concept as a whole is what its code or its words are. */
export function meansTheSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const whole = (path: string) => path.replace(/\.(text|code)$/, '');
  return [...one].some((a) => [...other].some((b) => a === b || whole(a) === b || a === whole(b)));
}
