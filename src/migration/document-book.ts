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
  readonly attached: ReadonlyMap<string, AttachedFile>;
}

/** A file that went into documents or rows. */
export interface AttachedFile {
  readonly sha256: string;
  readonly pages: number | undefined;
  /** It is cut, encrypted, or without pages. */
  readonly isFaulty: boolean;
  /** How often it was named, and of how many patients. */
  readonly times: number;
  readonly patients: readonly string[];
}

/** Opens the account. */
export function openDocumentBook(): DocumentBook {
  const units = new Map<string, Contribution['units']>();
  const unbalanced: string[] = [];
  const attached = new Map<string, AttachedFile>();
  const put = (file: string, { times, patients: more, ...facts }: AttachedFile) => {
    const before = attached.get(file);
    const patients = [...new Set([...(before?.patients ?? []), ...more])];
    attached.set(file, { ...facts, times: (before?.times ?? 0) + times, patients });
  };
  const attach = ({ embedded = [], patient: { id } }: Contribution) => {
    for (const { file, sha256, pages, isFaulty = false, times = 1 } of embedded) {
      if (file) put(file, { sha256, pages, isFaulty, times, patients: [id] });
    }
  };
  return {
    attach,
    units,
    unbalanced,
    attached,
    add(other) {
      unbalanced.push(...other.unbalanced);
      for (const [file, facts] of other.attached) put(file, facts);
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
