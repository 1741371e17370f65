import type { Mapping } from '../../mapping/index.ts';
import type { UnmappedCode } from '../../readers/csv/index.ts';
import { csvLine } from '../csv.ts';
import { byCodeUnits } from '../order.ts';
import type { RunFolder } from '../run-folder.ts';

/** The codes that lookups do not have, counted over the run. */
export interface UnmappedBook {
  enter(mapping: Mapping, codes: readonly UnmappedCode[]): void;
  /** How many different codes each lookup lacks. */
  missing(): { readonly lookup: string; readonly count: number }[];
  write(folder: RunFolder): void;
}

interface Missing {
  readonly columns: readonly string[];
  readonly codes: Map<string, { readonly code: string; readonly display: string; count: number }>;
}

/** Opens the count. */
export function openUnmappedBook(): UnmappedBook {
  const lookups = new Map<string, Missing>();
  return {
    enter(mapping, codes) {
      for (const { lookup, code, display = '' } of codes) {
        const missing = lookups.get(lookup) ?? { columns: columnsOf(mapping, lookup), codes: new Map() };
        lookups.set(lookup, missing);
        const key = `${code}\u0000${display}`;
        const known = missing.codes.get(key) ?? { code, display, count: 0 };
        known.count += 1;
        missing.codes.set(key, known);
      }
    },
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
