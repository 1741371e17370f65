import type { MappingFault } from '../fault.ts';
import type { Mapping, MappingSource } from '../mapping.ts';
import type { RecordRule } from '../record-rule.ts';
import type { Spots } from '../tree.ts';
import { checkDates } from './dates.ts';
import { expectAt } from './expect.ts';
import { lookupAt } from './lookups.ts';
import { ruleAt } from './rule.ts';
import { type At, asList, isObject, part, type Scope, unknownWord } from './scope.ts';
import { dialectOf, tableRuleOf, tablesAt } from './tables.ts';

export interface Compiling {
  readonly spots: Spots;
  /** Why a text is no format of dates, where it is none. */
  faultOfFormat(format: string): string | undefined;
  /** How the file of a lookup is read. */
  readOf(lookup: object): (name: string) => string | undefined;
}

/** A mapping of plain values that fit the schema, as it is used; the faults are those that a schema cannot see. */
export function compile(
  raw: Readonly<Record<string, unknown>>,
  { spots, readOf, faultOfFormat }: Compiling,
): { mapping: Mapping; faults: readonly MappingFault[] } {
  const faults: MappingFault[] = [];
  const root: At = { value: raw, holder: raw, key: '' };
  const id = String(raw['id']);
  const lookups = new Map(
    Object.entries(isObject(raw['lookups']) ? raw['lookups'] : {}).map(([name, one]) => [
      name,
      lookupAt(part(part(root, 'lookups'), name), name, { spots, faults, id, read: readOf(one as object) }),
    ]),
  );
  const plans = tablesAt(part(root, 'tables'), { spots, faults, lookups });
  const scope: Scope = { spots, faults, lookups, tables: plans };
  checkDates(root, scope, faultOfFormat);
  const rules = rulesAt(part(root, 'records'), scope);
  const expect = expectAt(part(root, 'expect'), scope);
  const source = (raw['source'] ?? {}) as Record<string, unknown>;
  const date = source['date'] === undefined ? undefined : asList(source['date']).map(String);
  const common = { dialect: dialectOf(source), date };
  const tables = [...plans].map(([name, plan]) => [name, tableRuleOf(plan, common, scope)] as const);
  const mapping: Mapping = {
    id,
    version: String(raw['version'] ?? '1'),
    title: String(raw['title'] ?? id),
    source: sourceOf(source, id),
    tables: new Map(tables),
    rules,
    lookups,
    expect,
  };
  return { mapping, faults };
}

const sourceOf = (
  { system, timezone, decimal, nulls, patients }: Record<string, unknown>,
  id: string,
): MappingSource => ({
  system: system === undefined ? `urn:chartlift:export:${id}` : String(system),
  timezone: timezone === undefined ? undefined : String(timezone),
  ...((decimal === '.' || decimal === ',') && { decimal }),
  nulls: nulls === undefined ? [''] : asList(nulls).map(String),
  ...((patients === 'one' || patients === 'known') && { patients }),
});

function rulesAt(at: At, scope: Scope): RecordRule[] {
  return asList(at.value).flatMap((_, index) => {
    const one = part(at, index);
    const raw = one.value as Record<string, unknown>;
    const from = String(raw['from']);
    const table = scope.tables.get(from);
    if (table) return [ruleAt(one, table, { ...scope, name: `${from} to ${String(raw['to'])}` })];
    unknownWord(scope, part(one, 'from'), 'unknown-table', {
      what: 'table',
      word: from,
      known: scope.tables.keys(),
    });
    return [];
  });
}
