import { compact, type Document, type Note, type Section } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import type { DocumentCollector } from '../collector.ts';
import type { Scope } from '../scope.ts';

/**
 * The body of an Unstructured Document: a note with the document's type, time, authors and visit, whose content are the
 * bytes as they are. The Composition names it in its one section, so that a document bundle holds it.
 */
export function readUnstructured(
  root: XmlElement,
  header: Document,
  { scope, collector }: { scope: Scope; collector: DocumentCollector },
): Section[] | undefined {
  const body = root.first('component')?.first('nonXMLBody');
  const text = body?.first('text');
  const content = text && scope.embedded.keep(text);
  if (!body || !text || !content) return undefined;
  const { type, title, date, authors, encounter, language } = header;
  const id = collector.keyOf(body);
  const note = compact({
    id,
    status: 'current',
    type: type ?? { codings: [], absent: 'unknown' },
    date,
    authors,
    contents: [{ language, ...content, title }],
    encounter,
  } as unknown as Note);
  scope.taken.add(text);
  collector.add('note', note, { contents: [text] });
  return [compact({ title, code: type, entries: [{ ref: `note/${id}` }] } as Section)];
}
