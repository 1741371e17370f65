import { spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import {
  closeSync,
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
import { bin } from '../chartlift.ts';
import { mrnSystem } from './archive.ts';
import { pdf } from './pages.ts';

// Makes an archive of many large scans, converts it with a table of the same patients, and holds each copy against its
// source: `node test/scans/measure.ts [FILES] [MEGABYTES]`. What it takes is told for one core.
const [files = 100, megabytes = 20] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'chartlift-scans-'));
try {
  measure();
} finally {
  rmSync(folder, { recursive: true });
}

function measure(): void {
  const { bavail, bsize } = statfsSync(folder);
  if (files * megabytes * 1e6 * 2.2 > bavail * bsize) throw new RangeError('the disk is too small for that');
  const sources = makeArchive(join(folder, 'in'));
  const options = ['--scan-pattern', '{mrn}/{kind}.pdf', '--scan-system', mrnSystem];
  const atExit = join(import.meta.dirname, '../bench/peak-memory.ts');
  const begun = performance.now();
  const ran = spawnSync(
    process.execPath,
    ['--import', atExit, bin, 'convert', join(folder, 'in'), '--out', join(folder, 'out'), ...options],
    { encoding: 'utf8', env: { ...process.env, CHARTLIFT_BENCH_PEAK: join(folder, 'peak') } },
  );
  const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(readFileSync(join(folder, 'peak'), 'utf8'));
  const computed = ((userCPUTime + systemCPUTime) / 1e6).toFixed(1);
  const peak = Math.round(maxRSS / 1024);
  const seconds = (performance.now() - begun) / 1000;
  const kept = readdirSync(join(folder, 'out/documents')).map((name) =>
    hashOf(join(folder, 'out/documents', name)),
  );
  const same = kept.sort().join() === sources.sort().join();
  const rate = Math.round((files * megabytes) / seconds);
  console.log(
    `${files} files of ${megabytes} MB: ${seconds.toFixed(1)} s, ${rate} MB/s, computed ${computed} s, exit ${ran.status}`,
  );
  console.log(`bytes of all copies ${same ? 'equal' : 'DIFFER FROM'} their sources; peak ${peak} MB`);
  if (!same || ran.status !== 0) process.exitCode = 1;
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
