import type { ConvertedGroup } from '../convert-group.ts';
import type { Log } from '../log.ts';
import { asideIssue } from './accounts.ts';
import { openColumnBook, type UsedByTable } from './column-book.ts';
import type { GroupRows } from './group-rows.ts';
import type { OpenExport } from './open-export.ts';
import type { SetAside } from './quarantine-files.ts';
import { openRowBook, type RowSums } from './row-book.ts';
import type { FoundRows } from './shared-tables.ts';
import { openUnmappedBook, type UnmappedCount } from './unmapped-book.ts';

/** What the conversion of some patients adds to the accounts of the tables, as JSON. */
export interface TableEffects {
  readonly rows: RowSums;
  readonly used: readonly UsedByTable[];
  readonly unmapped: readonly UnmappedCount[];
  /** The rows of shared tables that were found, by export. */
  readonly found: readonly (readonly [number: number, rows: readonly FoundRows[]])[];
}

/** Gathers the effects of some patients. */
export interface EffectsBook {
  account(converted: ConvertedGroup): void;
  /** Accounts for the rows of a patient whom this run does not convert. */
  passOver(rows: readonly GroupRows[], rule: string): void;
  effects(): TableEffects;
}

interface Sinks {
  readonly log: Pick<Log, 'enter'>;
  keepRow(row: SetAside): void;
}

/** Opens the book of some patients. */
export function openEffects(exports: readonly OpenExport[], { log, keepRow }: Sinks): EffectsBook {
  const rows = openRowBook();
  const columns = openColumnBook();
  const unmapped = openUnmappedBook();
  for (const { shared } of exports) shared.takeFound();
  return {
    account(converted) {
      rows.enter(converted.ledger);
      for (const row of converted.aside) {
        keepRow(row);
        log.enter([], [asideIssue(row)]);
      }
      for (const one of converted.rows) {
        columns.use(one.of.open.number, one.converted.used);
        unmapped.enter(one.of.open.of.mapping, one.converted.unmapped);
      }
    },
    passOver(groups, rule) {
      for (const { layout, line } of groups.flatMap((one) => one.rows))
        rows.passOver(layout.file, line, rule);
    },
    effects: () => ({
      rows: rows.sums(),
      used: columns.used(),
      unmapped: unmapped.counts(),
      found: exports.map(({ number, shared }) => [number, shared.takeFound()] as const),
    }),
  };
}
