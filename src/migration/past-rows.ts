import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundlesNaming } from './bundles-naming.ts';
import { linesOfFile } from './file-lines.ts';

/** A row of a table, and what the ledger says of it. */
export interface PastRow {
  readonly file: string;
  readonly line: number;
  readonly state: string;
  readonly rule?: string;
  /** The resources that it went into. */
  readonly into: readonly string[];
}

/** A resource as the run wrote it. */
export type PastResource = Readonly<Record<string, unknown>>;

/** `field` → `file:line column`, where the run wrote records. */
type PastTrace = Readonly<Record<string, readonly string[]>>;

/** The rows that went into a resource, by the ledger of its run. */
export function rowsInto(folder: string, address: string): PastRow[] {
  return [...rowsWhere(folder, `"${address}"`)].filter(({ into }) => into.includes(address));
}

/** A row by its file, or the end of its name, and its line. */
export function rowAt(folder: string, file: string, line: number): PastRow | undefined {
  for (const row of rowsWhere(folder, `"line":${line},`)) {
    if (row.line === line && (row.file === file || row.file.endsWith(`/${file}`))) return row;
  }
  return undefined;
}

function* rowsWhere(folder: string, text: string): Generator<PastRow> {
  for (const line of linesOfFile(join(folder, 'ledger.ndjson'))) {
    if (!line.includes(text) || !line.includes('"unit":"row"')) continue;
    const { into = [], ...row } = JSON.parse(line) as Omit<PastRow, 'into'> & { into?: string[] };
    yield { ...row, into };
  }
}

/** A resource of a run, out of its bundles or of `ndjson/`. */
export function resourceOf(folder: string, address: string): PastResource | undefined {
  const [type = '', id = ''] = address.split('/');
  return inBundles(folder, type, id) ?? inNdjson(folder, type, id);
}

const isIt = (one: PastResource | undefined, type: string, id: string): boolean =>
  one?.['resourceType'] === type && one['id'] === id;

function inBundles(folder: string, type: string, id: string): PastResource | undefined {
  for (const path of bundlesNaming(folder, id).filter((name) => name.endsWith('.json'))) {
    const { entry = [] } = parse(readFileSync(path, 'utf8')) as { entry?: { resource?: PastResource }[] };
    const found = entry.find(({ resource }) => isIt(resource, type, id));
    if (found) return found.resource;
  }
  return undefined;
}

function inNdjson(folder: string, type: string, id: string): PastResource | undefined {
  for (const line of linesOfFile(join(folder, 'ndjson', `${type}.ndjson`))) {
    if (!line.includes(`"id":"${id}"`)) continue;
    const resource = parse(line) as PastResource;
    if (isIt(resource, type, id)) return resource;
  }
  return undefined;
}

// Node has both since 21; the libraries of TypeScript know neither.
const json = JSON as unknown as {
  parse(text: string, revive: (key: string, value: unknown, context: { source: string }) => unknown): unknown;
  rawJSON(text: string): unknown;
};

/** Numbers keep their digits. */
const parse = (text: string): unknown =>
  json.parse(text, (_, value, { source }) => (typeof value === 'number' ? json.rawJSON(source) : value));

/** What the record of a patient says of where a statement stood. */
export function traceOf(folder: string, patient: string, id: string): PastTrace {
  try {
    const { trace = {} } = JSON.parse(readFileSync(join(folder, 'records', `${patient}.json`), 'utf8')) as {
      trace?: Record<string, PastTrace>;
    };
    const found = Object.entries(trace).find(([ref]) => ref.endsWith(`/${id}`));
    return found?.[1] ?? {};
  } catch {
    // The run wrote no records.
    return {};
  }
}
