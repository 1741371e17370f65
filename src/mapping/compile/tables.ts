import type { ColumnRule } from '../column-rule.ts';
import type { DialectRules, Link, TableRule } from '../mapping.ts';
import { readColumn } from '../template.ts';
import { ownColumn } from './columns.ts';
import { type At, asList, fault, isObject, part, type Scope, type TableDraft, unknownWord } from './scope.ts';

/** A table before the rules are read, which name its columns too. */
export interface TablePlan extends TableDraft {
  readonly at: At;
  readonly allLinks: Link[];
}

/** The tables: first their names and keys, then their links, which name each other. */
export function tablesAt(at: At, scope: Omit<Scope, 'tables'>): Map<string, TablePlan> {
  const names = Object.keys(isObject(at.value) ? at.value : {});
  const plans = new Map(names.map((name) => [name, planOf(part(at, name), name, scope)]));
  for (const plan of plans.values()) addLinks(plan, { ...scope, tables: plans });
  return plans;
}

function planOf(at: At, name: string, scope: Omit<Scope, 'tables'>): TablePlan {
  const raw = at.value as Record<string, unknown>;
  const full = { ...scope, tables: new Map() };
  const key = asList(raw['key']).flatMap((value) => ownColumn({ ...part(at, 'key'), value }, full) ?? []);
  return { name, at, key, links: new Map(), allLinks: [], mapped: new Set(key) };
}

/** `$PATIENT: patients`; `$A $B: table` for a key of several columns, `$A: table.COLUMN` for one that is no key. */
function addLinks(plan: TablePlan, scope: Scope): void {
  const links = part(plan.at, 'links');
  for (const written of Object.keys(isObject(links.value) ? links.value : {})) {
    const at = part(links, written);
    for (const value of asList(at.value)) {
      const link = linkAt({ ...at, value }, written, scope);
      if (link) addLink(plan, link, scope);
    }
  }
}

function addLink(plan: TablePlan, link: Link, scope: Scope): void {
  plan.allLinks.push(link);
  const [column, ...others] = link.columns;
  const links = plan.links as Map<string, string>;
  if (column !== undefined && others.length === 0 && !links.has(column)) links.set(column, link.table);
  for (const one of link.columns) plan.mapped.add(one);
  for (const one of link.to) scope.tables.get(link.table)?.mapped.add(one);
}

function linkAt(at: At, written: string, scope: Scope): Link | undefined {
  const [table = '', ...rest] = String(at.value).split('.');
  const target = scope.tables.get(table);
  const columns = columnsIn(written);
  if (!target) {
    unknownWord(scope, at, 'unknown-table', { what: 'table', word: table, known: scope.tables.keys() });
    return undefined;
  }
  const to = rest.length > 0 ? [rest.join('.')] : target.key;
  if (columns.length === 0)
    fault(scope, at, 'wrong-type', `"${written}" is no column; a column is written $COLUMN`);
  else if (to.length !== columns.length)
    fault(
      scope,
      at,
      'rule',
      `${written} has ${columns.length} columns, and the key of ${table} has ${to.length}`,
    );
  return { columns, table, to };
}

/** `$A $B`, or `${Column with spaces}`. */
const columnsIn = (written: string): string[] =>
  (written.match(/\$\{[^}]+\}|\$[^\s$]+/g) ?? []).flatMap((one) => readColumn(one)?.path[0] ?? []);

const delimiters: Readonly<Record<string, string>> = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' };

/** A dialect as it is written. */
export function dialectOf(raw: Readonly<Record<string, unknown>>): DialectRules {
  const { delimiter, encoding, quote, header, widths } = raw;
  const written = delimiter === undefined ? undefined : String(delimiter);
  return Object.fromEntries(
    Object.entries({
      delimiter: written === undefined ? undefined : (delimiters[written] ?? written),
      encoding,
      quote,
      header,
      widths,
    }).filter(([, one]) => one !== undefined),
  );
}

/** The table when all is read. */
export function tableRuleOf(
  plan: TablePlan,
  source: { readonly dialect: DialectRules; readonly date: readonly string[] | undefined },
  scope: Scope,
): TableRule {
  const { name, at, key, allLinks, mapped } = plan;
  const raw = at.value as Record<string, unknown>;
  const files = asList(raw['file']).map(String);
  if (files.length === 0)
    fault(scope, { holder: at.holder, key: at.key }, 'missing', `${name} names no file`);
  const columns = columnsOf(raw['columns']);
  const named = (word: string) => new Set(asList(raw[word]).map((one) => bare(String(one))));
  return {
    name,
    files,
    dialect: { ...source.dialect, ...dialectOf(raw) },
    key,
    links: allLinks,
    system: raw['system'] === undefined ? undefined : String(raw['system']),
    nulls: raw['nulls'] === undefined ? undefined : asList(raw['nulls']).map(String),
    optional: named('optional'),
    ignore: named('ignore'),
    leftOut: raw['leftOut'] === undefined ? undefined : String(raw['leftOut']),
    date: raw['date'] === undefined ? source.date : asList(raw['date']).map(String),
    columns,
    mapped: withSplit(mapped, columns),
  };
}

/** Where parts of a column are named, the column is; a part that is split again stands after it. */
function withSplit(mapped: ReadonlySet<string>, columns: ReadonlyMap<string, ColumnRule>): Set<string> {
  const found = new Set(mapped);
  for (const [name, { split }] of [...columns].toReversed()) {
    if (!split?.into.some((part) => found.has(part))) continue;
    for (const part of split.into) found.delete(part);
    found.add(name);
  }
  return found;
}

const bare = (written: string): string => readColumn(written)?.path[0] ?? written;

const columnsOf = (raw: unknown): Map<string, ColumnRule> =>
  new Map(
    Object.entries(isObject(raw) ? raw : {}).map(([name, rule]) => {
      const { nulls, date, ...rest } = rule as ColumnRule;
      const lists = {
        ...(nulls !== undefined && { nulls: asList(nulls).map(String) }),
        ...(date !== undefined && { date: asList(date).map(String) }),
      };
      return [bare(name), { ...rest, ...lists }];
    }),
  );
