import type { Expression, Mapping, RecordRule } from '../../mapping/index.ts';
import type { Wanted } from '../../readers/csv/index.ts';
import { visit } from './visit.ts';

/** Columns by which the rows of a table are named. */
export interface Name {
  readonly table: string;
  readonly columns: readonly string[];
}

type Reference = Extract<Expression, { do: 'reference' }>;

/** By what the rules name the rows of visits: of other records, as of results, there may be too many to know each. */
export function visitNames(mapping: Mapping): Name[] {
  const found: Name[] = [];
  visit(
    mapping.rules.map(({ fields }) => fields),
    (node) => {
      const { do: what, to, link } = node as Partial<Reference>;
      if (what === 'reference' && to?.join() === 'encounter') found.push(...namesFor({ to, link }, mapping));
    },
  );
  return found;
}

/** By what a reference names a row: the key of the table to which its column links, or the id of a record. */
export function namesFor({ to, link }: Omit<Wanted, 'key'>, { rules, tables }: Mapping): Name[] {
  const table = link === undefined ? undefined : tables.get(link);
  const ids = rules.filter((rule) => to.includes(rule.to)).flatMap(nameIn);
  return table ? [{ table: table.name, columns: table.key }, ...ids] : ids;
}

/** The id of a rule, where columns of its own table make it. */
function nameIn({ from, id }: RecordRule): Name[] {
  const columns = id.flatMap((template) => {
    const [only] = template;
    return template.length === 1 && typeof only === 'object' && only.path.length === 1 ? only.path : [];
  });
  return columns.length === id.length && columns.length > 0 ? [{ table: from, columns }] : [];
}
