import { guessFields } from './guess.ts';
import type { ExportPlan, PlannedTable } from './plan.ts';
import { putGuess, putOwner } from './rule.ts';
import { type DraftRule, RuleDraft, ref } from './rule-draft.ts';
import { put } from './tree.ts';
import { visitsIn } from './visits.ts';
import { diastolic, pressureColumn, type Sign, systolic } from './vitals.ts';
import { observation } from './wishes/observation.ts';

const pressures: ReadonlySet<string> = new Set([systolic.code, diastolic.code]);
const panel = { code: '85354-9', display: 'Blood pressure panel with all children optional' };

/** The rules of a table in which each vital sign has a column: one a sign, and one for both pressures. */
export function signRules(
  planned: PlannedTable,
  signs: readonly Sign[],
  plan: ExportPlan,
): readonly DraftRule[] {
  const visits = visitsIn(planned, plan);
  const both = signs.filter(({ code }) => pressures.has(code));
  const single = both.length === 2 ? signs.filter((sign) => !both.includes(sign)) : signs;
  const rules = [
    ...(both.length === 2 ? [pressureRule(planned, both, plan)] : []),
    ...splitPressure(planned, plan),
    ...single.map((sign) => signRule(planned, sign, plan)),
  ];
  for (const { fields } of visits ? rules : []) {
    put(fields, 'encounter', { value: visits?.id ?? '', comment: 'the encounter that the row speaks of' });
  }
  return visits ? [visits.rule, ...rules] : rules;
}

function signRule(planned: PlannedTable, sign: Sign, plan: ExportPlan): DraftRule {
  const draft = draftOf(planned, sign, plan);
  putQuantity(draft, 'value', sign);
  return named(draft, sign, [sign.column]);
}

function pressureRule(planned: PlannedTable, signs: readonly Sign[], plan: ExportPlan): DraftRule {
  const draft = draftOf(planned, panel, plan);
  for (const [at, sign] of signs.entries()) {
    putCode(draft, `components[${at}].code`, sign);
    putQuantity(draft, `components[${at}].value`, sign);
  }
  return named(
    draft,
    panel,
    signs.map(({ column }) => column),
  );
}

/** Both pressures in one column are cut in two. */
function splitPressure(planned: PlannedTable, plan: ExportPlan): readonly DraftRule[] {
  const column = pressureColumn(planned.table);
  if (column === undefined) return [];
  const parts = [`${column}_SYSTOLIC`, `${column}_DIASTOLIC`];
  const signs = [systolic, diastolic].map(({ code, display }, at) => ({
    column: parts[at] ?? '',
    code,
    display,
    unit: 'mm[Hg]',
  }));
  const rule = pressureRule(planned, signs, plan);
  return [{ ...rule, columns: new Set([...rule.columns, column]), splits: new Map([[column, parts]]) }];
}

type Coded = Pick<Sign, 'code' | 'display'>;

function draftOf({ table }: PlannedTable, coded: Coded, plan: ExportPlan): RuleDraft {
  const draft = new RuleDraft({ table, kind: 'observation' });
  putOwner(draft, plan);
  const always = ['effective', ...(putEncounter(draft, plan) ? [] : ['encounter'])];
  const kept = coded === panel ? [...always, 'bodySite', 'method'] : always;
  const guesses = guessFields(table, observation, plan.knowledge).filter(({ wish }) =>
    kept.includes(wish.path),
  );
  for (const group of Map.groupBy(guesses, ({ wish }) => wish.path).values()) putGuess(draft, group, plan);
  draft.set('category', 'vital-signs');
  putCode(draft, 'code', coded);
  return draft;
}

/** A row of the encounters, or one that goes on with such a row, is of that encounter. */
function putEncounter(draft: RuleDraft, plan: ExportPlan): boolean {
  const { table } = draft;
  const [key] = table.key;
  const isOwn = plan.find(table.name)?.kind === 'encounter' && table.key.length === 1 && key !== undefined;
  if (isOwn) draft.use('encounter', key, { from: 'values', confidence: 0.9 });
  return isOwn;
}

function putCode(draft: RuleDraft, path: string, { code, display }: Coded): void {
  draft.set(`${path}.system`, 'http://loinc.org');
  draft.set(`${path}.code`, code);
  draft.set(`${path}.display`, display);
}

function putQuantity(draft: RuleDraft, path: string, { column, unit, either }: Sign): void {
  const value = {
    value: ref(column),
    comment: `guessed from header, 0.90${either ? `; add its unit: ${either}` : ''}`,
  };
  put(draft.fields, `${path}.quantity.value`, value);
  draft.columns.add(column);
  if (unit !== undefined) draft.set(`${path}.quantity.unit`, unit);
}

function named(draft: RuleDraft, { code, display }: Coded, columns: readonly string[]): DraftRule {
  const rule = draft.done();
  const parts = rule.id.startsWith('[') ? rule.id.slice(1, -1) : rule.id;
  const where = `{ ${columns.map((column) => `${ref(column)}: present`).join(', ')} }`;
  return { ...rule, name: display, also: true, where, id: `[${parts}, ${code}]` };
}
