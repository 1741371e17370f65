import { hash } from 'node:crypto';
import { assemble } from '../../src/assemble/index.ts';
import { renderNarrative } from '../../src/readers/ccda/narrative/index.ts';
import { openDocument } from '../../src/readers/ccda/open.ts';
import { type InputFile, readers } from '../../src/readers/index.ts';
import type { XmlElement } from '../../src/readers/xml/element.ts';
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

type Parts = ReturnType<typeof assemble>['record'];
type Resources = Parameters<typeof bundlesOf>[0];

/** One whole conversion with source hash, narrative, trace, ledger and issues; false where the document is refused. */
export function convertOurs(file: InputFile): boolean {
  hash('sha256', file.bytes, 'hex');
  const contribution = readers.ccda.read(file, { make });
  if (!('source' in contribution)) return false;
  bundle(resourcesOf(assemble([contribution], { make }).record));
  return true;
}

const resourcesOf = (record: Parts): Resources => [
  ...patientResources(record, options).resources,
  ...peopleResources(record.people).resources,
];

const bundle = (resources: Resources) => bundlesOf(resources, { ...options, name: 'x' });

/** CPU milliseconds of one pass over some documents, by stage and as a whole by document. */
export interface Stages {
  readonly byStage: Readonly<Record<Stage, number>>;
  readonly byDocument: readonly { readonly name: string; readonly ms: number }[];
}

const stages = {
  hash: 'source hash',
  parse: 'strict parse',
  narrative: "sections' narrative",
  read: 'header, statements, account',
  assemble: 'assemble',
  write: 'FHIR resources',
  bundle: 'bundle and its JSON',
} as const;
export type Stage = keyof typeof stages;
export const titleOf = (stage: Stage): string => stages[stage];

/** Strict parse and narrative are run apart once more, so that their shares of reading can be told. */
export function stagesOf(files: readonly InputFile[]): Stages {
  const byStage = { hash: 0, parse: 0, narrative: 0, read: 0, assemble: 0, write: 0, bundle: 0 };
  const byDocument = files.map((file) => {
    const own = stagesOfOne(file);
    for (const stage of Object.keys(own) as Stage[]) byStage[stage] += own[stage];
    return { name: file.name, ms: Object.values(own).reduce((sum, ms) => sum + ms, 0) };
  });
  return { byStage, byDocument };
}

function stagesOfOne(file: InputFile): Record<Stage, number> {
  const hashed = timed(() => hash('sha256', file.bytes, 'hex'));
  const opened = timed(() => openDocument(file.bytes, file.name, 'all'));
  const texts = opened.result.root ? narrativesIn(opened.result.root) : [];
  const narrative = timed(() => texts.forEach((text) => void renderNarrative(text, () => undefined))).ms;
  const read = timed(() => readers.ccda.read(file, { make }));
  const own = { hash: hashed.ms, parse: opened.ms, narrative, read: read.ms - opened.ms - narrative };
  if (!('source' in read.result)) return { ...own, assemble: 0, write: 0, bundle: 0 };
  const contribution = read.result;
  const assembled = timed(() => assemble([contribution], { make }).record);
  const written = timed(() => resourcesOf(assembled.result));
  const bundled = timed(() => bundle(written.result));
  return { ...own, assemble: assembled.ms, write: written.ms, bundle: bundled.ms };
}

function timed<T>(work: () => T): { readonly result: T; readonly ms: number } {
  // The clock of a thread goes on by several milliseconds at once: single times are rough, sums of many are true.
  const before = process.threadCpuUsage();
  const result = work();
  const { user, system } = process.threadCpuUsage(before);
  return { result, ms: (user + system) / 1000 };
}

const narrativesIn = (element: XmlElement): XmlElement[] =>
  element
    .elements()
    .flatMap((child) =>
      element.name === 'section' && child.name === 'text' ? [child] : narrativesIn(child),
    );
