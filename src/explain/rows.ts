import type { Answer } from './explain.ts';
import { type Spot, type Way, ways } from './finding.ts';
import { isWithin, leavesOf, withoutIndexes } from './leaves.ts';

/** A row that went into a resource. */
interface Row {
  readonly file: string;
  readonly line: number;
}

/** What a run keeps of a resource that it made of rows. */
export interface MadeOfRows {
  readonly resource: object;
  readonly rows: readonly Row[];
  /** Field of the record → `file:line column`; empty where the run wrote no records. */
  readonly trace: Readonly<Record<string, readonly string[]>>;
}

/** Tells of the values of a resource in which rows and columns they stand: what the run noted, as it keeps no tables. */
export function explainRows({ resource, rows, trace }: MadeOfRows, element?: string): Answer[] {
  const known = Object.keys(trace).length > 0;
  return [...leavesOf(resource)]
    .filter(([path]) => element === undefined || isWithin(path, element))
    .flatMap(([path, value]) => {
      if (path === 'id') return answers({ path, value, way: 'id' }, mainRow({ rows, trace }).map(spotOfRow));
      const field = fieldOf(path, Object.keys(trace));
      if (field !== undefined)
        return answers({ path, value, way: 'noted' }, (trace[field] ?? []).map(spotOf));
      return answers({ path, value, way: known ? 'rule' : 'noted' }, known ? [] : rows.map(spotOfRow));
    });
}

/** The row that the resource was made of first: that of its first traced field. */
function mainRow({ rows, trace }: Pick<MadeOfRows, 'rows' | 'trace'>): readonly Row[] {
  const [first] = Object.values(trace).flat();
  const spot = first === undefined ? undefined : spotOf(first);
  const found = rows.find(({ file, line }) => file === spot?.file && line === spot.line) ?? rows[0];
  return found ? [found] : [];
}

interface FileSpot extends Spot {
  readonly file: string;
}

const spotOfRow = ({ file, line }: Row): FileSpot => ({ file, line, path: '' });

/** Reads `file:line column`. */
function spotOf(text: string): FileSpot {
  const [, file = text, line = '0', path = ''] = /^(.*?):(\d+)(?: (.*))?$/s.exec(text) ?? [];
  return { file, line: Number(line), path };
}

/** An answer for each file. */
function answers(
  { path, value, way }: { path: string; value: string; way: Way },
  spots: readonly FileSpot[],
): Answer[] {
  const common = { path, value, way, words: ways[way] };
  const files = Map.groupBy(spots, ({ file }) => file);
  if (files.size === 0) return [{ ...common, file: undefined, spots: [] }];
  return [...files].map(([file, own]) => ({
    ...common,
    file,
    spots: own.map(({ line, path: column }) => ({ line, path: column })),
  }));
}

/** The field of the record that an element is most like: `effectiveDateTime` is of `effective`, `identifier` of `identifiers`. */
function fieldOf(path: string, fields: readonly string[]): string | undefined {
  const [head = ''] = withoutIndexes(path).toLowerCase().split('.');
  const alike = fields.filter((field) => isAlike(head, field.toLowerCase()));
  return alike.toSorted((a, b) => b.length - a.length)[0];
}

const isAlike = (head: string, field: string): boolean =>
  head.startsWith(field) || field.startsWith(head) || head.startsWith(field.replace(/(ies|s)$/, ''));
