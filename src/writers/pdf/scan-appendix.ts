import type { Block } from '../../document/index.ts';
import type { Attachment, Note, PatientRecord } from '../../record/index.ts';
import { contextOf } from './context.ts';
import type { PdfOptions } from './options.ts';
import { conceptWords } from './values/concept.ts';
import { attachmentWords } from './values/observed.ts';
import { timeKey, whenWords } from './values/when.ts';
import { languages } from './words/index.ts';
import type { Words } from './words/words.ts';

/** How a scan is put into the file: drawn page by page, behind all that is drawn and as it is, or not at all. */
export type ScanInPrint =
  | { readonly pictures: number }
  | { readonly behind: number; readonly pages: number }
  | 'left-out';

/** The scanned documents of a record, each with its pages; those that are PDF are only named with their place. */
export function scanAppendix(record: PatientRecord, options: PdfOptions, print: Print): Block[] {
  const words = languages[options.language];
  const context = contextOf(record, options, words);
  const notes = record.statements.note.toSorted((a, b) => (timeKey(a.date) < timeKey(b.date) ? -1 : 1));
  const blocks = notes.flatMap((note) => noteBlocks(note, print, context.words));
  return blocks.length > 0 ? [{ block: 'heading', level: 2, text: words.say.scans }, ...blocks] : [];
}

/** A document under its heading, on whose page its first picture stands. */
function noteBlocks(note: Note, print: Print, words: Words): Block[] {
  const found = (note.contents ?? []).flatMap((content) => blocksOf(content, print(content), words));
  const [first, ...others] = found;
  if (!first) return [];
  const text = [conceptWords(note.type, words), whenWords(note.date, words)].filter(Boolean).join(', ');
  const heading = { block: 'heading', level: 3, text: text || words.label.note } as const;
  return first.block === 'picture'
    ? [{ ...heading, startsPage: true }, { ...first, fills: 'rest' }, ...others]
    : [heading, ...found];
}

type Print = (content: Attachment) => ScanInPrint | undefined;

function blocksOf(content: Attachment, how: ScanInPrint | undefined, words: Words): Block[] {
  if (how === undefined) return [];
  const name = attachmentWords(content, words);
  if (how === 'left-out') return [{ block: 'paragraph', text: `${name}: ${words.say.scanLeftOut}` }];
  if ('behind' in how) {
    const text = `${name}: ${words.say.scanBehind(how.pages)}`;
    return [{ block: 'page-reference', text, place: how.behind, pages: how.pages }];
  }
  const title = content.title ?? words.say.scans;
  return Array.from({ length: how.pictures }, (_, page) => ({
    block: 'picture',
    sha256: content.sha256,
    page,
    fills: 'page',
    words: title,
  }));
}
