import type { Mapping } from '../../mapping/index.ts';
import type { UnmappedCode } from '../../readers/csv/index.ts';
import { csvLine } from '../csv.ts';
import { byCodeUnits } from '../order.ts';
import type { RunFolder } from '../run-folder.ts';

/** The codes that lookups do not have, counted over the run. */
export interface UnmappedBook {
  enter(mapping: Mapping, codes: readonly UnmappedCode[]): void;
  /** Adds what another count has. */
  add(counts: readonly UnmappedCount[]): void;
  counts(): UnmappedCount[];
  /** How many different codes each lookup lacks. */
  missing(): { readonly lookup: string; readonly count: number }[];
  write(folder: RunFolder): void;
}

/** What one lookup lacks, as JSON. */
export interface UnmappedCount {
  readonly lookup: string;
  readonly columns: readonly string[];
  readonly codes: readonly { readonly code: string; readonly display: string; readonly count: number }[];
}

interface Missing {
  readonly columns: readonly string[];
  readonly codes: Map<string, { readonly code: string; readonly display: string; count: number }>;
}

/** Opens the count. */
export function openUnmappedBook(): UnmappedBook {
  const lookups = new Map<string, Missing>();
  const missingIn = (lookup: string, columns: readonly string[]): Missing => {
    const missing = lookups.get(lookup) ?? { columns, codes: new Map() };
    lookups.set(lookup, missing);
    return missing;
  };
  return {
    enter(mapping, codes) {
      for (const { lookup, code, display = '' } of codes) {
        count(missingIn(lookup, columnsOf(mapping, lookup)), { code, display, count: 1 });
      }
    },
    add(counts) {
      for (const { lookup, columns, codes } of counts) {
        for (const one of codes) count(missingIn(lookup, columns), one);
      }
    },
    counts: () =>
      [...lookups].map(([lookup, { columns, codes }]) => ({ lookup, columns, codes: [...codes.values()] })),
    missing: () =>
      [...lookups]
        .map(([lookup, { codes }]) => ({ lookup, count: codes.size }))
        .sort((a, b) => byCodeUnits(a.lookup, b.lookup)),
    write(folder) {
      for (const [lookup, missing] of [...lookups].sort(([a], [b]) => byCodeUnits(a, b))) {
        const lines = linesOf(missing);
        folder.write(`unmapped/${lookup.replace(/[^\w.-]/g, '_')}.csv`, lines.join(''), lines.length - 1);
      }
    },
  };
}

function count({ codes }: Missing, { code, display, count }: UnmappedCount['codes'][number]): void {
  const key = `${code}\u0000${display}`;
  const known = codes.get(key) ?? { code, display, count: 0 };
  known.count += count;
  codes.set(key, known);
}

const columnsOf = ({ lookups }: Mapping, name: string): readonly string[] =>
  lookups.get(name)?.columns ?? ['from', 'system', 'code', 'display', 'count', 'status', 'approvedBy'];

/** The source's own words for a code: they help to find its meaning, and are not the words of the code that is filled in. */
const sourceWords = 'fromDisplay';

/** The codes by how often they were met, in the lookup's own columns and one for the source's words. */
function linesOf({ columns, codes }: Missing): string[] {
  const all = columns.includes(sourceWords) ? columns : [...columns, sourceWords];
  const sorted = [...codes.values()].sort(
    (a, b) => b.count - a.count || byCodeUnits(a.code, b.code) || byCodeUnits(a.display, b.display),
  );
  const rows = sorted.map(({ code, display, count }) => {
    const known: Readonly<Record<string, string>> = {
      from: code,
      [sourceWords]: display,
      count: String(count),
    };
    return all.map((column) => known[column]);
  });
  return [all, ...rows].map(csvLine);
}
