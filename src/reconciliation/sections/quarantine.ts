import type { Facts } from '../facts.ts';
import { count, type Section, text } from '../model.ts';
import { type RecountLine, recounted } from '../recount.ts';
import { counted } from '../words.ts';

/** Quarantine and what a rule left out: by reason, so that somebody can decide on each. */
export function quarantineSection({ recount }: Facts): Section {
  const lines = recounted(recount).toSorted((a, b) => b.count - a.count);
  const aside = lines.filter(({ state }) => state === 'quarantined');
  const left = lines.filter(({ state, unit }) => state === 'left-out' && unit !== 'column');
  const text_ = lines.filter(({ state }) => state === 'kept-as-text');
  const total = aside.reduce((sum, one) => sum + one.count, 0);
  return {
    id: 'quarantine',
    title: 'Set aside and left out',
    lead:
      total === 0
        ? 'Nothing was set aside.'
        : `${counted(total, 'unit')} could not be taken and ${total === 1 ? 'waits' : 'wait'} in quarantine: each reason needs somebody who decides.`,
    standing: total === 0 ? 'good' : 'look',
    parts: [
      ...(total === 0
        ? []
        : [
            byRule('Set aside, by reason', aside, 'Decision, by whom'),
            {
              part: 'text' as const,
              tone: 'plain' as const,
              text: 'Rows lie in quarantine/ with their reason: once the rows or the mapping are mended, convert with --only-quarantine RUN takes them again.',
            },
          ]),
      byRule('Left out, by rule', left),
      ...(text_.length === 0 ? [] : [byRule('Kept as text, by rule', text_)]),
    ],
  };
}

const byRule = (title: string, lines: readonly RecountLine[], decision?: string) => ({
  part: 'table' as const,
  title,
  columns: [text('Unit'), text('Rule'), count('Units'), ...(decision === undefined ? [] : [text(decision)])],
  rows: lines.map(({ unit, rule, count: times }) => [
    unit,
    rule.replaceAll('-', ' ') || 'none',
    times,
    ...(decision === undefined ? [] : ['']),
  ]),
});
