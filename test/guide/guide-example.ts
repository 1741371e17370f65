import { existsSync, readFileSync } from 'node:fs';
import type { Json } from '../conversion.ts';

const folder = new URL('../../../shared/ig/', import.meta.url);

/** Whether HL7's guide lies beside the project. */
export const hasGuide = existsSync(folder);

/** A CDA example of the guide, without the XML declaration it may have. */
export const source = (file: string): string =>
  readFileSync(new URL(file, folder), 'utf8').replace(/^\s*<\?xml.*?\?>/, '');

/** The FHIR that the guide expects; some of its examples hold comments. */
export const expected = (file: string): Json =>
  JSON.parse(
    readFileSync(new URL(file, folder), 'utf8')
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/^\s*\/\/.*$/gm, ''),
  );
