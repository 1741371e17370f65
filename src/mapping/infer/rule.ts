import { systemFor } from './code-system.ts';
import { constantsFor } from './constants.ts';
import { dictionaryCode } from './dictionary.ts';
import type { TableEvidence } from './evidence.ts';
import type { Guess } from './guess.ts';
import type { TableKind } from './kind.ts';
import type { LookupName } from './lookups.ts';
import { pairsOf } from './pairs.ts';
import type { ExportPlan, PlannedTable } from './plan.ts';
import { type Branch, branch, hasPath, put } from './tree.ts';
import { settleValue } from './value.ts';
import { scalar } from './yaml.ts';

/** A rule of a mapping, and which columns and lookups it uses. */
export interface DraftRule {
  /** What is said above it. */
  readonly comment?: string;
  readonly name?: string;
  readonly from: string;
  readonly to: string;
  readonly also?: boolean;
  readonly where?: string;
  readonly id: string;
  readonly fields: Branch;
  readonly columns: ReadonlySet<string>;
  readonly lookups: ReadonlySet<LookupName>;
}

/** Kinds of rows that say nothing without a code. */
export const needsCode: ReadonlySet<TableKind> = new Set([
  'problem',
  'medication',
  'dispense',
  'observation',
  'allergy',
  'immunization',
  'procedure',
  'order',
]);

type Why = Pick<Guess, 'from' | 'confidence'>;

/** What is said of a guess in the mapping. */
export const said = ({ from, confidence }: Why): string => `guessed from ${from}, ${confidence.toFixed(2)}`;

/** A column as a mapping names it. */
export const ref = (column: string): string =>
  /^\w+$/.test(column) ? `$${column}` : JSON.stringify(`\${${column}}`);

/** A rule on its way. */
export class RuleDraft {
  readonly fields = branch();
  readonly columns = new Set<string>();
  readonly lookups = new Set<LookupName>();
  readonly table: TableEvidence;
  readonly kind: TableKind;

  constructor({ table, kind }: Pick<PlannedTable, 'table' | 'kind'>) {
    this.table = table;
    this.kind = kind;
  }

  /** Puts a column at a path, with what is to stand beside it. */
  use(path: string, column: string, why: Why, value = ref(column)): void {
    for (const [at, constant] of constantsFor(path)) put(this.fields, at, { value: scalar(constant) });
    put(this.fields, path, { value, comment: said(why) });
    this.columns.add(column);
  }

  /** Puts a constant. */
  set(path: string, text: string, comment?: string): void {
    put(this.fields, path, { value: scalar(text), comment });
  }

  /** The rule, as it is written. */
  done(more: Partial<DraftRule> = {}): DraftRule {
    const { fields, columns, lookups, table, kind } = this;
    return { from: table.name, to: kind, id: idOf(table), fields, columns, lookups, ...more };
  }
}

/** The rule that makes records of a table's rows. */
export function ruleFor(planned: PlannedTable, plan: ExportPlan): DraftRule {
  const draft = new RuleDraft(planned);
  const { guesses } = planned;
  const has = (path: string) => guesses.some(({ wish }) => wish.path.startsWith(path));
  putOwner(draft, plan);
  if (!has('code.code')) putDictionary(draft, planned, plan);
  for (const guess of guesses) {
    // How severe nothing was, nobody asks.
    const isIdle = guess.wish.path.startsWith('reactions') && !has('reactions[1].manifestation');
    if (!isIdle) putGuess(draft, guess, plan, has('code.code'));
  }
  putDosePair(draft);
  settleValue(draft.fields);
  return draft.done();
}

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

/** A code by the table of words that it leads to; its words go before those of the row of which nobody is sure. */
function putDictionary(draft: RuleDraft, planned: PlannedTable, plan: ExportPlan): void {
  if (!needsCode.has(planned.kind)) return;
  const own = planned.guesses.find(({ wish }) => wish.path === 'code.display')?.confidence ?? 0;
  for (const one of dictionaryCode(planned, plan)) {
    if (one.path === 'code.code' || one.confidence > own) draft.use(one.path, one.column, one, one.value);
  }
}

/** Whose the row is: the patient that a link leads to; or the row's own number, where it is somebody. */
export function putOwner(draft: RuleDraft, plan: ExportPlan): void {
  const { table, kind } = draft;
  const link = table.links.find((one) => one.table === plan.patients?.table.name);
  const hasNumber = plan.patients?.guesses.some(({ wish }) => wish.path === 'identifiers[mr].value');
  if (kind === 'patient' && !hasNumber) draft.set('identifiers[own].type', 'MR');
  if (kind !== 'patient' && link)
    draft.use('patient', link.column, { from: 'values', confidence: link.share });
  const [key] = table.key;
  const isNumbered = ['patient', 'practitioner', 'organization'].includes(kind);
  if (isNumbered && key !== undefined)
    draft.use('identifiers[own].value', key, { from: 'values', confidence: 0.9 });
}

function putGuess(draft: RuleDraft, guess: Guess, plan: ExportPlan, isCoded: boolean): void {
  const { wish, column } = guess;
  if (wish.path.endsWith('.code')) putSystem(draft, guess, plan);
  if (wish.path === 'names[maiden].family')
    put(draft.fields, 'names[maiden].when', { value: `{ ${ref(column)}: present }` });
  if (wish.lookup) draft.lookups.add(wish.lookup);
  const value = wish.lookup
    ? `{ from: ${ref(column)}, lookup: ${wish.lookup}, otherwise: keep }`
    : ref(column);
  // Words without a code are the source's own.
  const path = wish.path === 'code.display' && !isCoded ? 'code.text' : wish.path;
  draft.use(path, column, guess, value);
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

/** What tells the records apart: the key of the table, else all that it belongs to, its dates and codes. */
function idOf({ key, links, columns }: TableEvidence): string {
  const linked = new Set(links.map(({ column }) => column));
  const telling = columns.filter(
    ({ name, dates, codes }) => linked.has(name) || dates.length > 0 || codes.length > 0,
  );
  const parts = key.length > 0 ? key : (telling.length > 0 ? telling : columns).map(({ name }) => name);
  const refs = parts.map(ref);
  return refs.length === 1 && refs[0] ? refs[0] : `[${refs.join(', ')}]`;
}
