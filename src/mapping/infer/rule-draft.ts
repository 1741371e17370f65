import { constantsFor } from './constants.ts';
import type { TableEvidence } from './evidence.ts';
import type { Guess } from './guess.ts';
import type { TableKind } from './kind.ts';
import type { LookupName } from './lookups.ts';
import type { PlannedTable } from './plan.ts';
import { type Branch, branch, put } from './tree.ts';
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
  /** Links that it needs and that no column shows: a table that goes on with the row, by its key. */
  readonly links?: ReadonlyMap<string, string>;
  /** Columns that are cut in parts. */
  readonly splits?: ReadonlyMap<string, readonly string[]>;
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

/** On what a guess rests, and how sure it is; how sure the further columns are that may say the same. */
export interface Why extends Pick<Guess, 'from' | 'confidence'> {
  readonly further?: readonly number[];
}

/** What is said of a guess in the mapping. */
export const said = ({ from, confidence, further = [] }: Why): string =>
  `guessed from ${from}, ${[confidence, ...further].map((one) => one.toFixed(2)).join(' ')}`;

/** A column as a mapping names it. */
export const ref = (column: string): string =>
  /^\w+$/.test(column) ? `$${column}` : JSON.stringify(`\${${column}}`);

/** A rule on its way. */
export class RuleDraft {
  readonly fields = branch();
  readonly columns = new Set<string>();
  readonly lookups = new Set<LookupName>();
  readonly links = new Map<string, string>();
  readonly splits = new Map<string, readonly string[]>();
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
    const { fields, columns, lookups, links, splits, table, kind } = this;
    return { from: table.name, to: kind, id: idOf(table), fields, columns, lookups, links, splits, ...more };
  }
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
