import type { TableEvidence } from './evidence.ts';
import type { ExportPlan } from './plan.ts';
import type { DraftRule } from './rule-draft.ts';

/** The tables that rules read, those that their columns lead to, and those on the way to the patients. */
export function usedTables(plan: ExportPlan, rules: readonly DraftRule[]): readonly TableEvidence[] {
  const used = new Set(
    rules.flatMap((rule) => [rule.from, ...ledTo(rule, plan), ...(rule.links?.values() ?? [])]),
  );
  // What stands behind a set while it is gone through is gone through as well.
  for (const name of used) for (const next of onTheWay(name, plan)) used.add(next);
  return plan.tables.map(({ table }) => table).filter(({ name }) => used.has(name));
}

const ledTo = ({ from, columns }: DraftRule, plan: ExportPlan): string[] =>
  linksOf(from, plan).flatMap(({ column, table }) => (columns.has(column) ? [table] : []));

function onTheWay(name: string, plan: ExportPlan): string[] {
  const links = linksOf(name, plan);
  if (links.some(({ table }) => table === plan.patients?.table.name)) return [];
  return links.map(({ table }) => table).filter((table) => reaches(table, plan));
}

const linksOf = (name: string, plan: ExportPlan) => plan.find(name)?.table.links ?? [];

function reaches(name: string, plan: ExportPlan): boolean {
  const table = plan.find(name)?.table;
  return table !== undefined && plan.reachesPatients(table);
}
