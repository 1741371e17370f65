import { execFileSync } from 'node:child_process';
import { createReadStream, globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import { readTable } from '../../src/readers/csv/index.ts';
import { makeExport, quoteAll } from './make-export.ts';

// Speed of tables: csv-parse alone, our reader, and the built program as a user runs it. Each is a process of its own, so that its memory can be told.

const named = process.argv.indexOf('--tables') + 1;
const megabytes = Number((named > 0 && process.argv[named]) || 100);
/** The best of so many: what else the machine does only makes it slower. */
const rounds = megabytes < 50 ? 3 : 1;
const chunk = 1 << 18;

/** What a process is asked to do with a folder; each answers how many rows it saw. */
const jobs = {
  /** The parser alone, as its documentation shows it: no line numbers, no account of rows. */
  'csv-parse': async (folder: string) => {
    let rows = 0;
    for (const file of filesOf(folder)) {
      const parser = createReadStream(file, { highWaterMark: chunk }).pipe(
        parse({ bom: true, relax_column_count: true }),
      );
      for await (const _ of parser) rows++;
      rows--;
    }
    return rows;
  },
  read: async (folder: string) => {
    let rows = 0;
    for (const file of filesOf(folder)) {
      const { blocks } = await readTable(createReadStream(file, { highWaterMark: chunk }), {
        file,
        table: file,
      });
      for await (const block of blocks) rows += block.length;
    }
    return rows;
  },
} as const;

type Job = keyof typeof jobs;

const filesOf = (folder: string): string[] =>
  globSync('*.csv', { cwd: folder }).map((name) => join(folder, name));

interface Measured {
  readonly rows: number;
  readonly ms: number;
  readonly memory: number;
  /** Of one core, whoever else uses the machine. */
  readonly cpu: number;
}

/** The child's job. */
async function work(job: Job, folder: string): Promise<void> {
  const start = performance.now();
  const rows = await jobs[job](folder);
  const ms = performance.now() - start;
  const { maxRSS, userCPUTime } = process.resourceUsage();
  console.log(JSON.stringify({ rows, ms, memory: maxRSS / 1024, cpu: userCPUTime / 1e3 } satisfies Measured));
}

function measure(job: Job, folder: string): Measured {
  const args = [import.meta.filename, '--job', job, folder];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

const best = (job: Job, folder: string): Measured =>
  Array.from({ length: rounds }, () => measure(job, folder)).reduce((one, other) =>
    other.ms < one.ms ? other : one,
  );

const program = join(import.meta.dirname, '..', '..', 'bin', 'run.js');
const atExit = join(import.meta.dirname, 'peak-memory.ts');

/** Runs the built program over an export, with what it tells of itself. */
function convert(folder: string, to: string): Measured {
  const out = mkdtempSync(join(tmpdir(), 'chartlift-bench-run-'));
  const peak = join(out, 'peak');
  const args = ['convert', folder, '--out', join(out, 'run'), '--to', to, '--mapping', 'synthea', '--json'];
  try {
    const start = performance.now();
    const text = execFileSync(process.execPath, ['--import', atExit, program, ...args], {
      encoding: 'utf8',
      env: { ...process.env, CHARTLIFT_BENCH_PEAK: peak },
      maxBuffer: 1 << 26,
    });
    const ms = performance.now() - start;
    const { ledger } = JSON.parse(text) as { ledger: { row: { read: number } } };
    const { maxRSS, userCPUTime } = JSON.parse(readFileSync(peak, 'utf8')) as NodeJS.ResourceUsage;
    return { rows: ledger.row.read, ms, memory: maxRSS / 1024, cpu: userCPUTime / 1e3 };
  } finally {
    rmSync(out, { recursive: true });
  }
}

/** Measures an export that is made of the fixtures. */
export async function benchTables(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'chartlift-bench-tables-'));
  const quoted = join(folder, 'quoted');
  const plain = join(folder, 'plain');
  try {
    const made = await makeExport(plain, megabytes * 1e6);
    await quoteAll(plain, quoted);
    console.log(
      `\n${made.tables} tables of Synthea's layout, made: ${made.rows} rows, ${(made.bytes / 1e6).toFixed(0)} MB`,
    );
    const [alone, read] = [best('csv-parse', plain), best('read', plain)];
    const [aloneQuoted, readQuoted] = [best('csv-parse', quoted), best('read', quoted)];
    const whole = convert(plain, 'ndjson');
    const bundles = convert(plain, 'bundle');
    row('csv-parse alone', alone, plain);
    row('reading (hybrid)', read, plain);
    row('csv-parse alone, all cells quoted', aloneQuoted, quoted);
    row('reading, all cells quoted', readQuoted, quoted);
    row('chartlift convert --to ndjson', whole, plain);
    row('chartlift convert --to bundle', bundles, plain);
    console.log(
      `reading is ${(alone.ms / read.ms).toFixed(1)} times as fast as csv-parse alone, ${(aloneQuoted.ms / readQuoted.ms).toFixed(1)} times where all is quoted; ` +
        `it is ${share(read.ms, whole.ms)} of converting, csv-parse alone would be ${share(alone.ms, whole.ms - read.ms + alone.ms)}`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;
const fixed = (value: number, digits = 0): string => value.toFixed(digits).padStart(10);

function row(name: string, { rows, ms, memory, cpu }: Measured, folder: string): void {
  const size = filesOf(folder).reduce((sum, file) => sum + statSync(file).size, 0);
  console.log(
    `${name.padEnd(34)}${fixed((rows / ms) * 1000)} rows/s${fixed(size / 1e3 / ms, 1)} MB/s${fixed((rows / cpu) * 1000)} rows a second of CPU${fixed(memory)} MB peak memory`,
  );
}

const at = process.argv.indexOf('--job');
if (at > 0) await work(process.argv[at + 1] as Job, process.argv[at + 2] ?? '');
