import type { LedgerLine } from '../../record/index.ts';
import type { AttachedFile } from '../document-book.ts';

/** What became of the files that documents and rows name, in numbers. */
export interface ScanCounts {
  /** How often a file is named by somebody who is known. */
  readonly listed: number;
  /** Files that went into charts. */
  readonly found: number;
  /** How often there was none that could: missing, empty, or another than the row says. */
  readonly setAside: number;
  /** Files of those found that are cut, encrypted or without pages. */
  readonly unreadable: number;
  /** Pages of those found, as far as they can be counted. */
  readonly pages: number;
  /** Files that went to nobody. */
  readonly notReferenced: number;
  /** Files that were named more than once. */
  readonly referencedTwice: number;
}

/** Counts them from the lines of the ledger and from what documents and rows took in. */
export interface ScanBook {
  enter(lines: readonly LedgerLine[]): void;
  /** Adds what a part of the run had set aside. */
  add(setAside: number): void;
  /** Rows that were set aside for want of the file that they name. */
  readonly setAside: number;
  /** Nothing where no file was named. */
  counts(attached: ReadonlyMap<string, AttachedFile>): ScanCounts | undefined;
}

export function openScanBook(): ScanBook {
  let [setAside, notReferenced] = [0, 0];
  return {
    enter(lines) {
      setAside += lines.filter(isWithoutFile).length;
      notReferenced += lines.filter(isForgottenFile).length;
    },
    add(count) {
      setAside += count;
    },
    get setAside() {
      return setAside;
    },
    counts(attached) {
      if (attached.size === 0 && setAside === 0) return undefined;
      const files = [...attached.values()];
      const sum = (of: (file: AttachedFile) => number) => files.reduce((total, one) => total + of(one), 0);
      return {
        listed: sum(({ times }) => times) + setAside,
        found: files.length,
        setAside,
        unreadable: sum(({ isFaulty }) => (isFaulty ? 1 : 0)),
        pages: sum(({ pages }) => pages ?? 0),
        notReferenced,
        referencedTwice: sum(({ times }) => (times > 1 ? 1 : 0)),
      };
    },
  };
}

const rules = new Set(['file-missing', 'file-empty', 'file-differs']);

const isWithoutFile = ({ unit, state, rule = '' }: LedgerLine): boolean =>
  unit === 'row' && state === 'quarantined' && rules.has(rule);

const isForgottenFile = ({ unit, rule }: LedgerLine): boolean => unit === 'file' && rule === 'not-referenced';
