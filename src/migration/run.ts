import { setImmediate as breathe } from 'node:timers/promises';
import type { ReadOptions } from '../readers/index.ts';
import { idMaker } from '../record/index.ts';
import { indexOf, openBeside } from './beside.ts';
import { convertGroup } from './convert-group.ts';
import { discover, type Found } from './discover.ts';
import { type Examined, examine } from './examine.ts';
import { examinePackage } from './examine-package.ts';
import { allGroups } from './groups.ts';
import { type Log, openLog } from './log.ts';
import { manifestText } from './manifest.ts';
import type { Progress, RunOptions } from './options.ts';
import { openOutputs, type RunOutputs } from './outputs.ts';
import { takeIndexed } from './package-index.ts';
import { type Plan, planRun } from './plan.ts';
import { openPrinter, type Printer } from './printing.ts';
import { Refusal } from './refusal.ts';
import { nowhere, openRunFolder, type RunFolder } from './run-folder.ts';
import { withPatternIndex } from './scans/index.ts';
import { type Converted, countPatients, type RunSummary, summarize } from './summary.ts';
import {
  type FoundExports,
  findExports,
  openMapping,
  openRetake,
  type Retake,
  readTables,
  type TableRun,
} from './tables/index.ts';
import { openTallyFiles } from './tally-files.ts';
import { offsetsOf } from './zone.ts';

interface Work {
  readonly options: RunOptions;
  readonly readOptions: ReadOptions;
  readonly progress: Progress;
}

/** One run: the inputs are looked at, grouped by patient, converted a patient at a time, and accounted for. */
export async function migrate(options: RunOptions, progress: Progress): Promise<RunSummary> {
  const mapping = options.mapping === undefined ? undefined : openMapping(options.mapping);
  const retake = options.onlyQuarantine === undefined ? undefined : await openRetake(options.onlyQuarantine);
  const found = await discover(options.inputs);
  const folder = openRunFolder(options.out);
  const offsetAt = options.timezone ? offsetsOf(options.timezone) : undefined;
  const readOptions = { make: idMaker(options.idKey), offsetAt, codeSystems: options.codeSystems };
  const seen = await examineAll(found, { options, readOptions, progress });
  const files = withPatternIndex(seen, options.scans, folder);
  const exports = await findExports(files, mapping, options.scans);
  if (options.bundle === 'document' && exports.exports.length > 0) throw tablesAreNoDocuments;
  const beside = openBeside(indexOf(exports.files), options.attachments === 'url');
  const reading = { ...readOptions, fileBeside: beside.read, scanBeside: beside.scan };
  const log = openLog(folder);
  const work = { options, progress, readOptions: reading };
  const printer = await openPrinter(options);
  const tables = await openTables(exports, { folder, log, retake, work });
  try {
    return await runAll(exports, { ...work, folder, log, tables, printer });
  } finally {
    tables.close();
  }
}

const tablesAreNoDocuments = new Refusal(
  'The input holds tables, and --bundle document holds one document each',
  'Leave --bundle document out, or convert the documents by themselves.',
);

interface Run extends Work {
  readonly folder: RunFolder;
  readonly log: Log;
  readonly tables: TableRun;
  readonly printer: Printer | undefined;
}

interface Opening {
  readonly folder: RunFolder;
  readonly log: Log;
  readonly retake: Retake | undefined;
  readonly work: Work;
}

function openTables(
  { exports, files }: FoundExports,
  { folder, log, retake, work }: Opening,
): Promise<TableRun> {
  const { options, readOptions: reading, progress } = work;
  const documents = files.flatMap(({ state, scan }) => (state === 'document' && scan ? [scan] : []));
  return readTables(exports, {
    folder,
    log,
    reading,
    progress,
    documents,
    retake,
    memory: options.tableMemory,
  });
}

async function runAll({ files }: FoundExports, run: Run): Promise<RunSummary> {
  const { options, readOptions, folder, log, tables } = run;
  const plan = planRun(files, options.per, tables.idOf);
  const outputs = openOutputs(options.dryRun ? nowhere(folder) : folder, options, readOptions.make);
  const converted = await convertAll(plan, { ...run, outputs });
  // Which files belong to documents is known only now.
  log.accountForFiles(plan);
  const settled = await tables.settle();
  tables.close();
  log.close();
  const summary = summarize({ options, plan, folder, log, converted, tables: settled });
  const { ledger, issues, unmapped } = summary;
  const facts = {
    options,
    files: plan.files,
    patientOf: tables.idOf,
    fates: log.fates,
    units: log.documents.units,
    outputs: folder.outputs,
    exports: settled.exports,
    ledger,
    issues,
    unmapped,
  };
  folder.write('manifest.json', manifestText(facts));
  return summary;
}

async function examineAll(
  found: readonly Found[],
  { options, readOptions, progress }: Work,
): Promise<Examined[]> {
  const files: Examined[] = [];
  progress.begin('Looking at files', found.length);
  const look = async (one: Found): Promise<void> => {
    const seen = await examine(one, options.from, readOptions);
    const opened = await examinePackage(seen);
    files.push(opened?.own ?? seen);
    for (const member of opened?.members ?? []) await look(member);
  };
  for (const one of found) {
    await look(one);
    progress.advance();
    if (files.length % 50 === 0) await breathe();
  }
  progress.end();
  return takeIndexed(files, readOptions);
}

async function convertAll(plan: Plan, run: Run & { outputs: RunOutputs }): Promise<Converted> {
  const { options, readOptions, progress, outputs, log, tables, printer } = run;
  const total: Converted = { documents: 0, patients: 0, seen: new Set(), resources: 0 };
  const tally = openTallyFiles(run.folder, options.dryRun ? nowhere(run.folder) : run.folder);
  progress.begin('Converting patients', plan.groups.length + tables.countPatients());
  for (const group of allGroups(plan.groups, tables.patients())) {
    progress.advance();
    if (!tables.isWanted(group.id)) {
      log.passOver(group.documents);
      tables.passOver(group.rows ?? []);
      continue;
    }
    const converted = convertGroup(group, options, { ...readOptions, printer });
    outputs.write(converted);
    log.accountForGroup(converted);
    tables.accountForGroup(converted);
    tally.add(converted);
    total.documents += converted.documents.length;
    total.resources += converted.rendered?.resources.length ?? 0;
    countPatients(total, converted, options.per);
    await breathe();
  }
  tables.settleShared(outputs.addPeople);
  const shared = outputs.close();
  log.enter([], shared.issues);
  tally.addShared(shared);
  tally.close();
  total.resources += shared.resources.length;
  progress.end();
  return total;
}
