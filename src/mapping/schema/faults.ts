import type { z } from 'zod';
import type { MappingFault } from '../fault.ts';
import { nearestWord } from '../nearest-word.ts';
import type { Tree } from '../tree.ts';
import { keysAt } from './keys.ts';

type Issue = z.core.$ZodIssue;

/** What is wrong in a file by its schema, each at its place and with the nearest valid word. */
export function schemaFaults(
  schema: z.ZodType,
  { root, spots }: Tree,
  issues: readonly Issue[],
): MappingFault[] {
  return issues
    .flatMap((issue) => plainIssues(issue))
    .flatMap((issue) => {
      const found = valueAt(root, issue.path);
      const spot = spots.at(root, issue.path);
      if (issue.code === 'unrecognized_keys')
        return issue.keys.map((key): MappingFault => {
          const nearest = nearestWord(key, keysAt(schema, root, issue.path));
          return {
            code: 'unknown-key',
            ...spots.of(found, key),
            message: `"${key}" is no word that stands here`,
            ...(nearest !== undefined && { nearest }),
          };
        });
      return [{ ...spot, ...wordsOf(issue, found, issue.path.at(-1)) }];
    });
}

type Said = Pick<MappingFault, 'code' | 'message' | 'nearest'>;

const lacking = (found: null | undefined, key: PropertyKey | undefined): string =>
  key === undefined ? 'the file is empty' : `${nameOf(key)} is ${found === null ? 'empty' : 'missing'}`;

function wordsOf(issue: Issue, found: unknown, key: PropertyKey | undefined): Said {
  const name = nameOf(key);
  if (found === undefined || found === null) return { code: 'missing', message: lacking(found, key) };
  const shown = typeof found === 'object' ? kindOf(found) : `"${String(found)}"`;
  const values = choicesOf(issue);
  if (values) {
    const nearest = nearestWord(String(found), values);
    const message = `${name} is ${shown}; it may be ${listed(values)}`;
    return { code: 'unknown-word', message, ...(nearest !== undefined && { nearest }) };
  }
  const wanted = issue.code === 'invalid_type' ? names[issue.expected] : undefined;
  const where = wanted === undefined ? 'where it does not belong' : `where ${wanted} belongs`;
  return { code: 'wrong-type', message: `${name} is ${shown} ${where}` };
}

const nameOf = (key: PropertyKey | undefined): string =>
  key === undefined ? 'the file' : typeof key === 'number' ? `item ${key + 1}` : String(key);

/** The words that an issue says may stand there: those of a list, or those by which a union tells its branches. */
function choicesOf(issue: Issue): string[] | undefined {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  if (issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options))
    return issue.options.map(String);
  return undefined;
}

const most = 12;
const listed = (values: readonly string[]): string =>
  values.length <= most ? values.join(', ') : `${values.slice(0, most).join(', ')} …`;

const kindOf = (value: object): string => (Array.isArray(value) ? 'a list' : 'a map');
const names: Readonly<Record<string, string>> = {
  object: 'a map',
  record: 'a map',
  array: 'a list',
  string: 'a text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
};
/** Of a choice that fails the branch that was meant: the one that takes a value of this kind, with the fewest faults. */
function plainIssues(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const branches = issue.errors.map((branch) =>
    branch.flatMap(plainIssues).map((one) => ({ ...one, path: [...issue.path, ...one.path] }) as Issue),
  );
  const depth = issue.path.length;
  const isOther = (branch: readonly Issue[]) =>
    branch.some(
      ({ code, path }) => path.length === depth && (code === 'invalid_type' || code === 'invalid_format'),
    );
  const meant = branches.filter((branch) => !isOther(branch));
  const [best] = (meant.length > 0 ? meant : branches).toSorted((a, b) => a.length - b.length);
  return best ?? [issue];
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key];
  return value;
}
