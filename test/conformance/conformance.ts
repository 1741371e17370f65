import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import { type Baseline, baselineFile, worsened } from './baseline.ts';
import { byCode, convert, type Finding, type Guide, judge } from './judges.ts';
import { reasonFor } from './let-stand.ts';
import { type Measure, measure } from './measure.ts';
import { root, shared } from './places.ts';
import { judgePrinted } from './printed.ts';

// What is written is held against two judges: an own validator over everything, HL7's Java validator over a sample
// (over everything with --all). `--update` keeps the figures as the baseline from which nothing may worsen.

const all = process.argv.includes('--all');
const guides: readonly Guide[] = ['us-core', 'ips'];

/** Every so many bundles, the same ones each time. */
const sampleOf = (files: readonly string[], size: number): string[] =>
  all ? [...files] : files.filter((_, index) => index % Math.ceil(files.length / size) === 0);

interface Job {
  readonly title: string;
  readonly input: string;
  readonly guide: Guide;
  readonly scratch: string;
}

function judgeFolder({ title, input, guide, scratch }: Job): { faults: number; figures: Baseline[string] } {
  const name = `${title}, ${guide}`;
  console.log(name);
  const run = join(scratch, name);
  convert(input, run, ['--profile', guide, '--to', 'bundle', '--to', 'record']);
  const files = globSync(join(run, 'bundles', '**', '*.json')).toSorted();
  const found = judge('validate', [join(run, 'bundles')]);
  const sample = sampleOf(files, 6);
  const own = judge(
    'reference',
    [...sample, ...xmlOf(sample, { input, guide, run })],
    ['--profile', guide, '--lenient'],
  );
  const faults = [...errorsIn('validate', found), ...errorsIn('reference', own)];
  report(faults);
  const measured = measure(run);
  table(measured);
  console.log(`  warnings: ${JSON.stringify(byCode(warningsIn(found)))}`);
  return { faults: faults.length, figures: { ...measured, warnings: warningsIn(found).length } };
}

/** Two of the sample in XML, which only HL7's tool reads. */
function xmlOf(
  sample: readonly string[],
  { input, guide, run }: { input: string; guide: Guide; run: string },
): string[] {
  const folder = `${run}-xml`;
  convert(input, folder, ['--profile', guide, '--fhir-format', 'xml']);
  const names = sample.map((file) => join(folder, 'bundles', basename(file, '.json').concat('.xml')));
  return names.filter((file) => existsSync(file)).slice(0, 2);
}

/** The errors, but for what may stand, which is counted by its reason. */
function errorsIn(tool: string, found: readonly Finding[]): Finding[] {
  const errors = found.filter(({ severity }) => severity === 'error');
  const stand = Map.groupBy(errors.filter(reasonFor), reasonFor);
  for (const [reason, { length }] of stand) console.log(`    ${tool}, ${length} of them: ${reason}`);
  return errors.filter((finding) => !reasonFor(finding));
}

/** What the bundle does not hold is in the bundle of the people, which is loaded first. */
const warningsIn = (found: readonly Finding[]): Finding[] =>
  found.filter(({ severity, code }) => severity === 'warning' && code !== 'outside-bundle');

function report(findings: readonly Finding[]): void {
  for (const [code, count] of Object.entries(byCode(findings))) console.log(`    ${count} × ${code}`);
  for (const { code, message, path, file } of findings.slice(0, 10))
    console.log(`    ${code}: ${message} (${basename(file)} ${path})`);
}

function table({ types, codingsDropped, systemsDropped }: Measure): void {
  console.log('    type                     resources  claims a profile  values said to be absent');
  for (const [type, { resources, claimed, absent }] of Object.entries(types)) {
    const share = `${Math.round((claimed / resources) * 100)} %`;
    console.log(
      `    ${type.padEnd(24)} ${String(resources).padStart(9)}  ${share.padStart(16)}  ${String(absent).padStart(24)}`,
    );
  }
  console.log(`  not written: ${codingsDropped} codes, ${systemsDropped} code systems`);
}

function inputs(scratch: string): readonly (readonly [title: string, input: string])[] {
  const corpus = join(shared, 'corpus');
  if (!existsSync(corpus)) console.log('corpus SKIPPED: it is not at hand beside the project');
  const fixtures = join(scratch, 'fixtures');
  for (const kind of ['ccda', 'ccr'])
    cpSync(join(root, 'fixtures', kind), join(fixtures, kind), { recursive: true });
  return [['fixtures', fixtures], ...(existsSync(corpus) ? [['corpus', corpus] as const] : [])];
}

function main(): number {
  if (!existsSync(join(shared, 'oracle'))) {
    console.log('conformance SKIPPED: the validators are not at hand beside the project');
    return 0;
  }
  const scratch = mkdtempSync(join(tmpdir(), 'chartlift-conformance-'));
  try {
    return judgeAll(scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function judgeAll(scratch: string): number {
  const figures: Baseline = {};
  let faults = 0;
  for (const [title, input] of inputs(scratch)) {
    for (const guide of guides) {
      const judged = judgeFolder({ title, input, guide, scratch });
      figures[`${title}, ${guide}`] = judged.figures;
      faults += judged.faults;
    }
  }
  if (process.argv.includes('--update')) writeFileSync(baselineFile, `${JSON.stringify(figures, null, 1)}\n`);
  const worse = worsened(JSON.parse(readFileSync(baselineFile, 'utf8')), figures);
  for (const line of worse) console.log(`worse than the baseline: ${line}`);
  console.log('printed charts');
  const [, charts = ''] = inputs(scratch).at(-1) ?? [];
  const program = join(root, 'bin', 'run.js');
  faults += judgePrinted(charts, scratch, { program, judge: join(shared, 'oracle', 'verapdf') });
  console.log(faults === 0 ? 'the judges agree' : `${faults} errors`);
  return faults === 0 && worse.length === 0 ? 0 : 1;
}

process.exitCode = main();
