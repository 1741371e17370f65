import type { ReadOptions } from '../../readers/index.ts';
import type { FilesBeside } from '../beside.ts';
import { ChangedFile } from '../changed-file.ts';
import { type ConvertedGroup, convertGroup } from '../convert-group.ts';
import { openDirectory } from '../directory.ts';
import { openLog } from '../log.ts';
import type { RunOptions } from '../options.ts';
import { openOutputs } from '../outputs.ts';
import type { Group } from '../plan.ts';
import type { Printer } from '../printing.ts';
import { nowhere } from '../run-folder.ts';
import { withScansBehind } from '../scans/index.ts';
import { countPatients, nothingConverted } from '../summary.ts';
import type { EffectsBook, SetAside, TableRun } from '../tables/index.ts';
import { openShardTally } from '../tally-files.ts';
import { openBatchFolder } from './batch-folder.ts';
import { openPartWriter, type PartWriter } from './part-writer.ts';
import type { NamedFile, ShardFacts } from './shard-facts.ts';

/** What a shard is converted with. */
export interface ShardWork {
  readonly root: string;
  readonly options: RunOptions;
  readonly reading: ReadOptions;
  readonly beside: FilesBeside;
  readonly printer: Printer | undefined;
  readonly tables?: Pick<TableRun, 'openEffects' | 'isPassing'> | undefined;
  /** After each patient. */
  done(documents: number): unknown;
}

/** A shard with all that it takes to convert it. */
export interface ShardTask {
  readonly name: string;
  /** Tells its input from any other. */
  readonly fingerprint: string;
  readonly groups: Iterable<Group>;
}

export const partFile = (shard: string): string => `parts/${shard}.part`;

/**
 * Converts the groups of a shard, one at a time. Its files get their names when all of them are on disk, and its part
 * comes last: where there is a part the shard is done.
 */
export async function convertShard(task: ShardTask, work: ShardWork): Promise<ShardFacts> {
  const { root, options } = work;
  const part = openPartWriter<ShardFacts>(root, partFile(task.name));
  try {
    const batch = openBatchFolder(root, task.name);
    const facts = await convertGroups(task.groups, {
      ...work,
      part,
      folder: options.dryRun ? nowhere(batch) : batch,
    });
    await batch.commit();
    part.finish(task.fingerprint, facts);
    return facts;
  } catch (error) {
    part.abandon();
    throw error;
  }
}

interface Bench extends ShardWork {
  readonly part: PartWriter<ShardFacts>;
  readonly folder: ReturnType<typeof nowhere>;
}

async function convertGroups(groups: Iterable<Group>, bench: Bench): Promise<ShardFacts> {
  const { options, folder, printer, part, beside } = bench;
  const { log, people, outputs, effects, tally } = openBooks(bench);
  const named: NamedFile[] = [];
  const reading = {
    ...bench.reading,
    printer,
    ...besideNoting(bench.beside, named),
  };
  const converted = nothingConverted();
  let isPassing = bench.tables?.isPassing === true;
  /** Converts a group and writes it; where a file changes on the way, once more without it. */
  const convert = async (group: Group): Promise<ConvertedGroup> => {
    try {
      const made = await withScansBehind(convertGroup(group, options, reading));
      outputs.write(made);
      return made;
    } catch (error) {
      if (!(error instanceof ChangedFile) || beside.changed.has(error.file)) throw error;
      beside.changed.add(error.file);
      return convert(group);
    }
  };
  for (const group of groups) {
    if (group.leftOut === undefined) {
      const made = await convert(group);
      isPassing ||= made.isPassing;
      log.accountForGroup(made);
      effects?.account(made);
      tally.add(made);
      converted.documents += made.documents.length;
      converted.resources += made.rendered?.resources.length ?? 0;
      countPatients(converted, made, options.per);
    } else {
      log.passOver(group.documents, group.leftOut);
      effects?.passOver(group.rows ?? [], group.leftOut);
    }
    await bench.done(group.documents.length);
  }
  for (const slot of people.slots()) part.add('people', `${JSON.stringify(slot)}\n`);
  const { units } = log.documents;
  return {
    converted,
    log: { ...log.sums(), changed: [...beside.changed] },
    fates: [...log.fates].map(([file, state]) => ({ file, state, units: units.get(file) })),
    outputs: folder.outputs,
    named,
    isPassing: isPassing || beside.changed.size > 0,
    tally: tally.tally(),
    tables: effects?.effects(),
  };
}

/** The accounts and outputs of a shard, all of which go into its part. */
function openBooks({ options, folder, part, tables }: Bench) {
  const sink = (stream: string) => ({
    add: (file: string, lines: readonly string[]) => {
      if (lines.length > 0) part.add(`${stream} ${file}`, `${lines.join('\n')}\n`, lines.length);
    },
  });
  const log = openLog({ ledger: sink('ledger'), issues: sink('issues') });
  const people = openDirectory();
  const outputs = openOutputs(
    {
      folder,
      people,
      ndjson: (type, line) => part.add(`ndjson ${type}`, line),
      crosswalk: (table, line) => part.add(`crosswalk ${table}`, line),
    },
    options,
  );
  const keepRow = (row: SetAside) => part.add('quarantine', `${JSON.stringify(row)}\n`);
  const effects: EffectsBook | undefined = tables?.openEffects({ log, keepRow });
  const tally = openShardTally((line) => part.add('patients', line));
  return { log, people, outputs, effects, tally };
}

/** Finds the files that documents and rows name, and notes what was found. */
function besideNoting(
  beside: FilesBeside,
  named: NamedFile[],
): Pick<ReadOptions, 'fileBeside' | 'scanBeside'> {
  const noting =
    <T extends { readonly sha256: string }>(find: (document: string, name: string) => T | undefined) =>
    (document: string, name: string): T | undefined => {
      const found = find(document, name);
      named.push({ document, name, sha256: found?.sha256 });
      return found;
    };
  return { fileBeside: noting(beside.read), scanBeside: noting(beside.scan) };
}
