import type { TableEvidence } from './evidence.ts';
import { type Guess, guessFields } from './guess.ts';
import { type ExportPlan, linkOf, type PlannedTable } from './plan.ts';
import { type RuleDraft, ref } from './rule-draft.ts';
import { hasPath } from './tree.ts';
import { wishes } from './wishes/index.ts';

/** A table that tells more of the rows of another one. */
interface Relative {
  readonly table: TableEvidence;
  /** Its column that leads to them. */
  readonly column: string;
  /** It has a row for a row; else several. */
  readonly isOne: boolean;
}

/** From this on a guess goes before what other tables say. */
export const sureEnough = 0.75;

/** Fields for which a table has no column, and one that goes on with its rows has. */
export function putRelatives(draft: RuleDraft, { table, kind }: PlannedTable, plan: ExportPlan): void {
  const [key] = table.key;
  if (key === undefined || table.key.length > 1) return;
  for (const relative of relativesOf(table, kind, plan)) {
    const open = (wishes[kind] ?? []).filter(
      ({ path, refersTo }) => !refersTo && !hasPath(draft.fields, path),
    );
    const knowledge = { vocabulary: plan.vocabulary, linked: () => undefined };
    for (const guess of guessFields({ ...relative.table, name: table.name }, open, knowledge)) {
      if (guess.confidence >= sureEnough) putFrom(draft, relative, key, guess);
    }
  }
}

function putFrom(draft: RuleDraft, relative: Relative, key: string, guess: Guess): void {
  const { table, column, isOne } = relative;
  const { wish, column: told } = guess;
  if (isOne && linkOf(draft.table, key)) return;
  const found = isOne ? `${ref(key)}.${told}` : ref(told);
  const value = wish.lookup ? `from: ${found}, lookup: ${wish.lookup}, otherwise: keep` : `value: ${found}`;
  const many = `many: { table: ${table.name}, on: { ${ref(column)}: ${ref(key)} } }`;
  // Several rows need a list to stand in.
  if (!isOne && !wish.path.endsWith(']')) return;
  if (wish.lookup) draft.lookups.add(wish.lookup);
  const single = wish.lookup ? `{ ${value} }` : found;
  draft.use(wish.path, key, guess, isOne ? single : `{ ${many}, ${value} }`);
  draft.links.set(isOne ? key : `many ${table.name}`, table.name);
}

/** Tables whose key is that of the rows; of patients also those with several rows for one of them. */
function relativesOf(base: TableEvidence, kind: PlannedTable['kind'], plan: ExportPlan): Relative[] {
  return plan.tables.flatMap((other): Relative[] => {
    const { table } = other;
    const [first] = table.key;
    const link = table.links.find((one) => one.table === base.name && one.column === first);
    if (!link || table === base) return [];
    // Of another kind is what only some of the rows have.
    const goesOn = other.kind === kind || (other.kind === 'other' && table.rows >= base.rows * 0.8);
    const isOne = table.key.length === 1 && goesOn;
    const isMany = table.key.length === 2 && kind === 'patient' && other.kind === 'other';
    return isOne || isMany ? [{ table, column: link.column, isOne }] : [];
  });
}
