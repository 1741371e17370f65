import { byCodeUnits } from './order.ts';
import type { RunFolder } from './run-folder.ts';
import { openSpill } from './spill.ts';

/** Lines about input files, taken in any order of the files and laid down by file name. */
export interface Spool {
  /** All lines about one file, already in their order. */
  add(file: string, lines: readonly string[]): void;
  close(): void;
}

/** So many characters stay in memory. */
const bound = 4_000_000;

/** Keeps the lines on disk, so that a run of any size needs little memory. */
export function openSpool(folder: RunFolder, name: string): Spool {
  const spill = openSpill(folder.path, `${name}.spool`, bound);
  return {
    add(file, lines) {
      for (const line of lines) spill.add(file, line);
    },
    close() {
      const output = folder.append(name);
      for (const file of spill.names().sort(byCodeUnits)) {
        for (const lines of inParts(spill.lines(file))) output.write(`${lines.join('\n')}\n`, lines.length);
      }
      output.close();
      spill.close();
    },
  };
}

const partSize = 200;

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
