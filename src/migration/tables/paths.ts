import type { TableRule } from '../../mapping/index.ts';
import type { Examined } from '../examine.ts';
import { matches } from './glob.ts';

/** A name with `/` alone, as if packages were folders and nothing were packed. */
export const plainPath = ({ name }: Pick<Examined, 'name'>): string =>
  name.replaceAll('!/', '/').replace(/\.gz$/i, '');

/** The folder of a path with its `/`; '' is the input itself. */
export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** The name of a file without its folder, in small letters. */
export const baseName = (file: Pick<Examined, 'name'>): string => {
  const path = plainPath(file);
  return path.slice(folderOf(path).length).toLowerCase();
};

/** All folders above a path, the input itself first. */
export const foldersAbove = (path: string): string[] => [
  '',
  ...[...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index + 1)),
];

/** Whether a path, seen from the root of its export, is that of a file of a table. */
export const isNamed = ({ files }: TableRule, path: string): boolean =>
  files.some((glob) => matches(glob, path));
