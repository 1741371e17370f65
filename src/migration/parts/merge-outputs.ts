import type { PeopleSlot } from '../../record/index.ts';
import { crosswalkHeader, crosswalkTables } from '../crosswalk.ts';
import type { Directory } from '../directory.ts';
import { type NdjsonFolder, openNdjson } from '../ndjson.ts';
import type { RunOptions } from '../options.ts';
import { openOutputs } from '../outputs.ts';
import type { Rendered } from '../render.ts';
import type { Appender, RunFolder } from '../run-folder.ts';
import type { PartReader } from './part-reader.ts';
import type { Chunk } from './part-writer.ts';

type Part = Pick<PartReader<unknown>, 'index' | 'chunksOf' | 'bytes' | 'lines'>;

/** The people whom the parts know, together. */
export function absorbPeople(parts: readonly Part[], people: Directory): void {
  for (const part of parts) {
    for (const line of part.lines('people')) people.absorb(JSON.parse(line) as PeopleSlot);
  }
}

/** Writes `ndjson/` and `crosswalk/` of the parts, in their order, and after them what is not of one patient. */
export function mergeOutputs(
  folder: RunFolder,
  options: RunOptions,
  { parts, people, shared }: { parts: readonly Part[]; people: Directory; shared: Rendered },
): void {
  const ndjson = options.to.includes('ndjson') ? openNdjson(folder, options.maxFileResources) : undefined;
  const crosswalk = options.crosswalk ? openTables(folder) : undefined;
  for (const part of parts) {
    if (ndjson) addResources(ndjson, part);
    if (crosswalk) addRows(crosswalk, part);
  }
  const outputs = openOutputs(
    {
      folder,
      people,
      ndjson: (type, line) => ndjson?.add(type, line),
      crosswalk: (table, line) => crosswalk?.get(table)?.write(line),
    },
    options,
  );
  outputs.writeShared(shared);
  copyPatients(folder.append('patients.ndjson'), parts);
  ndjson?.close(options.asOf);
  for (const table of crosswalk?.values() ?? []) table.close();
}

function openTables(folder: RunFolder): Map<string, Appender> {
  const tables = crosswalkTables.map((table) => {
    const file = folder.append(`crosswalk/${table}.csv`);
    file.write(crosswalkHeader(table), 0);
    return [table, file] as const;
  });
  return new Map(tables);
}

function copyPatients(file: Appender, parts: readonly Part[]): void {
  for (const part of parts) copyStream(file, part, 'patients');
  file.close();
}

function copyStream(file: Appender, part: Part, stream: string): void {
  const chunks = part.chunksOf(stream);
  for (const bytes of part.bytes(chunks)) file.write(bytes, 0);
  file.write(
    '',
    chunks.reduce((sum, [, , count]) => sum + count, 0),
  );
}

const ndjsonStream = 'ndjson ';

function addResources(ndjson: NdjsonFolder, part: Part): void {
  const own = part.index.streams.filter(([name]) => name.startsWith(ndjsonStream));
  for (const [name, chunks] of own) {
    const type = name.slice(ndjsonStream.length);
    if (ndjson.isWhole) addChunks(ndjson, type, { part, chunks });
    else for (const line of part.lines(name)) ndjson.add(type, `${line}\n`);
  }
}

interface Chunks {
  readonly part: Part;
  readonly chunks: readonly Chunk[];
}

/** The lines are counted with the first bytes. */
function addChunks(ndjson: NdjsonFolder, type: string, { part, chunks }: Chunks): void {
  let lines = chunks.reduce((sum, [, , count]) => sum + count, 0);
  for (const bytes of part.bytes(chunks)) {
    ndjson.addLines(type, bytes, lines);
    lines = 0;
  }
}

function addRows(tables: ReadonlyMap<string, Appender>, part: Part): void {
  for (const [table, file] of tables) copyStream(file, part, `crosswalk ${table}`);
}
