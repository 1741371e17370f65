import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpus, hasCorpus } from '../corpus.ts';

const folder = join(corpus, 'HL7+C-CDA-Examples');

/** An example that HL7's task force approved: a piece of a document, or a whole one. */
export interface Fragment {
  /** Area / what it is an example of / file, without ids of templates and the file's ending. */
  readonly name: string;
  /** What it is an example of: in the guide's own examples the title of a template. */
  readonly title: string;
  readonly xml: string;
}

/** Dots stand for what a fragment leaves out. */
const ellipsis = />\s*\.[\s.]*(?=<)/g;

/** Fragments that are not well-formed as they stand, with what closes them. */
const faults: Readonly<Record<string, readonly [string, string]>> = {
  // A relationship is opened and its end is left out with its content.
  'Guide Examples/Basic Occupation Observation/Basic Occupation Observation Example': [
    '<entryRelationship typeCode="REFR">',
    '',
  ],
};

const mended = (name: string, xml: string): string => {
  const [fault, by] = faults[name] ?? [];
  return fault === undefined || by === undefined ? xml : xml.replace(fault, by);
};

/** The name of a fragment: `Problems/Active Problem/Active Problem(C-CDA2.1)`. */
const nameOf = (path: string): string => path.replace(/ ?_[\d.]+(?=[/-])/, '').replace(/\.xml$/, '');

/** All examples, in the order of their names. */
export const fragments: readonly Fragment[] = hasCorpus
  ? globSync('**/*.xml', { cwd: folder })
      .toSorted()
      .map((path) => {
        const name = nameOf(path);
        const text = readFileSync(join(folder, path), 'utf8').replace(/^\s*<\?xml.*?\?>/, '');
        const xml = mended(name, text).replace(ellipsis, '>');
        return { name, title: name.split('/').at(-2)?.trim() ?? '', xml };
      })
  : [];
