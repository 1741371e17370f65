import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { holdsRun } from './earlier-run.ts';
import type { Member } from './member.ts';
import { byCodeUnits } from './order.ts';
import { Refusal, systemCode, systemWords } from './refusal.ts';

/** Something that stands in the input; with an obstacle it is named and not opened. */
export interface Found {
  /** The path below the common parent of the inputs, with `/`. */
  readonly name: string;
  readonly path: string;
  /** The part of the file that it is, where the file is a package. */
  readonly member?: Member;
  readonly obstacle?: Obstacle;
}

export type Obstacle = 'symbolic link' | 'special file' | 'folder without permission' | 'earlier run';

interface Root {
  readonly folder: string;
  readonly found: readonly Omit<Found, 'name'>[];
}

/** Lists what the inputs (files, folders, globs) hold, each once, by name; the order of the inputs does not matter. */
export async function discover(inputs: readonly string[]): Promise<Found[]> {
  const roots = await Promise.all(inputs.map(rootOf));
  const parent = commonFolder(roots.map(({ folder }) => folder));
  const byPath = new Map(roots.flatMap(({ found }) => found).map((one) => [one.path, one]));
  return [...byPath.values()]
    .map((one) => ({ ...one, name: relative(parent, one.path).split(sep).join('/') }))
    .sort((a, b) => byCodeUnits(a.name, b.name));
}

async function rootOf(input: string): Promise<Root> {
  const path = realPath(input);
  if (path === undefined) return globRoot(input);
  if (statSync(path).isDirectory()) return { folder: path, found: walk(path) };
  return { folder: dirname(path), found: [{ path }] };
}

async function globRoot(pattern: string): Promise<Root> {
  const paths = isDynamicPattern(pattern)
    ? await glob(pattern.split(sep).join('/'), {
        absolute: true,
        followSymbolicLinks: false,
        expandDirectories: false,
      })
    : [];
  if (paths.length === 0) {
    throw new Refusal(
      `There is no file or folder ${pattern}`,
      'Check the path; put a pattern with * in quotes.',
    );
  }
  const real = paths.map((path) => realpathSync(path));
  const folder = commonFolder(real.map((path) => dirname(path)));
  return { folder, found: withoutRuns(real, folder) };
}

/** What a pattern finds in the folder of an earlier run is left out with it, and the folder named once. */
function withoutRuns(paths: readonly string[], root: string): Omit<Found, 'name'>[] {
  const known = new Map<string, string | undefined>();
  const runOf = (folder: string): string | undefined => {
    if (folder.length <= root.length) return undefined;
    if (!known.has(folder)) known.set(folder, holdsRun(folder) ? folder : runOf(dirname(folder)));
    return known.get(folder);
  };
  return paths.map((path) => {
    const run = runOf(dirname(path));
    return run === undefined ? { path } : { path: run, obstacle: 'earlier run' };
  });
}

/** The real path of an input; a link that is named by itself is followed, one met in a folder is not. */
function realPath(input: string): string | undefined {
  try {
    return realpathSync(resolve(input));
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new Refusal(
      `The input ${input} cannot be read: ${systemWords(code)}`,
      'Check its permissions, or run as somebody who may read it.',
    );
  }
}

function walk(folder: string): Omit<Found, 'name'>[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [{ path: folder, obstacle: 'folder without permission' }];
  }
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return holdsRun(path) ? [{ path, obstacle: 'earlier run' }] : walk(path);
    if (entry.isFile()) return [{ path }];
    return [{ path, obstacle: entry.isSymbolicLink() ? 'symbolic link' : 'special file' }];
  });
}

function commonFolder(folders: readonly string[]): string {
  const [first = [], ...others] = folders.map((folder) => folder.split(sep));
  const differs = first.findIndex((part, at) => others.some((other) => other[at] !== part));
  const shared = differs < 0 ? first : first.slice(0, differs);
  return shared.join(sep) || sep;
}
