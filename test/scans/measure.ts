import { spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { differing } from '../archive/same-bytes.ts';
import { bin } from '../chartlift.ts';
import { mrnSystem } from './archive.ts';
import { pdf } from './pages.ts';

// Makes an archive of many large scans, converts it with a table of the same patients, and holds each copy against its
// source: `node test/scans/measure.ts [FILES] [MEGABYTES]`. Then the same with a process that is killed twice while it
// copies. What it takes is told for one core.
const [files = 100, megabytes = 20] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'chartlift-scans-'));
try {
  await measure();
} finally {
  rmSync(folder, { recursive: true });
}

async function measure(): Promise<void> {
  const { bavail, bsize } = statfsSync(folder);
  if (files * megabytes * 1e6 * 3.3 > bavail * bsize) throw new RangeError('the disk is too small for that');
  const sources = makeArchive(join(folder, 'in'));
  const isWell = tellOf('in one go', await convert('out'));
  const kept = readdirSync(join(folder, 'out/documents')).map((name) =>
    hashOf(join(folder, 'out/documents', name)),
  );
  const same = kept.sort().join() === sources.sort().join();
  console.log(`bytes of all copies ${same ? 'equal' : 'DIFFER FROM'} their sources`);
  for (const part of [0.3, 0.7]) {
    const { exit } = await convert('killed', part);
    console.log(
      exit === null ? `killed behind ${part * 100} % of the copies` : 'it ended before it was killed',
    );
  }
  const goesOn = tellOf('gone on with after two kills', await convert('killed'));
  const others = differing(join(folder, 'out'), join(folder, 'killed'));
  console.log(others.length === 0 ? 'the same bytes' : `differs in ${others.slice(0, 5).join(', ')}`);
  if (!isWell || !same || !goesOn || others.length > 0) process.exitCode = 1;
}

interface Took {
  readonly exit: number | null;
  readonly seconds: number;
}

/** Converts the archive; kills it when this part of its files is copied. */
function convert(out: string, part?: number): Promise<Took> {
  const options = ['--scan-pattern', '{mrn}/{kind}.pdf', '--scan-system', mrnSystem];
  const dated = ['--as-of', '2026-01-01T00:00:00Z'];
  const atExit = join(import.meta.dirname, '../bench/peak-memory.ts');
  const begun = performance.now();
  const child = spawn(
    process.execPath,
    [
      ...['--import', atExit, bin, 'convert', join(folder, 'in'), '--out', join(folder, out)],
      ...options,
      ...dated,
    ],
    { stdio: 'ignore', env: { ...process.env, CHARTLIFT_BENCH_PEAK: join(folder, 'peak') } },
  );
  const watch =
    part === undefined ? undefined : setInterval(() => isCopied(out, part) && child.kill('SIGKILL'), 100);
  return new Promise((resolve) => {
    child.on('close', (exit) => {
      clearInterval(watch);
      resolve({ exit, seconds: (performance.now() - begun) / 1000 });
    });
  });
}

function isCopied(out: string, part: number): boolean {
  const copies = join(folder, out, 'documents');
  return existsSync(copies) && readdirSync(copies).length >= part * files;
}

function tellOf(way: string, { exit, seconds }: Took): boolean {
  const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(readFileSync(join(folder, 'peak'), 'utf8'));
  const computed = ((userCPUTime + systemCPUTime) / 1e6).toFixed(1);
  const rate = Math.round((files * megabytes) / seconds);
  console.log(
    `${files} files of ${megabytes} MB, ${way}: ${seconds.toFixed(1)} s, ${rate} MB/s, computed ${computed} s, exit ${exit}, peak ${Math.round(maxRSS / 1024)} MB`,
  );
  return exit === 0;
}

function hashOf(path: string): string {
  return hash('sha256', readFileSync(path), 'hex');
}

/** Ten scans a patient; the bytes of each are its own. */
function makeArchive(input: string): string[] {
  const patients = Math.ceil(files / 10);
  mkdirSync(input);
  const rows = Array.from({ length: patients }, (_, at) => `${at},M${at},Given${at},Family${at},1950-01-01`);
  const header = 'patient_id,mrn,given_name,family_name,birth_date';
  writeFileSync(join(input, 'patients.csv'), `${[header, ...rows].join('\n')}\n`);
  return Array.from({ length: files }, (_, at) => {
    const patient = join(input, `M${at % patients}`);
    mkdirSync(patient, { recursive: true });
    const path = join(patient, `scan-${at}.pdf`);
    const fd = openSync(path, 'w');
    writeSync(fd, pdf(4, { fill: Math.round((megabytes * 1e6) / 4) + at }));
    closeSync(fd);
    return hashOf(path);
  });
}
