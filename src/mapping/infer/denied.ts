import type { TableEvidence } from './evidence.ts';
import type { TableKind } from './kind.ts';
import { type DraftRule, needsCode, ref } from './rule-draft.ts';
import { branch } from './tree.ts';
import { list } from './yaml.ts';

/**
 * Rules that leave out rows that may deny what they speak of: "negative" in a table of allergies must not become an
 * allergy. They are left out by name until somebody says what they mean.
 */
export function denialRules(
  table: TableEvidence,
  kind: TableKind,
  rules: readonly DraftRule[],
): readonly DraftRule[] {
  if (!needsCode.has(kind) || rules.length === 0) return [];
  const used = new Set(rules.flatMap(({ columns }) => [...columns]));
  return table.columns
    .filter(({ name, denials, distinct }) => denials.length > 0 && distinct <= 20 && !used.has(name))
    .map(({ name, denials }) => ({
      comment: `CAREFUL: such rows may say that something does not hold. Say here what they mean, or leave them out.`,
      name: `${name} denies`,
      from: table.name,
      to: 'leftOut',
      where: `{ ${ref(name)}: { has: ${list(denials)} } }`,
      id: '',
      fields: branch(),
      columns: new Set([name]),
      lookups: new Set<never>(),
    }));
}
