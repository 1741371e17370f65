import { hash } from 'node:crypto';
import type { Examined } from '../examine.ts';
import { byCodeUnits } from '../order.ts';
import type { TableExport } from './export.ts';
import { isNamed, plainPath } from './paths.ts';
import type { Root } from './roots.ts';

/**
 * Makes the exports: each root gets the files that its mapping names from there; a file belongs to one of them. The
 * innermost folder speaks first: what it does not name is then another's, or nobody's.
 */
export function claim(candidates: readonly Examined[], roots: readonly Root[]): TableExport[] {
  const taken = new Set<Examined>();
  const innermostFirst = roots.toSorted((a, b) => byCodeUnits(b.folder, a.folder));
  const claimed = innermostFirst.map((root) => ({ root, tables: tablesOf(candidates, root, taken) }));
  const exports = claimed.map(({ root, tables }) =>
    exportOf(root, tables, othersIn(candidates, root, taken)),
  );
  return exports.toReversed();
}

type Tables = Map<string, Examined[]>;

function tablesOf(candidates: readonly Examined[], { folder, loaded }: Root, taken: Set<Examined>): Tables {
  const rules = [...loaded.mapping.tables.values()];
  const tables: Tables = new Map();
  for (const file of candidates) {
    const path = plainPath(file);
    if (taken.has(file) || !path.startsWith(folder)) continue;
    const rule = rules.find((one) => isNamed(one, path.slice(folder.length)));
    if (!rule) continue;
    taken.add(file);
    tables.set(rule.name, [...(tables.get(rule.name) ?? []), file]);
  }
  return tables;
}

function othersIn(candidates: readonly Examined[], { folder }: Root, taken: Set<Examined>): Examined[] {
  const others = candidates.filter((file) => {
    return file.looks === 'table' && !taken.has(file) && plainPath(file).startsWith(folder);
  });
  for (const file of others) taken.add(file);
  return others;
}

function exportOf(
  { folder, loaded, routes, score }: Root,
  tables: Tables,
  others: readonly Examined[],
): TableExport {
  return {
    name: folder.replace(/\/$/, '') || '.',
    mapping: loaded.mapping,
    mappingSha256: loaded.sha256,
    ...(score !== undefined && { score }),
    routes,
    tables,
    others,
    sha256: hashOf(tables),
    size: [...tables.values()].flat().reduce((sum, { size }) => sum + size, 0),
  };
}

const hashOf = (tables: Tables): string => {
  const lines = [...tables].map(([name, files]) => [name, ...files.map(({ sha256 }) => sha256)].join(' '));
  return hash('sha256', lines.sort().join('\n'), 'hex');
};
