import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { root } from '../chartlift.ts';

interface Definition {
  readonly kind: string;
  readonly type: string;
  readonly snapshot: { readonly element: readonly { readonly path: string }[] };
}

type Filled = Map<string, Set<string>>;

/** What R4 lets every resource and element have, whatever it is. */
const everywhere = /(^|\.)(id|implicitRules|language|modifierExtension|extension|text|contained|meta)$/;

/** The elements of R4, by the type of the resources that the goldens hold, that none of them fills. */
export function unfilled(): Map<string, readonly string[]> {
  const filled: Filled = new Map();
  const goldens = globSync('test/golden/expected/**/*.json', { cwd: root });
  for (const file of goldens.filter((name) => !name.endsWith('record.json')))
    collect(JSON.parse(readFileSync(join(root, file), 'utf8')), filled);
  const all = definitions();
  return new Map(
    [...filled].sort().map(([type, paths]) => {
      const own = all.get(type) ?? [];
      return [type, own.filter((path) => isMissing(path, paths))];
    }),
  );
}

function definitions(): Map<string, readonly string[]> {
  const packed = readFileSync(join(root, 'definitions', 'r4-structure.json.gz'));
  const all = JSON.parse(gunzipSync(packed).toString()) as Definition[];
  return new Map(
    all
      .filter(({ kind }) => kind === 'resource')
      .map(({ type, snapshot }) => [
        type,
        snapshot.element.map(({ path }) => path.slice(type.length + 1)).filter((path) => path !== ''),
      ]),
  );
}

/** Of an element that is missing as a whole, its parts are not told. */
function isMissing(path: string, filled: ReadonlySet<string>): boolean {
  if (everywhere.test(path)) return false;
  const parent = path.slice(0, Math.max(0, path.lastIndexOf('.')));
  if (parent !== '' && !filled.has(parent)) return false;
  if (!path.endsWith('[x]')) return !filled.has(path);
  const stem = path.slice(0, -3);
  return ![...filled].some((one) => one.startsWith(stem) && /^[A-Z]\w*$/.test(one.slice(stem.length)));
}

function collect(value: unknown, filled: Filled): void {
  if (value === null || typeof value !== 'object') return;
  const { resourceType } = value as { resourceType?: string };
  if (resourceType !== undefined && resourceType !== 'Bundle') {
    const paths = filled.get(resourceType) ?? new Set();
    filled.set(resourceType, paths);
    note(value, '', paths);
  }
  for (const one of Object.values(value)) collect(one, filled);
}

function note(value: unknown, path: string, paths: Set<string>): void {
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    for (const one of value) note(one, path, paths);
    return;
  }
  for (const [name, one] of Object.entries(value)) {
    const own = `${path === '' ? '' : `${path}.`}${name.replace(/^_/, '')}`;
    paths.add(own);
    note(one, own, paths);
  }
}
