import type { ColumnEvidence, TableEvidence } from './evidence.ts';
import { type LookupName, lookupRows } from './lookups.ts';
import type { ExportPlan } from './plan.ts';
import { type DraftRule, ref } from './rule-draft.ts';
import { usedTables } from './used-tables.ts';
import { commented, linesOf, scalar } from './yaml.ts';

/** What a mapping is written of. */
export interface DraftMapping {
  readonly id: string;
  readonly plan: ExportPlan;
  readonly rules: readonly DraftRule[];
}

/** A mapping as YAML. */
export function mappingText(mapping: DraftMapping): string {
  const lines = [
    ...headLines(mapping),
    '',
    'tables:',
    ...usedTables(mapping.plan, mapping.rules)
      .flatMap((table) => ['', ...tableLines(table, mapping)])
      .slice(1),
    '',
    ...lookupLines(mapping.rules),
    'records:',
    ...mapping.rules.flatMap((rule) => ['', ...ruleLines(rule)]).slice(1),
    ...unusedLines(mapping),
  ];
  return `${lines.join('\n')}\n`;
}

const rowsOf = ({ rows }: TableEvidence): string => `${rows} ${rows === 1 ? 'row' : 'rows'}`;

function headLines({ id, plan }: DraftMapping): string[] {
  const format = commonFormat(plan);
  return [
    '# A first mapping, guessed from the names of tables and columns and from what their values look like. Each guess says',
    '# how sure it is. Go through all of them, then: chartlift map check DIR --mapping THIS-FILE',
    'mapping: 1',
    `id: ${scalar(id)}`,
    'version: 0.1.0',
    '',
    'source:',
    commented(
      `  system: urn:chartlift:export:${id}`,
      'put here the URI under which your patient numbers are known',
    ),
    '  # timezone: America/Chicago    of times without an offset; without it only their dates are written',
    ...(format ? [commented(`  date: ${JSON.stringify(format)}`, 'guessed from values')] : []),
    ...(plan.patients?.table.rows === 1
      ? [commented('  patients: one', 'the table of patients has one row')]
      : []),
  ];
}

function tableLines(table: TableEvidence, { plan, rules }: DraftMapping): string[] {
  const used = new Set(rules.flatMap((rule) => (rule.from === table.name ? [...rule.columns] : [])));
  const names = new Set(usedTables(plan, rules).map(({ name }) => name));
  const own = rules.filter(({ from }) => from === table.name);
  const further = own
    .flatMap((rule) => [...(rule.links ?? [])])
    .filter(([column]) => table.columns.some(({ name }) => name === column));
  const links = table.links.filter((link) => names.has(link.table));
  return [
    commented(`  ${scalar(table.name)}:`, `${rowsOf(table)}`),
    `    file: ${scalar(table.file)}`,
    ...(table.headerless ? [`    header: [${table.columns.map(({ name }) => name).join(', ')}]`] : []),
    ...(table.key.length > 0
      ? [commented(`    key: [${table.key.map(ref).join(', ')}]`, 'guessed from values')]
      : []),
    ...(links.length + further.length > 0 ? ['    links:'] : []),
    ...links.map((link) => linkLine(link, plan)),
    ...[...new Map(further)].map(([column, name]) => `      ${ref(column)}: ${scalar(name)}`),
    ...columnLines(table, own, plan),
    ...(rules.some(({ from }) => from === table.name) ? restLines(table, used) : []),
  ];
}

function linkLine({ column, table, to, share }: TableEvidence['links'][number], plan: ExportPlan): string {
  const key = plan.find(table)?.table.key ?? [];
  const target = key.length === 1 && key[0] === to ? table : `${table}.${to}`;
  return commented(`      ${ref(column)}: ${scalar(target)}`, `guessed from values, ${share.toFixed(2)}`);
}

/** Dates that are not written as most of the export's are, numbers with a comma, columns that are taken apart. */
function columnLines({ columns }: TableEvidence, rules: readonly DraftRule[], plan: ExportPlan): string[] {
  const usual = commonFormat(plan) ?? 'iso';
  const lines = columns.flatMap(({ name, dates }) => {
    const [first, twin] = dates;
    // What the other dates of the export are written in settles which of two it is.
    if (!first || first.format === usual || twin?.format === usual) return [];
    const pivot = /(^|[^y])yy([^y]|$)/.test(first.format) ? ', pivot: 30' : '';
    const or = twin
      ? `or ${twin.format}: the values do not tell`
      : `guessed from values, ${first.share.toFixed(2)}`;
    return [commented(`      ${scalar(name)}: { date: ${JSON.stringify(first.format)}${pivot} }`, or)];
  });
  const commas = columns
    .filter(hasDecimalComma)
    .map(({ name }) => commented(`      ${scalar(name)}: { decimal: "," }`, 'guessed from values'));
  const splits = new Map(rules.flatMap((rule) => [...(rule.splits ?? [])]));
  const cut = [...splits].map(
    ([name, parts]) => `      ${scalar(name)}: { split: { at: "/", into: [${parts.join(', ')}] } }`,
  );
  const all = [...lines, ...commas, ...cut];
  return all.length > 0 ? ['    columns:', ...all] : [];
}

/** Numbers of which some have a comma and none a point. */
function hasDecimalComma({ forms }: ColumnEvidence): boolean {
  const { decimal = 0, integer = 0, comma = 0, comparison = 0 } = forms;
  return comma > 0 && decimal + comparison >= 0.3 && decimal - integer - comma < 0.02;
}

/** What most dates that are not ISO's are written in. */
function commonFormat({ tables }: ExportPlan): string | undefined {
  const counts = new Map<string, number>();
  for (const { dates } of tables.flatMap(({ table }) => table.columns)) {
    const [first, twin] = dates;
    if (first && !twin) counts.set(first.format, (counts.get(first.format) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return most && most[0] !== 'iso' ? most[0] : undefined;
}

/** Columns with data for which nothing was guessed: they are for people to decide on. */
function restLines(table: TableEvidence, used: ReadonlySet<string>): string[] {
  const links = new Set([...table.links.map(({ column }) => column), ...table.key]);
  const rest = table.columns.filter(({ name, filled }) => filled > 0 && !used.has(name) && !links.has(name));
  return rest.length > 0 ? [`    # no guess for: ${rest.map(({ name }) => name).join(', ')}`] : [];
}

function lookupLines(rules: readonly DraftRule[]): string[] {
  const names = new Set(rules.flatMap(({ lookups }) => [...lookups]));
  if (names.size === 0) return [];
  return ['lookups:', ...[...names].flatMap(lookupTable), ''];
}

const lookupTable = (name: LookupName): string[] => [
  `  ${name}:`,
  ...lookupRows(name).map(([from, to]) => `    ${scalar(from)}: ${scalar(to)}`),
];

function ruleLines({ name, from, to, also, where, id, fields, comment }: DraftRule): string[] {
  const head = name
    ? [`  - name: ${scalar(name)}`, `    from: ${scalar(from)}`]
    : [`  - from: ${scalar(from)}`];
  const note = comment === undefined ? [] : [`  # ${comment}`];
  if (to === 'leftOut') return [...note, ...head, `    where: ${where}`, '    to: leftOut'];
  return [
    ...note,
    ...head,
    ...(where ? [`    where: ${where}`] : []),
    `    to: ${to}`,
    ...(also ? ['    also: true'] : []),
    `    id: ${id}`,
    '    fields:',
    ...linesOf(fields, 6),
  ];
}

function unusedLines(mapping: DraftMapping): string[] {
  const used = new Set(usedTables(mapping.plan, mapping.rules).map(({ name }) => name));
  const rest = mapping.plan.tables.filter(({ table }) => !used.has(table.name));
  if (rest.length === 0) return [];
  return [
    '',
    '# Tables without a guess:',
    ...rest.map(({ table }) => `#   ${table.file} (${rowsOf(table)})`),
  ];
}
