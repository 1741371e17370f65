import type { Issue, Place } from '../../../issue/index.ts';
import type { Layout } from './row.ts';

/** The columns of a file by the cells of its header: names trimmed, nameless ones named by their place, doubled ones numbered. */
export function layoutOf(
  { file, table }: { readonly file: string; readonly table: string },
  cells: readonly string[],
  line: number,
): { readonly layout: Layout; readonly issues: readonly Issue[] } {
  const names = cells.map((cell) => cell.trim());
  const index = new Map<string, number>();
  const taken = (name: string) => index.has(name) || names.includes(name);
  for (const [place, name] of names.entries()) {
    if (name !== '' && !index.has(name)) index.set(name, place);
    else index.set(freeName(name || `column_${place + 1}`, taken, name === ''), place);
  }
  const header = [...index.keys()];
  return { layout: { file, table, header, index }, issues: issuesOf({ file, line }, names) };
}

/** `NAME_2`, `NAME_3` …; never a name that another column of the file has. */
function freeName(name: string, taken: (name: string) => boolean, made: boolean): string {
  if (made && !taken(name)) return name;
  let number = 2;
  while (taken(`${name}_${number}`)) number++;
  return `${name}_${number}`;
}

function issuesOf(place: Place, names: readonly string[]): Issue[] {
  const nameless = names.filter((name) => name === '').length;
  const doubled = names.length - nameless - new Set(names.filter((name) => name !== '')).size;
  return [
    ...(doubled > 0 ? [{ code: 'table-column-repeated', place, details: { count: doubled } } as const] : []),
    ...(nameless > 0
      ? [{ code: 'table-column-nameless', place, details: { count: nameless } } as const]
      : []),
  ];
}
