import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Issue } from '../issue/index.ts';
import { UsageError } from './usage-error.ts';

/** The guides by which HL7's validator is told to judge. */
const packages = {
  'us-core': ['hl7.fhir.us.core#6.1.0'],
  ips: ['hl7.fhir.uv.ips#1.1.0'],
  base: [],
} as const;

export type JudgedBy = keyof typeof packages;

interface OutcomeIssue {
  readonly severity: string;
  readonly code: string;
  readonly expression?: readonly string[];
  readonly extension?: readonly { readonly url: string; readonly [value: string]: unknown }[];
}

interface Outcome {
  readonly extension?: OutcomeIssue['extension'];
  readonly issue?: readonly OutcomeIssue[];
}

/** HL7's tool keeps all that it reads in memory: so much of it is read by one start of it. */
const most = { files: 200, bytes: 50_000_000 };

/** HL7's validator over the files, a part of them at a time. */
export async function* judgeByJava(
  validator: string,
  files: readonly string[],
  guide: JudgedBy,
): AsyncGenerator<Issue[]> {
  for (const part of partsOf(files)) yield await judgePart(validator, part, guide);
}

function* partsOf(files: readonly string[]): Generator<string[]> {
  let part: string[] = [];
  let bytes = 0;
  for (const file of files) {
    const { size } = statSync(file);
    if (part.length >= most.files || (part.length > 0 && bytes + size > most.bytes)) {
      yield part;
      [part, bytes] = [[], 0];
    }
    part.push(file);
    bytes += size;
  }
  if (part.length > 0) yield part;
}

/** Nothing is sent to a terminology server, as codes are patient data. */
async function judgePart(validator: string, files: readonly string[], guide: JudgedBy): Promise<Issue[]> {
  const folder = mkdtempSync(join(tmpdir(), 'chartlift-validate-'));
  const output = join(folder, 'outcome.json');
  try {
    const guides = packages[guide].flatMap((name) => ['-ig', name]);
    const own = ['-version', '4.0.1', '-tx', 'n/a', '-output', output, ...guides];
    await run('java', [...startOf(validator), ...files, ...own]);
    return issuesOf(JSON.parse(readFileSync(output, 'utf8')), files);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      `--java-validator: ${validator} gave no result`,
      'It is the validator_cli.jar of HL7, or a folder of its jars; Java must be installed.',
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One jar that starts itself, or a folder of them. */
function startOf(validator: string): string[] {
  const found = statSync(validator, { throwIfNoEntry: false });
  if (!found) throw new UsageError(`--java-validator: there is no ${validator}`, 'Give the path of a jar.');
  return found.isDirectory()
    ? ['-cp', join(validator, '*'), 'org.hl7.fhir.validation.ValidatorCli']
    : ['-jar', validator];
}

/** What the tool prints quotes values: it is not shown. */
const run = (command: string, args: readonly string[]): Promise<void> =>
  new Promise((done, failed) => {
    const child = spawn(command, [...args], { stdio: 'ignore' });
    child.on('error', failed);
    child.on('close', () => done());
  });

function issuesOf(
  result: Outcome & { readonly entry?: readonly { resource: Outcome }[] },
  files: readonly string[],
) {
  const outcomes = result.entry ? result.entry.map(({ resource }) => resource) : [result];
  return outcomes.flatMap((outcome) => {
    const file = valueIn(outcome.extension, 'operationoutcome-file') ?? files[0] ?? '';
    return (outcome.issue ?? []).flatMap((issue) => issueOf(issue, file));
  });
}

/** Rules are named by the tool's own message ids, since its messages quote the resource. */
function issueOf({ severity, code, expression, extension }: OutcomeIssue, file: string): Issue[] {
  if (severity === 'information') return [];
  const rule = valueIn(extension, 'operationoutcome-message-id') ?? code;
  const [path] = expression ?? [];
  return [
    {
      code: severity === 'warning' ? 'reference-warning' : 'reference-error',
      place: { file, ...(path !== undefined && { path }) },
      details: { rule: /^[\w-]+$/.test(rule) ? rule : code },
    },
  ];
}

const valueIn = (extensions: OutcomeIssue['extension'], name: string): string | undefined => {
  const found = extensions?.find(({ url }) => url.endsWith(`/${name}`));
  const value = found?.['valueString'] ?? found?.['valueCode'] ?? found?.['valueUri'];
  return typeof value === 'string' ? value : undefined;
};
