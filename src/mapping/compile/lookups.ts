import { parse } from 'csv-parse/sync';
import type { Coding } from '../../record/index.ts';
import type { Lookup, LookupRow } from '../lookup.ts';
import { conceptMapRows } from './concept-map.ts';
import { type At, fault, isObject, type Scope } from './scope.ts';

/** What is written where an own lookup has no file to take its columns from. */
const ownColumns = ['from', 'system', 'code', 'display', 'count', 'status', 'approvedBy'];

interface LookupScope extends Pick<Scope, 'faults' | 'spots'> {
  /** The id of the mapping, for the system of codes that a lookup lacks. */
  readonly id: string;
  read(name: string): string | undefined;
}

/** A lookup as it is written: inline, or the file that it names. */
export function lookupAt(at: At, name: string, scope: LookupScope): Lookup {
  const raw = at.value as Record<string, unknown>;
  const system = `urn:chartlift:local-code:${scope.id}:${name}`;
  if (typeof raw['file'] !== 'string') return { name, system, columns: ownColumns, rows: inline(raw) };
  const own = typeof raw['system'] === 'string' ? raw['system'] : system;
  const text = scope.read(raw['file']);
  if (text === undefined) {
    fault(
      scope as never,
      { holder: raw, key: 'file' },
      'unreadable',
      `the lookup ${raw['file']} could not be read`,
    );
    return { name, system: own, columns: ownColumns, rows: new Map() };
  }
  return { name, system: own, ...ofFile(text, raw, scope) };
}

const inline = (raw: Readonly<Record<string, unknown>>): Map<string, LookupRow> =>
  new Map(
    Object.entries(raw).map(([from, to]) => [
      from,
      isObject(to) ? rowOf(to) : { word: String(to), codings: [] },
    ]),
  );

function rowOf(row: Readonly<Record<string, unknown>>): LookupRow {
  const said = (name: string) => {
    const text = row[name] === undefined || row[name] === null ? '' : String(row[name]).trim();
    return text === '' ? undefined : text;
  };
  const [word, code] = [said('to'), said('code')];
  const fields = ['system', 'code', 'display'].flatMap((name) => {
    const text = said(name);
    return text === undefined ? [] : [[name, text] as const];
  });
  const codings: Coding[] = code === undefined ? [] : [Object.fromEntries(fields)];
  return { ...(word !== undefined && { word }), codings };
}

function ofFile(
  text: string,
  raw: Record<string, unknown>,
  scope: LookupScope,
): Pick<Lookup, 'columns' | 'rows'> {
  try {
    if (/^\s*\{/.test(text)) return { columns: ownColumns, rows: conceptMapRows(JSON.parse(text)) };
    const [columns = [], ...lines] = parse(text, { bom: true, relax_column_count: true, trim: true });
    if (!columns.includes('from')) throw new TypeError('it has no column `from`');
    const rows = lines.map((cells) =>
      Object.fromEntries(columns.map((column, index) => [column, unguarded(cells[index] ?? '')])),
    );
    return { columns, rows: gather(rows) };
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    fault(
      scope as never,
      { holder: raw, key: 'file' },
      'unreadable',
      `the lookup ${raw['file']} cannot be used: ${why}`,
    );
    return { columns: ownColumns, rows: new Map() };
  }
}

/** Our own CSV guards what a spreadsheet would compute with. */
const unguarded = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r])/, '');

/** Rows of one code are its several codes; one without a code is to be filled in, one that was rejected is not used. */
function gather(rows: readonly Readonly<Record<string, string>>[]): Map<string, LookupRow> {
  const found = new Map<string, LookupRow>();
  for (const row of rows) {
    const from = row['from'] ?? '';
    const { word, codings } = rowOf(row);
    if (row['status']?.toLowerCase() === 'rejected' || (word === undefined && codings.length === 0)) continue;
    const before = found.get(from);
    found.set(from, {
      ...((word ?? before?.word) !== undefined && { word: word ?? before?.word }),
      codings: [...(before?.codings ?? []), ...codings],
    });
  }
  return found;
}
