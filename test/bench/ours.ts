import { hash } from 'node:crypto';
import { assemble } from '../../src/assemble/index.ts';
import { openDocument } from '../../src/readers/ccda/open.ts';
import { type InputFile, readers } from '../../src/readers/index.ts';
import { idMaker } from '../../src/record/index.ts';
import {
  bundlesOf,
  type FhirOptions,
  patientResources,
  peopleResources,
} from '../../src/writers/fhir/index.ts';

const make = idMaker();
const options: FhirOptions = {
  bundle: 'transaction',
  maxEntries: 500,
  source: 'file',
  program: { name: 'chartlift', version: '0' },
  asOf: '2026-01-01T00:00:00Z',
  format: 'json',
  make,
};

/** Milliseconds by stage. */
export interface Stages {
  hash: number;
  parse: number;
  map: number;
  assemble: number;
  write: number;
}

export const noTime = (): Stages => ({ hash: 0, parse: 0, map: 0, assemble: 0, write: 0 });

/** One whole conversion with source hash, narrative and trace; false where the document is refused. */
export function convertOurs(file: InputFile): boolean {
  hash('sha256', file.bytes, 'hex');
  const contribution = readers.ccda.read(file, { make });
  if (!('source' in contribution)) return false;
  write(assemble([contribution], { make }).record);
  return true;
}

const write = (record: Parameters<typeof patientResources>[0]): number => {
  const { resources } = patientResources(record, options);
  const people = peopleResources(record.people).resources;
  return bundlesOf([...resources, ...people], { ...options, name: 'x' }).length;
};

/** The same by stages; the strict parse is run apart, so that its share of reading can be told. */
export function measureStages(file: InputFile, stages: Stages): void {
  const timed = <T>(stage: keyof Stages, work: () => T): T => {
    const start = performance.now();
    const result = work();
    stages[stage] += performance.now() - start;
    return result;
  };
  timed('hash', () => hash('sha256', file.bytes, 'hex'));
  const before = stages.parse;
  timed('parse', () => openDocument(file.bytes, file.name, 'all'));
  const parse = stages.parse - before;
  const contribution = timed('map', () => readers.ccda.read(file, { make }));
  stages.map -= parse;
  if (!('source' in contribution)) return;
  const { record } = timed('assemble', () => assemble([contribution], { make }));
  timed('write', () => write(record));
}
