import type { ColumnEvidence } from './evidence.ts';
import { type Guess, guessFields } from './guess.ts';
import { wordsOf } from './header-words.ts';
import type { ExportPlan, PlannedTable } from './plan.ts';
import { putOwner } from './rule.ts';
import { type DraftRule, RuleDraft, ref } from './rule-draft.ts';
import { encounter } from './wishes/encounter.ts';

/** Encounters that have no table: a table of measurements says when they began and ended, and of what kind they were. */
export interface Visits {
  readonly rule: DraftRule;
  /** What tells them apart, which is also what the measurements refer to them by. */
  readonly id: string;
  readonly columns: readonly string[];
}

/** Finds them, in an export without a table of encounters. */
export function visitsIn(planned: PlannedTable, plan: ExportPlan): Visits | undefined {
  if (plan.tables.some(({ kind }) => kind === 'encounter')) return undefined;
  const { table } = planned;
  const said = table.columns.filter((column) => isOfEncounter(column, plan));
  const owner = table.links.find((link) => link.table === plan.patients?.table.name);
  const knowledge = { vocabulary: plan.vocabulary, linked: () => undefined };
  const guesses = guessFields(table, encounter, knowledge).filter((guess) => isPartOfVisit(guess, said));
  const hasStart = guesses.some(({ wish }) => wish.path === 'period.start');
  if (said.length === 0 || !owner || !hasStart) return undefined;
  const draft = new RuleDraft({ table, kind: 'encounter' });
  putOwner(draft, plan);
  for (const guess of guesses) draft.use(guess.wish.path, guess.column, guess);
  const columns = [owner.column, ...guesses.map(({ column }) => column)];
  const id = `[${columns.map(ref).join(', ')}]`;
  return { rule: { ...draft.done(), name: 'Encounter', also: true, id }, id, columns };
}

const isOfEncounter = ({ name, filled, dates }: ColumnEvidence, { vocabulary }: ExportPlan): boolean =>
  filled > 0 && dates.length === 0 && wordsOf(name, vocabulary).includes('encounter');

/** Start and end by name, and what is said of encounters by name. */
function isPartOfVisit({ wish, column }: Guess, said: readonly ColumnEvidence[]): boolean {
  if (wish.path === 'period.start' || wish.path === 'period.end') return true;
  return ['class', 'types[1].display'].includes(wish.path) && said.some(({ name }) => name === column);
}
