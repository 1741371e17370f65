import { readFileSync } from 'node:fs';
import { setImmediate as breathe } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { openFonts, type PrintDocument, renderPdf } from '../../src/document/index.ts';
import type { PatientRecord } from '../../src/record/index.ts';
import { recordDocument } from '../../src/writers/pdf/index.ts';
import { summaryRecord } from './summary-record.ts';

// Printing a summary of three pages: fonts read once a run, against fonts read for each document, which is pdfkit's
// usual way. Both draw the same pages.

const fontFile = (name: string) => readFileSync(fileURLToPath(import.meta.resolve(name)));
const sans = (name: string) => fontFile(`@expo-google-fonts/source-sans-3/${name}/SourceSans3_${name}.ttf`);
const files = () => {
  const other = fontFile('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
  return {
    regular: [sans('400Regular'), other],
    bold: [sans('600SemiBold'), fontFile('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf')],
    fixed: [fontFile('dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf'), other],
  };
};

const options = {
  asOf: '2026-01-01T00:00:00Z',
  program: 'Chartlift 0',
  paper: 'letter',
  language: 'en',
  largePrint: false,
  maskIds: false,
  attached: false,
} as const;

const rate = (count: number, ms: number): string => ((count / ms) * 1000).toFixed(1).padStart(7);

/** How many documents are printed in so many milliseconds, by fonts that are kept or not. */
function printed(records: readonly PatientRecord[], isNaive: boolean): number {
  const kept = openFonts(files());
  const print = (record: PatientRecord) =>
    renderPdf(recordDocument(record, options), { fonts: isNaive ? openFonts(files()) : kept }).pages;
  for (const record of records.slice(0, 20)) print(record);
  const start = performance.now();
  for (const record of records) print(record);
  return performance.now() - start;
}

const worker = (count: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(new URL(import.meta.url), { workerData: count, argv: ['--pdf-worker'] });
    thread.once('message', resolve);
    thread.once('error', reject);
  });

/** Memory of a process after so many documents. */
async function memoryOver(count: number): Promise<number[]> {
  const fonts = openFonts(files());
  const marks: number[] = [];
  for (let at = 0; at < count; at++) {
    renderPdf(recordDocument(summaryRecord(at), options), { fonts });
    // As a run does between patients.
    await breathe();
    if ((at + 1) % (count / 5) === 0) marks.push(Math.round(process.memoryUsage.rss() / 1e6));
  }
  return marks;
}

async function measure(): Promise<void> {
  const rounds = 3;
  const records = Array.from({ length: 60 }, (_, index) => summaryRecord(index));
  const document: PrintDocument = recordDocument(summaryRecord(0), options);
  const { pages } = renderPdf(document, { fonts: openFonts(files()) });
  const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
  const [ours, naive]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    ours.push(printed(records, false));
    naive.push(printed(records.slice(0, 20), true) * (records.length / 20));
  }
  const row = (name: string, ms: number, count = records.length) =>
    console.log(`${name.padEnd(34)}${rate(count, ms)} documents/s${rate(count * pages, ms)} pages/s`);
  console.log(`printing a summary of ${pages} pages`);
  row('one core', median(ours));
  row('one core, fonts for each document', median(naive));
  console.log(`keeping them is ${(median(naive) / median(ours)).toFixed(2)} times as fast`);
  const two = await Promise.all([worker(120), worker(120)]);
  row('two cores', Math.max(...two), 240);
}

if (process.argv.includes('--pdf-worker')) {
  const { parentPort, workerData } = await import('node:worker_threads');
  const records = Array.from({ length: workerData as number }, (_, index) => summaryRecord(index));
  parentPort?.postMessage(printed(records, false));
} else if (process.argv.includes('--pdf-memory')) {
  console.log(`resident MB over 5,000 documents, a fifth at a time: ${(await memoryOver(5000)).join(', ')}`);
} else await measure();
