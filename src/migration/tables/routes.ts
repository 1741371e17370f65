import type { Mapping, RecordRule, TableRule } from '../../mapping/index.ts';
import { type Name, visitNames } from './names.ts';
import { visit } from './visit.ts';

/** Columns of a row that name a row of another table, and the columns of that table which they name. */
export interface Step {
  readonly columns: readonly string[];
  readonly table: string;
  readonly to: readonly string[];
}

/** How the rows of one table find their patient: the steps in the order in which they are tried. */
export interface Route {
  readonly table: TableRule;
  readonly steps: readonly Step[];
  /** The columns by which other tables name its rows. */
  readonly named: readonly (readonly string[])[];
}

/** How the tables of a mapping belong together. */
export interface Routes {
  /** The table of the patients. */
  readonly patients: TableRule;
  /** All tables that belong to patients, the patients first, each after those through which it finds its patient. */
  readonly routed: readonly Route[];
  /** Tables that belong to no patient: providers, dictionaries. */
  readonly shared: readonly TableRule[];
  /** The export is of one patient, as its mapping says: rows that lead to nobody are that patient's. */
  readonly isOfOne: boolean;
  /** Tables that are left out as a whole, on purpose. */
  readonly leftOut: readonly TableRule[];
}

/** Finds how each table reaches the patients: by a link to them, else through tables that reach them. */
export function routesOf(mapping: Mapping): Routes | undefined {
  const patients = mapping.tables.get(mapping.rules.find(({ to }) => to === 'patient')?.from ?? '');
  if (!patients) return undefined;
  const tables = [...mapping.tables.values()];
  const read = tables.filter(({ leftOut }) => leftOut === undefined);
  const declared = new Map(read.map((table) => [table.name, stepsOf(table, mapping)]));
  const isOfOne = mapping.source.patients === 'one';
  const reached = reach(patients.name, declared);
  const order = isOfOne ? [...reached, ...statedOnly(mapping, reached)] : reached;
  const names = visitNames(mapping);
  const steps = new Map(order.map((name) => [name, stepsIn(name, order, declared)]));
  return {
    patients,
    routed: order.flatMap((name) => {
      const table = mapping.tables.get(name);
      return table
        ? [{ table, steps: steps.get(name) ?? [], named: namesOf(name, [...steps.values()].flat(), names) }]
        : [];
    }),
    shared: read.filter(({ name }) => !order.includes(name)),
    isOfOne,
    leftOut: tables.filter(({ leftOut }) => leftOut !== undefined),
  };
}

const people = new Set(['practitioner', 'practitionerRole', 'organization', 'location', 'device', 'leftOut']);

/** In an export of one patient: tables that lead to nobody and of which statements are made. */
const statedOnly = ({ tables, rules }: Mapping, reached: readonly string[]): string[] =>
  [...tables.values()]
    .filter(({ name, leftOut }) => leftOut === undefined && !reached.includes(name))
    .map(({ name }) => name)
    .filter((name) => rules.some(({ from, to }) => from === name && !people.has(to)));

/** The links of a table; one without any belongs to the rows that join it, as the lines of a note do. */
function stepsOf(table: TableRule, { rules, tables }: Mapping): Step[] {
  const links = table.links.map((link) => ({
    ...link,
    to: link.to.length > 0 ? link.to : keyOf(tables, link.table),
  }));
  return links.length > 0 ? links : rules.flatMap((rule) => joinsOf(rule, table.name));
}

const keyOf = (tables: Mapping['tables'], name: string): readonly string[] => tables.get(name)?.key ?? [];

/** The joins of a rule to a table, looked at from there. */
function joinsOf(rule: RecordRule, table: string): Step[] {
  const found: Step[] = [];
  visit([rule.with, rule.without, ...rule.fields.values()], (node) => {
    const join = node as { table?: unknown; on?: unknown };
    if (join.table !== table || !Array.isArray(join.on)) return;
    const on = join.on as { theirs: string; ours: { path: readonly string[] } }[];
    if (rule.from === table || on.some(({ ours }) => ours.path.length !== 1)) return;
    found.push({
      columns: on.map(({ theirs }) => theirs),
      table: rule.from,
      to: on.map(({ ours }) => ours.path[0] ?? ''),
    });
  });
  return found;
}

type Declared = ReadonlyMap<string, readonly Step[]>;

/** The tables that reach the patients, each after one through which it does; those nearest first. */
function reach(patients: string, declared: Declared): string[] {
  const order = [patients];
  const left = new Set([...declared.keys()].filter((name) => name !== patients));
  for (let found: string[] = order; found.length > 0; ) {
    const reached = [...left].filter((name) =>
      declared.get(name)?.some(({ table }) => order.includes(table)),
    );
    // Of those that reach it now, those come first that no other of them needs.
    found = sorted(reached, declared);
    order.push(...found);
    for (const name of found) left.delete(name);
  }
  return order;
}

/** Puts a table after those of the same distance that it links to, so that these help where a direct link is empty. */
function sorted(names: readonly string[], declared: Declared): string[] {
  const done: string[] = [];
  const open = new Set<string>();
  const visitTable = (name: string): void => {
    if (open.has(name)) return;
    open.add(name);
    for (const { table } of declared.get(name) ?? []) if (names.includes(table)) visitTable(table);
    done.push(name);
  };
  names.forEach(visitTable);
  return done;
}

/** The steps of a table to tables before it, one to the patients first. */
function stepsIn(name: string, order: readonly string[], declared: Declared): Step[] {
  const before = order.slice(0, order.indexOf(name));
  const steps = (declared.get(name) ?? []).filter(({ table }) => before.includes(table));
  return steps.toSorted((a, b) => Number(b.table === order[0]) - Number(a.table === order[0]));
}

/** The different columns by which a table is named. */
function namesOf(table: string, steps: readonly Step[], names: readonly Name[]): (readonly string[])[] {
  const own = [...steps.map(({ table: of, to }) => ({ table: of, columns: to })), ...names]
    .filter((name) => name.table === table)
    .map(({ columns }) => columns);
  return [...new Map(own.map((columns) => [columns.join('\u001f'), columns])).values()];
}
