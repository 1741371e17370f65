import { leavesOf } from '../../explain/index.ts';
import { type Pair, placeOf, targetLines } from './pairs.ts';

/** A row of a table, and its text where the table is at hand. */
export interface SourceRow {
  readonly file: string;
  readonly line: number;
  readonly cells?: readonly (readonly [column: string, text: string])[] | undefined;
}

interface Written {
  readonly resourceType: string;
  readonly id?: string;
}

/** The resources of a chart that rows gave, each with its rows. */
export function rowPairs(
  resources: readonly Written[],
  rowsOf: (address: string) => readonly SourceRow[],
): Pair[] {
  return resources.flatMap((resource): Pair[] => {
    const { resourceType: type, id = '' } = resource;
    const address = `${type}/${id}`;
    const rows = rowsOf(address);
    if (placeOf(type) < 0 || rows.length === 0) return [];
    return [{ type, address, source: rows.flatMap(rowLines), target: targetLines(type, leavesOf(resource)) }];
  });
}

function rowLines({ file, line, cells }: SourceRow): string[] {
  const said = (cells ?? []).filter(([, text]) => text !== '').map(([column, text]) => `${column}: ${text}`);
  return [
    `[${file}:${line}]`,
    ...(cells ? said : ['the table is not at hand: name its folder with --input']),
  ];
}
