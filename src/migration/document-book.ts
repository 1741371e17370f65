import { type Contribution, countedUnits, type LedgerLine } from '../record/index.ts';

/** The account of each document for itself: sums alone could hide what one lacks behind what another has twice. */
export interface DocumentBook {
  enter(file: string, contribution: Contribution, lines: readonly LedgerLine[]): void;
  /** Keeps which files a document or a row names. */
  attach(contribution: Contribution): void;
  /** Adds what another account found. */
  add(other: Pick<DocumentBook, 'unbalanced' | 'attached'>): void;
  /** How many units of each kind each document holds, by its name. */
  readonly units: ReadonlyMap<string, Contribution['units']>;
  /** The documents of which some unit has no line, or two. */
  readonly unbalanced: readonly string[];
  /** The files that documents and rows name and that went into them. */
  readonly attached: ReadonlySet<string>;
}

/** Opens the account. */
export function openDocumentBook(): DocumentBook {
  const units = new Map<string, Contribution['units']>();
  const unbalanced: string[] = [];
  const attached = new Set<string>();
  const attach = ({ embedded = [] }: Contribution) => {
    for (const one of embedded) if (one.file) attached.add(one.file);
  };
  return {
    attach,
    units,
    unbalanced,
    attached,
    add(other) {
      unbalanced.push(...other.unbalanced);
      for (const file of other.attached) attached.add(file);
    },
    enter(file, contribution, lines) {
      units.set(file, contribution.units);
      attach(contribution);
      const own = lines.filter(({ place }) => place.file === file);
      if (!isBalanced(contribution.units, own)) unbalanced.push(file);
    },
  };
}

/** Whether each unit that a document holds has one line. */
const isBalanced = (units: Contribution['units'], lines: readonly LedgerLine[]): boolean =>
  countedUnits.every((unit) => {
    const places = lines.filter((line) => line.unit === unit).map(({ place }) => place.path);
    return places.length === (units[unit] ?? 0) && new Set(places).size === places.length;
  });
