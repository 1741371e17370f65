import { createHash } from 'node:crypto';
import { type Assembled, assemble } from '../src/assemble/index.ts';
import type { Issue } from '../src/issue/index.ts';
import type { InputFile, ReadOptions } from '../src/readers/index.ts';
import { readers } from '../src/readers/index.ts';
import { type Contribution, idMaker } from '../src/record/index.ts';
import { type FhirOptions, patientResources, peopleResources, toJson } from '../src/writers/fhir/index.ts';

export const make = idMaker();

/** Bytes as the run hands them to a reader. */
export function inputOf(content: string | Uint8Array, name = 'document.xml'): InputFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const digest = (algorithm: string) => createHash(algorithm).update(bytes);
  return { name, bytes, sha256: digest('sha256').digest('hex'), sha1: digest('sha1').digest('base64') };
}

/** What a CDA document adds to its patient's record. */
export function contributionOf(
  xml: string | Uint8Array,
  options: Partial<ReadOptions> & { name?: string } = {},
): Contribution {
  const { name, ...rest } = options;
  const read = readers.ccda.read(inputOf(xml, name), { make, ...rest });
  if (!('patient' in read)) throw new Error(`not read: ${read.issues.map(({ code }) => code).join(', ')}`);
  return read;
}

/** FHIR as JSON: what a test may look at without types in the way. */
// biome-ignore lint/suspicious/noExplicitAny: tests reach deep into JSON.
export type Json = any;

/** How tests write FHIR. */
export const fhirOptions: FhirOptions = {
  bundle: 'transaction',
  maxEntries: 500,
  // What the guide's examples are held against: the mapping, not the profiles that are claimed.
  profile: 'base',
  source: 'file',
  program: { name: 'chartlift', version: '0.0.0' },
  asOf: '2024-01-01T00:00:00Z',
  format: 'json',
  make,
};

/** Everything that one patient's documents become. */
export interface Conversion extends Assembled {
  readonly resources: readonly Json[];
  /** All resources of a type. */
  of(type: string): Json[];
  /** The only resource of a type. */
  only(type: string): Json;
  /** The issues of writing. */
  readonly written: readonly Issue[];
  /** How often each issue was said, reading and writing. */
  readonly codes: readonly string[];
}

/** Read, assemble, write FHIR. */
export function convert(
  documents: string | readonly string[],
  options: Partial<ReadOptions> = {},
): Conversion {
  const assembled = assemble(
    [documents].flat().map((xml, index) => contributionOf(xml, { name: `${index + 1}.xml`, ...options })),
    { make },
  );
  const written = patientResources(assembled.record, fhirOptions);
  const people = peopleResources(assembled.record.people, fhirOptions);
  const resources = JSON.parse(toJson([...written.resources, ...people.resources])) as Json[];
  const of = (type: string) => resources.filter(({ resourceType }) => resourceType === type);
  return {
    ...assembled,
    resources,
    of,
    only(type) {
      const found = of(type);
      if (found.length !== 1) throw new Error(`${found.length} resources of type ${type}`);
      return found[0];
    },
    written: written.issues,
    codes: [...assembled.issues, ...written.issues].map(({ code }) => code),
  };
}
