import { systemFor } from './code-system.ts';
import { dictionaryCode } from './dictionary.ts';
import type { ColumnEvidence, TableEvidence } from './evidence.ts';
import type { Guess } from './guess.ts';
import { pairsOf } from './pairs.ts';
import type { ExportPlan, PlannedTable } from './plan.ts';
import { putRelatives, sureEnough } from './relatives.ts';
import { type DraftRule, needsCode, RuleDraft, ref } from './rule-draft.ts';
import { hasPath, put } from './tree.ts';
import { settleValue } from './value.ts';

/** The rule that makes records of a table's rows. */
export function ruleFor(planned: PlannedTable, plan: ExportPlan): DraftRule {
  const draft = new RuleDraft(planned);
  const { guesses } = planned;
  const has = (path: string) => guesses.some(({ wish }) => wish.path.startsWith(path));
  putOwner(draft, plan);
  if (!has('code.code')) putCode(draft, planned, plan);
  // How severe nothing was, nobody asks.
  const busy = guesses.filter(
    ({ wish }) => !wish.path.startsWith('reactions') || has('reactions[1].manifestation'),
  );
  const byPath = [...Map.groupBy(busy, ({ wish }) => wish.path).values()];
  const isSure = (group: readonly Guess[]) =>
    group.some((guess) => guess.confidence >= sureEnough && isFilled(planned, guess));
  for (const group of byPath.filter(isSure)) putGuess(draft, group, plan);
  putDosePair(draft);
  putRelatives(draft, planned, plan);
  // What is not sure, or what nobody has filled in so far, comes last: another table may hold it.
  for (const group of byPath.filter((one) => !isSure(one))) putGuess(draft, group, plan);
  settleValue(draft.fields);
  return draft.done();
}

const isFilled = ({ table }: PlannedTable, { column }: Guess): boolean =>
  table.columns.some(({ name, filled }) => name === column && filled > 0);

/** An amount and its unit in two columns that are called alike are the dose, where nothing else of a medication is counted. */
function putDosePair(draft: RuleDraft): void {
  if (draft.kind !== 'medication' || hasPath(draft.fields, 'dosages[1].dose')) return;
  const pair = pairsOf(draft.table).find(
    ({ value, unit }) => !draft.columns.has(value) && !draft.columns.has(unit),
  );
  if (!pair) return;
  const why = { from: 'header', confidence: 0.6 } as const;
  draft.use('dosages[1].dose.quantity.value', pair.value, why);
  draft.use('dosages[1].dose.quantity.unit', pair.unit, why);
}

/** A code by the table of words that it leads to, or by the id whose name stands beside it. */
function putCode(draft: RuleDraft, planned: PlannedTable, plan: ExportPlan): void {
  if (!needsCode.has(planned.kind)) return;
  const words = planned.guesses.find(({ wish }) => wish.path === 'code.display');
  const looked = dictionaryCode(planned, plan);
  for (const one of looked) draft.use(one.path, one.column, one, one.value);
  const labelled = looked.length === 0 && words ? labelledBy(words.column, planned.table) : undefined;
  if (labelled) draft.use('code.code', labelled.name, { from: 'header', confidence: 0.7 });
}

/** `X` beside `X_NAME`: a code of the source, and its words. */
const labelledBy = (column: string, { columns }: TableEvidence): ColumnEvidence | undefined =>
  columns.find(({ name, filled, dates, longest }) => {
    const isStem =
      column.length > name.length && column.startsWith(name) && /[_ ]/.test(column[name.length] ?? '');
    return isStem && filled > 0 && dates.length === 0 && longest <= 24;
  });

/** Whose the row is: the patient that a link leads to; or the row's own number, where it is somebody. */
export function putOwner(draft: RuleDraft, plan: ExportPlan): void {
  const { table, kind } = draft;
  const link = table.links.find((one) => one.table === plan.patients?.table.name);
  const hasNumber = plan.patients?.guesses.some(({ wish }) => wish.path === 'identifiers[mr].value');
  if (kind === 'patient' && !hasNumber) draft.set('identifiers[own].type', 'MR');
  if (kind !== 'patient' && link)
    draft.use('patient', link.column, { from: 'values', confidence: link.share });
  const [key] = table.key;
  const isNumbered = ['patient', 'encounter', 'practitioner', 'organization'].includes(kind);
  if (isNumbered && key !== undefined)
    draft.use('identifiers[own].value', key, { from: 'values', confidence: 0.9 });
}

/** Puts what was guessed for a field: the first of several columns that has something. */
export function putGuess(draft: RuleDraft, guesses: readonly Guess[], plan: ExportPlan): void {
  const [first] = guesses;
  if (!first) return;
  const { wish, column } = first;
  if (wish.path.endsWith('.code')) putSystem(draft, first, plan);
  if (wish.path === 'names[maiden].family')
    put(draft.fields, 'names[maiden].when', { value: `{ ${ref(column)}: present }` });
  for (const guess of guesses) if (guess.wish.lookup) draft.lookups.add(guess.wish.lookup);
  const values = guesses.map((guess) => textOf(guess));
  const value = values.length === 1 ? values[0] : `{ firstOf: [${values.join(', ')}] }`;
  const path = pathOf(draft, first);
  const further = guesses.slice(1).map(({ confidence }) => confidence);
  if (path !== undefined) draft.use(path, column, { ...first, further }, value);
  for (const guess of guesses) draft.columns.add(guess.column);
}

const textOf = ({ wish, column }: Guess): string =>
  wish.lookup ? `{ from: ${ref(column)}, lookup: ${wish.lookup}, otherwise: keep }` : ref(column);

/** Words beside a code of another table are the source's own, unless the other table is surer; words without a code are so too. */
function pathOf({ fields, kind }: RuleDraft, { wish, confidence }: Guess): string | undefined {
  if (wish.path !== 'code.display' || !needsCode.has(kind)) return wish.path;
  if (hasPath(fields, 'code.display')) return confidence >= 0.85 ? 'code.text' : undefined;
  return hasPath(fields, 'code.code') ? 'code.display' : 'code.text';
}

/** The code system, unless a column says it. */
function putSystem(draft: RuleDraft, { wish, column }: Guess, { vocabulary, find }: ExportPlan): void {
  const { table, kind } = draft;
  const path = wish.path.replace(/code$/, 'system');
  const stated = find(table.name)?.guesses.some((other) => other.wish.path === path);
  const evidence = table.columns.find(({ name }) => name === column);
  const system = evidence && !stated ? systemFor(evidence, kind, vocabulary) : undefined;
  if (system) draft.set(path, system.uri, system.comment);
}
