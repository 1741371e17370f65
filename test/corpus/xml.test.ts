import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { XmlElement } from '../../src/readers/xml/element.ts';
import { openXml } from '../../src/readers/xml/front-door.ts';
import { detectKind } from '../../src/readers/xml/kind.ts';
import { parseXml } from '../../src/readers/xml/parse.ts';

// fast-xml-parser as a second opinion on every real document: the same elements, attributes and text in the same order.
const corpus = join(import.meta.dirname, '../../../shared/corpus');
const documents = existsSync(corpus) ? findDocuments() : [];
if (documents.length === 0) console.warn('corpus: skipped, ../shared/corpus is absent');

/** The documents that are bad on purpose. */
const broken = /NT_BadXml/;

describe.skipIf(documents.length === 0)(
  'the tree against fast-xml-parser (skipped without ../shared/corpus)',
  () => {
    it('finds the corpus', () => {
      expect(documents.length).toBeGreaterThan(200);
    });

    it.each(documents.filter((name) => !broken.test(name)))('is the same: %s', (name) => {
      const bytes = readFileSync(join(corpus, name));
      const opened = openXml(bytes);
      const parsed = opened.ok ? parseXml(opened.text, { blobs: opened.blobs }) : opened;
      if (!parsed.ok) throw new Error(`${parsed.fault.code} in line ${parsed.fault.line}`);
      const ours = [...events(parsed.root, bytes)];
      const theirs = [...events(theirRoot(new TextDecoder().decode(bytes)), bytes)];
      const differsAt = ours.findIndex((event, i) => event !== theirs[i]);
      // The place only: a failing test quotes no document.
      expect({ differsAt, events: ours.length }).toEqual({ differsAt: -1, events: theirs.length });
    });

    it.each(documents.filter((name) => broken.test(name)))('is none: %s', (name) => {
      expect(parseXml(read(name))).toMatchObject({ ok: false, fault: { code: 'not-well-formed' } });
    });

    it('is none at any cut of any document', () => {
      for (const name of documents) {
        const text = read(name).trimEnd();
        for (let part = 1; part < 10; part++) {
          expect(parseXml(text.slice(0, Math.floor((text.length * part) / 10))).ok, name).toBe(false);
        }
        expect(parseXml(text.slice(0, -1)).ok, name).toBe(false);
      }
    }, 120_000);
  },
);

function findDocuments(): string[] {
  const files = readdirSync(corpus, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  return paths
    .filter((path) => /\.(xml|txt|ccd)$/i.test(path) && detectKind(readFileSync(path)) === 'cda')
    .map((path) => relative(corpus, path));
}

function read(name: string): string {
  const opened = openXml(readFileSync(join(corpus, name)));
  if (!opened.ok) throw new Error(opened.fault.code);
  return opened.text;
}

/** A tree as tags and text, less the layout. Names are local ones: fast-xml-parser knows no namespaces. */
function* events(element: XmlElement, bytes: Buffer, within = false): Generator<string> {
  yield tag(element.name, element.attributes);
  const narrative = within || element.name === 'text';
  if (element.blob) {
    const { offset, length } = element.blob;
    yield bytes.toString('latin1', offset, offset + length).replace(/\r\n?/g, '\n');
  }
  for (const child of element.children) {
    if (typeof child !== 'string') yield* events(child, bytes, narrative);
    else if (narrative || !isBlank(child)) yield child;
  }
  yield '/';
}

const tag = (name: string, attributes: Readonly<Record<string, string>>): string =>
  JSON.stringify([name.slice(name.indexOf(':') + 1), Object.entries(attributes)]);

/** White space between elements is layout, which we keep in narrative only. */
const isBlank = (text: string): boolean => /^[ \t\r\n]*$/.test(text);

type Node = Record<string, unknown> & { ':@'?: Record<string, string>; '#text'?: string };

/** The tree that fast-xml-parser makes, as ours. */
function theirRoot(text: string): XmlElement {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    processEntities: { enabled: true, maxTotalExpansions: 1_000_000, maxExpandedLength: 10_000_000 },
    htmlEntities: true,
    ignoreDeclaration: true,
    ignorePiTags: true,
    maxNestedTags: 512,
  });
  const nodes = parser.parse(text) as Node[];
  const roots = nodes.filter((node) => !('#text' in node)).map((node) => elementOf(node));
  expect(roots).toHaveLength(1);
  return roots[0]!;
}

function elementOf(node: Node): XmlElement {
  const name = Object.keys(node).find((key) => key !== ':@') ?? '';
  const element = new XmlElement(name, normalised(node[':@'] ?? {}), 0);
  const children: (XmlElement | string)[] = [];
  for (const child of node[name] as Node[]) {
    const text = child['#text'];
    const before = children.at(-1);
    // It splits text at CDATA sections and comments, where we keep it in one piece.
    if (typeof text === 'string' && typeof before === 'string') children.splice(-1, 1, before + text);
    else children.push(text ?? elementOf(child));
  }
  element.children = children;
  return element;
}

/** It leaves line breaks and tabs in attributes, which XML reads as spaces (3.3.3). */
function normalised(attributes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, value.replace(/[\n\t]/g, ' ')]),
  );
}
