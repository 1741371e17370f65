import { setImmediate as breathe } from 'node:timers/promises';
import type { ReadOptions } from '../readers/index.ts';
import { idMaker } from '../record/index.ts';
import { besideAmong } from './beside.ts';
import { convertGroup } from './convert-group.ts';
import { discover, type Found } from './discover.ts';
import { type Examined, examine } from './examine.ts';
import { examinePackage } from './examine-package.ts';
import { type Log, openLog } from './log.ts';
import { manifestText } from './manifest.ts';
import type { Progress, RunOptions } from './options.ts';
import { openOutputs, type RunOutputs } from './outputs.ts';
import { type Plan, planRun } from './plan.ts';
import { openRunFolder } from './run-folder.ts';
import { type Converted, type RunSummary, summarize } from './summary.ts';
import { offsetsOf } from './zone.ts';

interface Work {
  readonly options: RunOptions;
  readonly readOptions: ReadOptions;
  readonly progress: Progress;
}

/** One run: the inputs are looked at, grouped by patient, converted a patient at a time, and accounted for. */
export async function migrate(options: RunOptions, progress: Progress): Promise<RunSummary> {
  const found = await discover(options.inputs);
  const folder = openRunFolder(options.out);
  const offsetAt = options.timezone ? offsetsOf(options.timezone) : undefined;
  const readOptions = { make: idMaker(options.idKey), offsetAt, codeSystems: options.codeSystems };
  const work = { options, readOptions, progress };
  const plan = await examineAll(found, work);
  const log = openLog(folder);
  const outputs = openOutputs(folder, options, readOptions.make);
  const fileBeside = besideAmong(plan.files);
  const converted = await convertAll(plan, {
    ...work,
    readOptions: { ...readOptions, fileBeside },
    outputs,
    log,
  });
  // Which files belong to documents is known only now.
  log.accountForFiles(plan);
  log.close();
  const summary = summarize({ options, plan, folder, log, converted });
  const { ledger, issues, unmapped } = summary;
  const facts = {
    options,
    files: plan.files,
    fates: log.fates,
    units: log.documents.units,
    outputs: folder.outputs,
    ledger,
    issues,
    unmapped,
  };
  folder.write('manifest.json', manifestText(facts));
  return summary;
}

async function examineAll(found: readonly Found[], { options, readOptions, progress }: Work): Promise<Plan> {
  const files: Examined[] = [];
  progress.begin('Looking at files', found.length);
  for (const one of found) {
    const opened = await examinePackage(one);
    if (opened) files.push(opened.own);
    for (const file of opened?.members ?? [one]) files.push(await examine(file, options.from, readOptions));
    progress.advance();
    if (files.length % 50 === 0) await breathe();
  }
  progress.end();
  return planRun(files, options.per);
}

async function convertAll(plan: Plan, work: Work & { outputs: RunOutputs; log: Log }): Promise<Converted> {
  const { options, readOptions, progress, outputs, log } = work;
  const total: Converted = { documents: 0, patients: new Set(), resources: 0 };
  progress.begin('Converting patients', plan.groups.length);
  for (const group of plan.groups) {
    const converted = convertGroup(group, options, readOptions);
    outputs.write(converted);
    log.accountForGroup(converted);
    total.documents += converted.documents.length;
    total.resources += converted.rendered?.resources.length ?? 0;
    for (const { file } of converted.documents) total.patients.add(file.scan?.patient ?? '');
    progress.advance();
    await breathe();
  }
  const shared = outputs.close();
  log.enter([], shared.issues);
  total.resources += shared.resources.length;
  progress.end();
  return total;
}
