import { readFileSync } from 'node:fs';
import type { SiteSystem } from '../readers/index.ts';
import { UsageError } from './usage-error.ts';

const hint = 'CSV with the columns oid,uri,name (name may be left out), or a JSON array of such objects.';
const oidForm = /^(urn:oid:)?[0-2](\.(0|[1-9]\d*))+$/i;
const uriForm = /^[a-z][a-z0-9+.-]*:\S+$/i;

/** The value of `--code-systems`: the code systems that a site names itself. */
export async function readCodeSystems(path: string): Promise<readonly SiteSystem[]> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(`--code-systems: the file ${path} cannot be read`, hint);
  }
  const systems = /^\s*[[{]/.test(text) ? fromJson(text) : fromCsv(text.replace(/^\uFEFF/, ''));
  return withoutRepeats(systems);
}

interface Line {
  readonly at: string;
  readonly system: SiteSystem;
}

const fault = (at: string, what: string) => new UsageError(`--code-systems: ${at}: ${what}`, hint);

function fromCsv(text: string): Line[] {
  const lines = text.split(/\r?\n/).map((line, index) => ({ cells: cellsOf(line), at: `line ${index + 1}` }));
  const filled = lines.filter(
    ({ cells: [first = '', ...rest] }) => !first.startsWith('#') && (first || rest.length > 0),
  );
  const [head, ...rows] = filled;
  const rowsOnly = head?.cells[0]?.toLowerCase() === 'oid' ? rows : filled;
  return rowsOnly.map(({ cells: [oid = '', uri = '', name], at }) => checked({ oid, uri, name }, at));
}

/** The cells of a line; a cell in quotes may hold commas and doubled quotes. */
const cellsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)\s*(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain = '']) =>
    (quoted?.replaceAll('""', '"') ?? plain).trim(),
  );

function fromJson(text: string): Line[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw fault(lineOf(text, error), 'not JSON');
  }
  if (!Array.isArray(value)) throw fault('line 1', 'not an array');
  return value.map((item: Record<string, unknown> | null, index) =>
    checked({ oid: item?.['oid'], uri: item?.['uri'], name: item?.['name'] }, `entry ${index + 1}`),
  );
}

/** Where JSON ends to be JSON, as far as the engine says. */
function lineOf(text: string, error: unknown): string {
  const [, position] = /position (\d+)/.exec(String(error)) ?? [];
  return position === undefined ? 'the file' : `line ${text.slice(0, Number(position)).split('\n').length}`;
}

function checked({ oid, uri, name }: { oid: unknown; uri: unknown; name?: unknown }, at: string): Line {
  if (typeof oid !== 'string' || !oidForm.test(oid)) throw fault(at, 'oid is not an OID in dotted form');
  if (typeof uri !== 'string' || !uriForm.test(uri)) throw fault(at, 'uri is not a URI with its scheme');
  const named = typeof name === 'string' && name.trim() !== '' ? { name: name.trim() } : {};
  return { at, system: { oid: oid.replace(/^urn:oid:/i, ''), uri, ...named } };
}

function withoutRepeats(lines: readonly Line[]): SiteSystem[] {
  const seen = new Map<string, string>();
  for (const { at, system } of lines) {
    const before = seen.get(system.oid);
    if (before) throw fault(at, `the same OID as ${before}`);
    seen.set(system.oid, at);
  }
  return lines.map(({ system }) => system);
}
