import { execFile, execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openFonts, type PrintDocument, renderPdf } from '../../src/document/index.ts';
import type { PatientRecord } from '../../src/record/index.ts';
import { recordDocument } from '../../src/writers/pdf/index.ts';

const file = (name: string) => readFileSync(fileURLToPath(import.meta.resolve(name)));
const sans = (name: string) => file(`@expo-google-fonts/source-sans-3/${name}/SourceSans3_${name}.ttf`);
const dejaVu = file('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
const fonts = openFonts({
  regular: [sans('400Regular'), dejaVu],
  bold: [sans('600SemiBold'), file('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf')],
  fixed: [file('dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf'), dejaVu],
});

/** How tests print. */
export const printing = {
  asOf: '2026-01-01T00:00:00Z',
  program: 'Chartlift 0.0.0',
  paper: 'letter',
  language: 'en',
  largePrint: false,
  maskIds: false,
  attached: false,
} as const;

/** A document as PDF. */
export const pdfOf = (document: PrintDocument) => renderPdf(document, { fonts });

/** A record as PDF. */
export const printed = (record: PatientRecord) => pdfOf(recordDocument(record, printing));

/** Whether there is a program that reads the text of a PDF. */
export const hasPdftotext = succeeds('pdftotext', ['-v']);

/** The text that one sees, in the order in which it is drawn. */
export const visibleText = (pdf: Uint8Array): string =>
  execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, maxBuffer: 1 << 28 }).toString();

/** The same of a file, while others go on. */
export const visibleTextOf = async (file: string): Promise<string> =>
  (await promisify(execFile)('pdftotext', ['-raw', file, '-'], { maxBuffer: 1 << 28 })).stdout;

function succeeds(program: string, args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
