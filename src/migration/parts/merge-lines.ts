import { byCodeUnits } from '../order.ts';
import type { RunFolder } from '../run-folder.ts';
import type { Spill } from '../spill.ts';
import type { PartReader } from './part-reader.ts';
import type { Chunk } from './part-writer.ts';

/** Where the lines about one input file lie: in which part, and there where. */
type Piece = readonly [part: number, chunks: readonly Chunk[]];

/** Lines that the run itself has, before those of its parts and after them. */
export interface OwnLines {
  readonly before: Spill;
  readonly after: Spill;
}

const partSize = 200;

/**
 * Lays the lines of an account down by the names of the input files, and about each file in the order in which the run
 * came to it: what was said before the parts, by the parts in the order of the plan, and after them.
 */
export function mergeLines(
  folder: RunFolder,
  stream: 'ledger' | 'issues',
  { parts, own }: { parts: readonly Pick<PartReader<unknown>, 'index' | 'bytes'>[]; own: OwnLines },
): void {
  const pieces = piecesOf(parts, `${stream} `);
  const names = new Set([...pieces.keys(), ...own.before.names(), ...own.after.names()]);
  const output = folder.append(`${stream}.ndjson`);
  const writeOwn = (lines: Iterable<string>) => {
    for (const some of inParts(lines)) output.write(`${some.join('\n')}\n`, some.length);
  };
  for (const name of [...names].sort(byCodeUnits)) {
    writeOwn(own.before.lines(name));
    for (const [number, chunks] of pieces.get(name) ?? []) {
      for (const bytes of parts[number]?.bytes(chunks) ?? []) output.write(bytes, 0);
      output.write(
        '',
        chunks.reduce((sum, [, , count]) => sum + count, 0),
      );
    }
    writeOwn(own.after.lines(name));
  }
  output.close();
}

function piecesOf(
  parts: readonly Pick<PartReader<unknown>, 'index'>[],
  prefix: string,
): Map<string, Piece[]> {
  const pieces = new Map<string, Piece[]>();
  for (const [number, { index }] of parts.entries()) {
    for (const [name, chunks] of index.streams) {
      if (!name.startsWith(prefix)) continue;
      const file = name.slice(prefix.length);
      const known = pieces.get(file);
      if (known) known.push([number, chunks]);
      else pieces.set(file, [[number, chunks]]);
    }
  }
  return pieces;
}

function* inParts(lines: Iterable<string>): Generator<string[]> {
  let part: string[] = [];
  for (const line of lines) {
    part.push(line);
    if (part.length < partSize) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}
