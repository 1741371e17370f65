import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Baseline, baselineFile, ratesOf, worsened } from './baseline.ts';
import { convert, type Finding, type Guide, judge } from './judges.ts';
import { reasonsAmong } from './let-stand.ts';
import { measure } from './measure.ts';
import { root, shared } from './places.ts';
import { judgePrinted } from './printed.ts';
import { errorLines, measureLines, warningLines } from './report.ts';

// What is written is held against two judges: an own validator over everything, HL7's Java validator over a sample
// (over everything, XML too, with --all). `--update` keeps the figures as the baseline from which nothing may worsen.

const all = process.argv.includes('--all');
const guides: readonly Guide[] = ['us-core', 'ips'];

/** Every so many files, the same ones each time. */
const sampleOf = (files: readonly string[], size: number): string[] =>
  all ? [...files] : files.filter((_, index) => index % Math.ceil(files.length / size) === 0);

/** An input as it was converted by one guide. */
interface Run {
  readonly title: string;
  readonly folder: string;
  /** The same in XML, which only HL7's tool reads. */
  readonly xml?: string;
}

/** What is said of a guide or of the printed charts. */
interface Verdict {
  readonly faults: number;
  readonly lines: readonly string[];
  readonly rates?: Baseline;
}

/** Converts all inputs by a guide, and asks both judges at once. */
async function judgeGuide(guide: Guide, inputs: Inputs, scratch: string): Promise<Verdict> {
  const runs: Run[] = [];
  for (const [title, input] of inputs) runs.push(await converted(guide, { title, input, scratch }));
  const java = referenceVerdict(guide, runs);
  const verdicts: Verdict[] = [];
  for (const run of runs) verdicts.push(await ownVerdict(`${run.title}, ${guide}`, run));
  return united([...verdicts, await java]);
}

interface Source {
  readonly title: string;
  readonly input: string;
  readonly scratch: string;
}

async function converted(guide: Guide, { title, input, scratch }: Source): Promise<Run> {
  const folder = join(scratch, `${title}, ${guide}`);
  await convert(input, folder, ['--profile', guide, '--to', 'bundle', '--to', 'record']);
  if (!all && title !== 'fixtures') return { title, folder };
  const xml = `${folder}, xml`;
  await convert(input, xml, ['--profile', guide, '--fhir-format', 'xml']);
  return { title, folder, xml };
}

async function ownVerdict(name: string, { folder }: Run): Promise<Verdict> {
  const { findings, line } = await judge('validate', [join(folder, 'bundles')]);
  const measured = measure(folder);
  const warnings = warningsIn(findings);
  const { faults, lines } = verdictOn(findings);
  return {
    faults,
    lines: [name, line, ...lines, ...measureLines(measured), ...warningLines(warnings)],
    rates: { [name]: ratesOf(measured, warnings.length) },
  };
}

/** One start of the Java validator for all inputs; what is much is judged in parts, as it keeps all in memory. */
async function referenceVerdict(guide: Guide, runs: readonly Run[]): Promise<Verdict> {
  const json = runs.flatMap(({ folder }) => sampleOf(filesIn(folder, 'json'), 6));
  const xml = runs.flatMap(({ xml: folder }) => (folder ? sampleOf(filesIn(folder, 'xml'), 2) : []));
  const verdicts: Verdict[] = [];
  for (const files of partsOf([...json, ...xml], 40)) {
    const { findings, line } = await judge('reference', files, ['--profile', guide, '--lenient', '--noise']);
    const { faults, lines } = verdictOn(findings);
    verdicts.push({ faults, lines: [`${guide}, ${files.length} files`, line, ...lines] });
  }
  return united(verdicts);
}

const filesIn = (folder: string, format: string): string[] =>
  globSync(join(folder, 'bundles', '**', `*.${format}`)).toSorted();

const partsOf = <T>(items: readonly T[], size: number): T[][] =>
  items.length === 0 ? [] : [items.slice(0, size), ...partsOf(items.slice(size), size)];

/** The errors, but for what may stand, which is counted by its reason. */
function verdictOn(findings: readonly Finding[]): Verdict {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const reasonFor = reasonsAmong(findings);
  const stand = Map.groupBy(errors, reasonFor);
  const faults = stand.get(undefined) ?? [];
  const stood = [...stand].filter(([reason]) => reason !== undefined);
  return {
    faults: faults.length,
    lines: [
      ...stood.map(([reason, { length }]) => `    ${length} of them: ${reason}`),
      ...errorLines(faults),
    ],
  };
}

/** What the bundle does not hold is in the bundle of the people, which is loaded first. */
const warningsIn = (found: readonly Finding[]): Finding[] =>
  found.filter(({ severity, code }) => severity === 'warning' && code !== 'outside-bundle');

const united = (verdicts: readonly Verdict[]): Verdict => ({
  faults: verdicts.reduce((sum, { faults }) => sum + faults, 0),
  lines: verdicts.flatMap(({ lines }) => lines),
  rates: Object.assign({}, ...verdicts.map(({ rates }) => rates ?? {})),
});

type Inputs = readonly (readonly [title: string, input: string])[];

function inputsFor(scratch: string): Inputs {
  const corpus = join(shared, 'corpus');
  if (!existsSync(corpus)) console.log('corpus SKIPPED: it is not at hand beside the project');
  const fixtures = join(scratch, 'fixtures');
  for (const kind of ['ccda', 'ccr'])
    cpSync(join(root, 'fixtures', kind), join(fixtures, kind), { recursive: true });
  return [['fixtures', fixtures], ...(existsSync(corpus) ? [['corpus', corpus] as const] : [])];
}

async function main(): Promise<number> {
  if (!existsSync(join(shared, 'oracle'))) {
    console.log('conformance SKIPPED: the validators are not at hand beside the project');
    return 0;
  }
  const scratch = mkdtempSync(join(tmpdir(), 'chartlift-conformance-'));
  try {
    return await judgeAll(scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Guides and printed charts side by side; what is said of each is printed together. */
async function judgeAll(scratch: string): Promise<number> {
  const inputs = inputsFor(scratch);
  const {
    faults,
    lines,
    rates = {},
  } = united(
    await Promise.all([
      ...guides.map((guide) => judgeGuide(guide, inputs, scratch)),
      judgePrinted(inputs, scratch, all),
    ]),
  );
  for (const line of lines) console.log(line);
  if (process.argv.includes('--update')) writeFileSync(baselineFile, `${JSON.stringify(rates, null, 1)}\n`);
  const worse = worsened(JSON.parse(readFileSync(baselineFile, 'utf8')), rates);
  for (const line of worse) console.log(`worse than the baseline: ${line}`);
  console.log(faults === 0 ? 'the judges agree' : `${faults} errors`);
  return faults === 0 && worse.length === 0 ? 0 : 1;
}

process.exitCode = await main();
