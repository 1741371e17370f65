import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { jpeg, pdf, png, tiff } from './pages.ts';

/** An invented scanned archive: tables of patients, an index, and the files that it names, every trap among them. */
export interface ScannedArchive {
  /** The files by their names in the archive. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Those of which the bytes are to stand in the run, whatever is to be said of them. */
  readonly converted: readonly string[];
}

/** The identifier system of the patients' numbers. */
export const mrnSystem = 'urn:chartlift:export:generic:mrn';

const patients = [
  'patient_id,mrn,given_name,family_name,birth_date,sex',
  '1,00017,Torvild,Quillfeather,1948-11-02,male',
  '2,00018,Ysolde,Brambleweft,1979-06-30,female',
];

const encounters = ['encounter_id,patient_id,type,start', 'V-301,1,Office visit,2019-03-04'];

const index = [
  'patient,date,kind,title,file,page,pages,author,document,encounter',
  '00017,2019-03-04,Consult,Heart clinic,scans/00017/consult.pdf,,3,Dr. Ada Loomweaver,,V-301',
  '00017,2019-03-05,Lab report,,scans/00017/labs.tif,,2,,,V-999',
  // Pages of one document that stand in the wrong order.
  '00018,2020-01-02,Referral letter,Letter,scans/00018/page-2.png,2,,,letter-1,',
  '00018,2020-01-02,Referral letter,Letter,scans/00018/page-1.jpg,1,,,letter-1,',
  '00018,2020-02,Dream diary,,scans/00018/diary.pdf,,9,,,',
  // Of nobody, and files that are none.
  '99999,2020-02-03,Consult,,scans/orphan.pdf,,,,,',
  '00018,2020-02-04,Consult,,scans/lost.pdf,,,,,',
  '00018,2020-02-05,Consult,,scans/empty.pdf,,,,,',
  '00018,2020-02-06,Consult,,scans/cut.pdf,,,,,',
  '00018,2020-02-07,Consult,,scans/cut.tif,,,,,',
  '00018,2020-02-08,Consult,,scans/locked.pdf,,,,,',
  '00018,2020-02-09,Consult,,scans/really-a-png.pdf,,,,,',
  '00018,2020-02-10,Consult,,scans/no-pages.pdf,,,,,',
  // One file twice, and one of two patients.
  '00017,2020-02-11,Consult,First,scans/twice.png,,,,,',
  '00017,2020-02-12,Consult,Second,scans/twice.png,,,,,',
  '00017,2020-02-13,Consult,,scans/both.png,,,,,',
  '00018,2020-02-13,Consult,,scans/both.png,,,,,',
];

const scans: readonly (readonly [string, Buffer])[] = [
  ['scans/00017/consult.pdf', pdf(3)],
  ['scans/00017/labs.tif', tiff(2)],
  ['scans/00018/page-1.jpg', jpeg()],
  ['scans/00018/page-2.png', png(10)],
  ['scans/00018/diary.pdf', pdf(4)],
  ['scans/cut.pdf', pdf(2).subarray(0, 400)],
  ['scans/cut.tif', tiff(3).subarray(0, 700)],
  ['scans/locked.pdf', pdf(1, { encrypted: true })],
  ['scans/really-a-png.pdf', png(77)],
  ['scans/no-pages.pdf', Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n')],
  ['scans/twice.png', png(90)],
  ['scans/both.png', png(91)],
];

const others: readonly (readonly [string, Buffer])[] = [
  ['patients.csv', Buffer.from(`${patients.join('\n')}\n`)],
  ['encounters.csv', Buffer.from(`${encounters.join('\n')}\n`)],
  ['scan-index.csv', Buffer.from(`${index.join('\n')}\n`)],
  ['scans/orphan.pdf', pdf(1, { fill: 1 })],
  ['scans/empty.pdf', Buffer.alloc(0)],
  ['scans/forgotten.tif', tiff(1, 3)],
];

/** Writes the archive into a folder. */
export function writeArchive(folder: string): ScannedArchive {
  const files = new Map([...scans, ...others]);
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return { files, converted: scans.map(([name]) => name) };
}
