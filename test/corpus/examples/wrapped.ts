import { clinicalDocument, type DocumentParts } from '../../clinical-document.ts';
import type { Fragment } from './fragment.ts';
import { documentPlace, headerPlace } from './header-places.ts';
import { sectionXml } from './section.ts';
import { statementPlace } from './statement-places.ts';

/** A document of ours with the fragment where it belongs; one that names its patient stays as it is. */
export function wrapped({ title, xml }: Fragment): string {
  const root = rootOf(xml);
  if (root !== 'ClinicalDocument') return clinicalDocument(headerPlace(root)?.(xml) ?? bodyWith(title, xml));
  return xml.includes('<recordTarget') ? xml : clinicalDocument(documentPlace(xml));
}

const rootOf = (xml: string): string => withoutComments(xml).match(/<([A-Za-z:]+)/)?.[1] ?? '';
const withoutComments = (xml: string): string => xml.replace(/<!--[\s\S]*?-->/g, '');

function bodyWith(title: string, xml: string): DocumentParts {
  const root = rootOf(xml);
  if (root === 'section') return { sections: [xml] };
  if (root === 'component') return componentOf(xml);
  const { section, around } = statementPlace(title);
  const stated = around(xml);
  const entry = /^\s*<entry\b/.test(withoutComments(stated)) ? stated : `<entry>${stated}</entry>`;
  return { sections: [sectionXml(section, entry, wordsFor(xml))] };
}

/** A component of the body holds a section, one of the document the body. */
const componentOf = (xml: string): DocumentParts =>
  /^\s*<component\b[^>]*>\s*<section\b/.test(withoutComments(xml))
    ? { body: `<component><structuredBody>${xml}</structuredBody></component>` }
    : { body: xml };

/** Words of ours for what a statement refers to and its fragment does not hold. */
function wordsFor(xml: string): string {
  const named = [...xml.matchAll(/<reference\s+value="#([^"]+)"/g)].map(([, id = '']) => id);
  const missing = [...new Set(named)].filter((id) => !xml.includes(`ID="${id}"`));
  return missing.map((id) => `<content ID="${id}">Words of ${id}</content>`).join('\n');
}
