import type { LinkEvidence, TableEvidence } from './evidence.ts';
import { type Guess, guessFields, type Knowledge } from './guess.ts';
import { kindOf, type TableKind } from './kind.ts';
import { withOwnUnits } from './own-unit.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wishes } from './wishes/index.ts';

/** A table with what it is thought to be. */
export interface PlannedTable {
  readonly table: TableEvidence;
  readonly kind: TableKind;
  readonly guesses: readonly Guess[];
}

/** An export as it is thought to be. */
export interface ExportPlan {
  readonly tables: readonly PlannedTable[];
  readonly patients: PlannedTable | undefined;
  readonly vocabulary: Vocabulary;
  readonly knowledge: Knowledge;
  /** The table of that name. */
  find(name: string): PlannedTable | undefined;
  /** Whether links lead from a table to the patients. */
  reachesPatients(table: TableEvidence): boolean;
}

/** Says of each table what it is about and which column holds what. */
export function planExport(tables: readonly TableEvidence[], vocabulary: Vocabulary): ExportPlan {
  const kinds = new Map(tables.map((table) => [table.name, kindOf(table, vocabulary)]));
  const knowledge = {
    vocabulary,
    linked: (table: TableEvidence, column: string) => directoryKind(table, column, kinds),
  };
  const guessed = tables.map((table): PlannedTable => {
    const kind = kinds.get(table.name) ?? 'other';
    const guesses = guessFields(table, wishes[kind] ?? [], knowledge);
    return { table, kind, guesses: withOwnUnits(guesses, table, vocabulary) };
  });
  const patients = bestOf(guessed.filter(({ kind }) => kind === 'patient'));
  const planned = guessed.map((one) =>
    one.kind === 'patient' && one !== patients ? { ...one, kind: 'other' as const } : one,
  );
  const byName = new Map(planned.map((one) => [one.table.name, one]));
  return {
    tables: planned,
    patients,
    vocabulary,
    knowledge,
    find: (name) => byName.get(name),
    reachesPatients: (table) => reaches(table, patients?.table.name, byName, new Set()),
  };
}

const directory: ReadonlySet<TableKind> = new Set([
  'encounter',
  'practitioner',
  'organization',
  'location',
  'patient',
]);

/** The kind of the table that a column leads to, where its rows are somebody or something by themselves. */
function directoryKind(table: TableEvidence, column: string, kinds: ReadonlyMap<string, TableKind>) {
  const kind = kinds.get(linkOf(table, column)?.table ?? '');
  return kind && directory.has(kind) ? kind : undefined;
}

/** Of several tables of patients the one that tells most of them. */
const bestOf = (tables: readonly PlannedTable[]): PlannedTable | undefined =>
  tables.toSorted((a, b) => b.guesses.length - a.guesses.length)[0];

function reaches(
  table: TableEvidence,
  patients: string | undefined,
  byName: ReadonlyMap<string, PlannedTable>,
  seen: Set<string>,
): boolean {
  if (patients === undefined || seen.has(table.name)) return false;
  seen.add(table.name);
  return table.links.some(({ table: to }) => {
    const next = byName.get(to)?.table;
    return to === patients || (next !== undefined && reaches(next, patients, byName, seen));
  });
}

/** The link of a column. */
export const linkOf = ({ links }: TableEvidence, column: string): LinkEvidence | undefined =>
  links.find((link) => link.column === column);
