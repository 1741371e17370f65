import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { indexIds, renderNarrative, renderReferenced } from '../../src/readers/ccda/narrative/index.ts';
import type { XmlElement } from '../../src/readers/xml/element.ts';
import { parseXml } from '../../src/readers/xml/parse.ts';
import { faultsOf, shownWords, sourceWords } from './narrative-faults.ts';

const corpus = join(import.meta.dirname, '../../../shared/corpus');
const present = existsSync(corpus);
if (!present) console.warn('corpus: skipped, ../shared/corpus is absent');

function sectionsOf(file: string): XmlElement[] {
  let text = new TextDecoder().decode(readFileSync(join(corpus, file)));
  // Fragments of the examples are not well-formed alone.
  text = text.replace(/^\uFEFF?\s*<\?xml[^>]*>/, '');
  const parsed = parseXml(
    `<root xmlns="urn:hl7-org:v3" xmlns:xsi="x" xmlns:sdtc="urn:hl7-org:sdtc">${text}</root>`,
  );
  if (!parsed.ok) return [];
  const found: XmlElement[] = [];
  const visit = (element: XmlElement) => {
    if (element.name === 'section') found.push(element);
    for (const child of element.elements()) visit(child);
  };
  visit(parsed.root);
  return found;
}

const none = () => undefined;

function faultsOfText(text: XmlElement): string[] {
  const narrative = renderNarrative(text, none, { idPrefix: 's1-' });
  const words = sourceWords(text);
  if (!narrative) return words.length > 0 ? ['lost'] : [];
  const faults = faultsOf(narrative);
  return shownWords(narrative).join(' ') === words.join(' ') ? faults : [...faults, 'words differ'];
}

function faultsOfReferenced(target: XmlElement): string[] {
  const narrative = renderReferenced(target, none);
  const words = sourceWords(target);
  if (!narrative) return words.length > 0 ? ['lost'] : [];
  const faults = faultsOf(narrative);
  // Cells that reach down from above may stand between those of a row.
  if (target.name === 'tr') return faults;
  const shown = ` ${shownWords(narrative).join(' ')} `;
  return words.length === 0 || shown.includes(` ${words.join(' ')} `) ? faults : [...faults, 'words differ'];
}

describe.skipIf(!present)('narratives of the corpus', () => {
  const sections = (present ? globSync('**/*.{xml,XML,txt}', { cwd: corpus }) : []).flatMap((file) =>
    sectionsOf(file).map((section) => ({ file, section })),
  );

  it('are allowed XHTML that holds all words in order', () => {
    const wrong = sections.flatMap(({ file, section }) =>
      section
        .elements('text')
        .flatMap((text) => faultsOfText(text).map((fault) => `${file}:${text.line} ${fault}`)),
    );
    expect(wrong).toEqual([]);
    expect(sections.length).toBeGreaterThan(2000);
  }, 120_000);

  it('give every element with an ID a narrative of its own', () => {
    const targets = sections.flatMap(({ file, section }) =>
      [...indexIds(section).byId.values()].map((target) => ({ file, target })),
    );
    const wrong = targets.flatMap(({ file, target }) =>
      faultsOfReferenced(target).map((fault) => `${file}:${target.line} ${fault}`),
    );
    expect(wrong).toEqual([]);
    expect(targets.length).toBeGreaterThan(5000);
  }, 120_000);
});
