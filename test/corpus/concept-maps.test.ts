import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { guideMaps } from '../../src/terminology/concept-maps/index.ts';

const folder = new URL('../../../shared/ig/concept-maps/', import.meta.url);

interface Target {
  code?: string;
  equivalence: string;
}
interface Group {
  source: string;
  target: string;
  element: { code?: string; target: Target[] }[];
  unmapped?: { mode: string; code: string };
}
interface Resource {
  url: string;
  version: string;
  group: Group[];
}

const LISTS = new Set(['group', 'element', 'target']);
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseAttributeValue: false,
  isArray: (name, path) => LISTS.has(name) && path !== 'ConceptMap.group.target',
});

/** FHIR in XML as its JSON: `{ value: x }` becomes x. */
function plain(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(plain);
  if (typeof node !== 'object' || node === null) return node;
  if ('value' in node) return node.value;
  return Object.fromEntries(Object.entries(node).map(([name, child]) => [name, plain(child)]));
}

function readMap(file: string): Resource {
  const text = readFileSync(new URL(file, folder), 'utf8');
  return file.endsWith('.json') ? JSON.parse(text) : (plain(parser.parse(text).ConceptMap) as Resource);
}

const present = existsSync(folder);
const files = present ? readdirSync(folder).filter((file) => /\.(xml|json)$/.test(file)) : [];

const bare = (system: string) => system.replace(/\|.*/, '');

/** One line a row: group, code, target, equivalence; and what unmapped codes become. */
const theirs = ({ group }: Resource): string[] =>
  group.flatMap(({ source, target, element, unmapped }) => [
    ...element.flatMap(({ code, target: targets }) =>
      targets.map((to) =>
        // CF-TelecomType: the row for sms has no code; ours stands under the scheme that it speaks of
        [bare(source), bare(target), code ?? 'sms', to.code, to.equivalence].join(' '),
      ),
    ),
    ...(unmapped ? [[bare(source), bare(target), unmapped.mode, unmapped.code].join(' ')] : []),
  ]);

const ours = (canonical: string): string[] =>
  Object.values(guideMaps)
    .filter((map) => map.canonical === canonical)
    .flatMap(({ source, target, rows, unmapped }) => [
      ...[...rows].map(([code, to, equivalence]) => [source, target, code, to, equivalence].join(' ')),
      ...(unmapped ? [[source, target, 'fixed', unmapped].join(' ')] : []),
    ]);

describe("the guide's concept maps", () => {
  it('are all here', ({ skip }) => {
    skip(!present, 'no ../shared');
    expect(files).toHaveLength(22);
    const urls = new Set(files.map((file) => readMap(file).url));
    expect(new Set(Object.values(guideMaps).map(({ canonical }) => canonical))).toEqual(urls);
  });

  for (const file of files) {
    it(`${file} and our table agree, code by code`, () => {
      const map = readMap(file);
      expect(ours(map.url)).toEqual(theirs(map));
      const versions = Object.values(guideMaps).flatMap((one) =>
        one.canonical === map.url ? [one.version] : [],
      );
      expect(new Set(versions)).toEqual(new Set([map.version]));
    });
  }
});
