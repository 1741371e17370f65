import { systemFor } from './code-system.ts';
import { wordsOf } from './header-words.ts';
import type { ExportPlan, PlannedTable } from './plan.ts';
import { putOwner } from './rule.ts';
import { type DraftRule, RuleDraft } from './rule-draft.ts';

/** The rule for a column that says whether and how somebody smokes, which US Core wants to have: one observation a row. */
export function smokingRules(planned: PlannedTable, plan: ExportPlan): readonly DraftRule[] {
  const column = planned.table.columns.find(({ name, filled, dates, forms }) => {
    const words = wordsOf(name, plan.vocabulary);
    const isStatus = words.includes('status') || words.includes('code');
    return (
      words.includes('smoking') && isStatus && filled > 0 && dates.length === 0 && (forms.flag ?? 0) < 0.9
    );
  });
  if (!column) return [];
  const draft = new RuleDraft({ table: planned.table, kind: 'observation' });
  putOwner(draft, plan);
  draft.set('category', 'social-history');
  draft.set('code.system', 'http://loinc.org');
  draft.set('code.code', '72166-2');
  draft.set('code.display', 'Tobacco smoking status');
  const system = systemFor(column, 'observation', plan.vocabulary);
  if (system) draft.set('value.concept.system', system.uri, system.comment);
  const why = { from: 'header', confidence: 0.9 } as const;
  draft.use(system ? 'value.concept.code' : 'value.concept.text', column.name, why);
  const { id, ...rule } = draft.done();
  const parts = id.startsWith('[') ? id.slice(1, -1) : id;
  return [
    {
      ...rule,
      id: `[${parts}, 72166-2]`,
      name: 'Tobacco smoking status',
      where: `{ $${column.name}: present }`,
    },
  ];
}
