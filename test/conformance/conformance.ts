import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { judgePrinted } from './printed.ts';

// The judges: an own validator over everything, HL7's Java validator over a sample. They lie beside the project.

const root = join(import.meta.dirname, '..', '..');
const shared = join(root, '..', 'shared');
const oracle = join(shared, 'oracle');
const corpus = join(shared, 'corpus');

/** What HL7's tool finds and we let stand, each with its reason. */
const letStand: readonly { code: RegExp; message: RegExp; reason: string }[] = [
  {
    code: /^Terminology_PassThrough_TX_Message$/,
    message: /./,
    reason: 'the source gives an unknown code of an HL7 code system, which is kept as it came',
  },
  {
    code: /^Type_Specific_Checks_DT_URL_Resolve$/,
    message: /CodeSystem\/v2-0112'/,
    reason: "HL7's table 0112 came to its terminology after R4, and that is not loaded",
  },
  {
    code: /^(Terminology_TX_System_Unknown|Type_Specific_Checks_DT_URL_Resolve)$/,
    message: /'http:\/\/hl7\.org\/fhir\/sid\/icf'/,
    reason: "WHO's ICF has its URI in HL7's terminology since R4, and that is not loaded",
  },
];

const reasonFor = ({ code, message }: Finding): string | undefined =>
  letStand.find((one) => one.code.test(code) && one.message.test(message))?.reason;

interface Finding {
  readonly severity: string;
  readonly code: string;
  readonly message: string;
  readonly file: string;
}

/** Every tenth document or so of the corpus, the same ones each time. */
function sampleOfCorpus(): string[] {
  const documents = globSync('**/*.xml', { cwd: corpus })
    .toSorted()
    .filter((name) =>
      readFileSync(join(corpus, name), 'latin1').slice(0, 3000).includes('<ClinicalDocument'),
    );
  const step = Math.max(1, Math.floor(documents.length / 20));
  return documents.filter((_, index) => index % step === 0).slice(0, 20);
}

function convert(input: string, out: string, format: 'json' | 'xml'): void {
  const program = join(root, 'bin', 'run.js');
  const flags = ['--out', out, '--as-of', '2026-01-01T00:00:00Z', '--fhir-format', format, '--json'];
  const { status } = spawnSync(process.execPath, [program, 'convert', input, ...flags], { encoding: 'utf8' });
  // Exit 1 says that something of the input could not be read, which is no matter here.
  if (status !== 0 && status !== 1) throw new Error(`the conversion ended with ${status}`);
}

function judge(
  tool: 'validate' | 'reference',
  files: readonly string[],
  flags: readonly string[] = [],
): Finding[] {
  const { stdout, status } = spawnSync(join(oracle, tool), [...files, '--level', 'error', ...flags], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0 && status !== 1) throw new Error(`${tool} could not run (${status})`);
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const summary = lines.at(-1)?.summary;
  console.log(`  ${tool}: ${summary.resources} resources, ${summary.errors} errors`);
  return lines.filter((line) => line.severity === 'error');
}

function report(findings: readonly Finding[]): number {
  for (const { code, message, file } of findings.slice(0, 20))
    console.log(`    ${code}: ${message} (${basename(file)})`);
  return findings.length;
}

function judgeFolder(title: string, input: string, scratch: string): number {
  console.log(title);
  const [json, xml] = [join(scratch, `${title}-json`), join(scratch, `${title}-xml`)];
  convert(input, json, 'json');
  convert(input, xml, 'xml');
  const faults = judge('validate', [join(json, 'bundles')]);
  const bundles = globSync(join(json, 'bundles', '*.json')).toSorted();
  const sample = bundles.filter((_, index) => index % Math.ceil(bundles.length / 6) === 0);
  const asXml = sample
    .slice(0, 2)
    .map((file) => join(xml, 'bundles', basename(file, '.json').concat('.xml')));
  const found = judge('reference', [...sample, ...asXml], ['--lenient']);
  const stand = Map.groupBy(found.filter(reasonFor), reasonFor);
  for (const [reason, { length }] of stand) console.log(`    ${length} of them: ${reason}`);
  return report([...faults, ...found.filter((finding) => !reasonFor(finding))]);
}

function main(): number {
  if (!existsSync(oracle)) {
    console.log('conformance SKIPPED: the validators are not at hand beside the project');
    return 0;
  }
  const scratch = mkdtempSync(join(tmpdir(), 'chartlift-conformance-'));
  try {
    let faults = judgeFolder('fixtures', join(root, 'fixtures', 'ccda'), scratch);
    if (existsSync(corpus)) {
      const folder = join(scratch, 'sample');
      mkdirSync(folder);
      for (const [index, name] of sampleOfCorpus().entries())
        cpSync(join(corpus, name), join(folder, `${index}.xml`));
      faults += judgeFolder('corpus', folder, scratch);
    } else console.log('corpus SKIPPED: it is not at hand beside the project');
    console.log('printed charts');
    const charts = existsSync(corpus) ? corpus : join(root, 'fixtures', 'ccda');
    const program = join(root, 'bin', 'run.js');
    faults += judgePrinted(charts, scratch, { program, judge: join(oracle, 'verapdf') });
    console.log(faults === 0 ? 'the judges agree' : `${faults} errors`);
    return faults === 0 ? 0 : 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

process.exitCode = main();
