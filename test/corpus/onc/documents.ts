import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bates } from './bates.ts';
import { newman } from './newman.ts';
import type { Sheet } from './sheet.ts';

const folder = join(import.meta.dirname, '../../../../shared/corpus/jddamore+ccda-samples');

/** Whether the vendors' documents are here. */
export const present = existsSync(folder);

/** One vendor's rendering of one of the two patients. */
export interface VendorDocument {
  readonly name: string;
  readonly xml: string;
  readonly sheet: Sheet;
}

const nameIn = (patient: string, part: string): string[] =>
  [...patient.matchAll(new RegExp(`<(?:\\w+:)?${part}\\b[^>]*>\\s*([^<]*?)\\s*<`, 'g'))].map(([, name]) =>
    (name ?? '').toLowerCase(),
  );

/** Whose document it is, by the names and the birth date of its header; undefined: neither of the two. */
export function sheetOf(xml: string): Sheet | undefined {
  const patient = /<(?:\w+:)?patient>.*?<(?:\w+:)?birthTime/s.exec(xml)?.[0] ?? '';
  const birth = /birthTime[^>]*value\s*=\s*["'](\d{8})/.exec(xml)?.[1];
  return [newman, bates].find(
    (sheet) =>
      nameIn(patient, 'given').includes(sheet.given.toLowerCase()) &&
      nameIn(patient, 'family').includes(sheet.family.toLowerCase()) &&
      birth !== undefined &&
      // One vendor is a month off.
      birth.slice(0, 4) === sheet.birthDate.slice(0, 4),
  );
}

/** All renderings of the two patients, in the order of their names. */
export function vendorDocuments(): VendorDocument[] {
  return globSync('*/*.xml', { cwd: folder })
    .sort()
    .flatMap((name) => {
      const xml = new TextDecoder().decode(readFileSync(join(folder, name)));
      const sheet = sheetOf(xml);
      return sheet ? [{ name, xml, sheet }] : [];
    });
}
