import type { ExportPlan, PlannedTable } from './plan.ts';
import { type DraftRule, putOwner, RuleDraft } from './rule.ts';
import { put } from './tree.ts';
import { visitsIn } from './visits.ts';
import type { Sign } from './vitals.ts';

const pressures: ReadonlySet<string> = new Set(['8480-6', '8462-4']);
const panel = { code: '85354-9', display: 'Blood pressure panel with all children optional' };
const always: readonly string[] = ['encounter', 'effective'];
const assumed = 'the usual unit: no column says it, so ask';

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

type Coded = Pick<Sign, 'code' | 'display'>;

function draftOf(planned: PlannedTable, coded: Coded, plan: ExportPlan): RuleDraft {
  const draft = new RuleDraft(planned);
  putOwner(draft, plan);
  const kept = coded === panel ? [...always, 'bodySite', 'method'] : always;
  for (const guess of planned.guesses) {
    if (kept.includes(guess.wish.path)) draft.use(guess.wish.path, guess.column, guess);
  }
  draft.set('category', 'vital-signs');
  putCode(draft, 'code', coded);
  return draft;
}

function putCode(draft: RuleDraft, path: string, { code, display }: Coded): void {
  draft.set(`${path}.system`, 'http://loinc.org');
  draft.set(`${path}.code`, code);
  draft.set(`${path}.display`, display);
}

function putQuantity(draft: RuleDraft, path: string, { column, unit }: Sign): void {
  draft.use(`${path}.quantity.value`, column, { from: 'header', confidence: 0.9 });
  draft.set(`${path}.quantity.unit`, unit, assumed);
}

function named(draft: RuleDraft, { code, display }: Coded, columns: readonly string[]): DraftRule {
  const rule = draft.done();
  const parts = rule.id.startsWith('[') ? rule.id.slice(1, -1) : rule.id;
  const where = `{ ${columns.map((column) => `$${column}: present`).join(', ')} }`;
  return { ...rule, name: display, also: true, where, id: `[${parts}, ${code}]` };
}
