import { denialRules } from './denied.ts';
import { isDictionary } from './dictionary.ts';
import type { TableEvidence } from './evidence.ts';
import type { TableKind } from './kind.ts';
import { mappingText } from './mapping-text.ts';
import { type ExportPlan, type PlannedTable, planExport } from './plan.ts';
import { ruleFor } from './rule.ts';
import { type DraftRule, needsCode } from './rule-draft.ts';
import { signRules } from './signs.ts';
import { smokingRules } from './smoking.ts';
import { exactSigns, signsOf } from './vitals.ts';
import { vocabulary as general, type Vocabulary } from './vocabulary.ts';
import { wishes } from './wishes/index.ts';

/** What a mapping is inferred for. */
export interface InferOptions {
  /** What the mapping is called. */
  readonly id: string;
  readonly vocabulary?: Vocabulary;
}

/** A starter mapping, and how much of it is guessed. */
export interface InferredMapping {
  /** YAML, each guess with its confidence beside it. */
  readonly text: string;
  readonly rules: number;
  readonly guesses: number;
  /** Guesses of 0.90 and more. */
  readonly sure: number;
}

/** Guesses a mapping for tables. */
export function inferMapping(
  tables: readonly TableEvidence[],
  { id, vocabulary = general }: InferOptions,
): InferredMapping {
  const plan = planExport(tables, vocabulary);
  const rules = plan.tables
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap((planned) => rulesFor(planned, plan));
  const text = mappingText({ id, plan, rules });
  const confidences = [...text.matchAll(/# guessed from \w+, (\d\.\d\d)/g)].map(([, confidence]) =>
    Number(confidence),
  );
  const sure = confidences.filter((confidence) => confidence >= 0.9).length;
  return { text, rules: rules.length, guesses: confidences.length, sure };
}

const order = Object.keys(wishes);
const directory = ['practitioner', 'organization', 'location'];

/** The patient first, then those who treat, then what happened. */
const rank = ({ kind }: PlannedTable): number =>
  kind === 'patient' ? -10 : directory.includes(kind) ? -5 : order.indexOf(kind);

function rulesFor(planned: PlannedTable, plan: ExportPlan): readonly DraftRule[] {
  const { table, kind } = planned;
  if (kind === 'other') return smokingRules(planned, plan);
  if (!(kind in wishes) || isDictionaryOf(planned, plan)) return [];
  const few = kind === 'observation' ? [] : signRules(planned, exactSigns(table, plan.vocabulary), plan);
  if (isExtension(table, planned, plan)) return few;
  const signs = kind === 'observation' ? signsOf(table, plan.vocabulary) : [];
  if (signs.length > 0) return signRules(planned, signs, plan);
  const rule = ruleFor(planned, plan);
  return lacks(rule, kind) ? [] : [...few, ...denialRules(table, kind, [rule]), rule];
}

/** A record without its code, a result without a value: nothing is said then. */
function lacks({ fields: { fields } }: DraftRule, kind: TableKind): boolean {
  if (fields.size === 0) return true;
  return (needsCode.has(kind) && !fields.has('code')) || (kind === 'observation' && !fields.has('value'));
}

/** Words that other tables refer to are no records of their own. */
const isDictionaryOf = ({ table, kind }: PlannedTable, plan: ExportPlan): boolean =>
  needsCode.has(kind) && isDictionary(table, plan);

/** A table that goes on with the columns of another one, a row for a row. */
function isExtension({ key, links }: TableEvidence, { kind }: PlannedTable, plan: ExportPlan): boolean {
  const [only] = key;
  const link = key.length === 1 ? links.find(({ column }) => column === only) : undefined;
  return link !== undefined && plan.find(link.table)?.kind === kind;
}
