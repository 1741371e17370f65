import type { Block } from '../../../document/index.ts';
import type { PatientRecord } from '../../../record/index.ts';
import type { Context } from '../context.ts';
import { narrativeText } from '../narrative/blocks.ts';
import { saysMore, textsOf, wordsOf } from '../narrative/vocabulary.ts';
import { quiet } from '../section-table.ts';
import { conceptWords } from '../values/concept.ts';
import { participationsWords } from '../values/person.ts';
import { whenWords } from '../values/when.ts';
import type { SectionText } from './section-text.ts';

/** Texts of the source as they were written; one that stands in several documents is printed once. */
export function sourceTexts(context: Context, texts: readonly SectionText[]): Block[] {
  const written = texts.filter(({ blocks }) => blocks.length > 0);
  const once = new Map(written.map((one) => [`${one.subject ?? ''} ${one.xhtml}`, one]));
  return [...once.values()].flatMap((one): Block[] => [
    {
      block: 'heading',
      level: 3,
      text: one.title ?? conceptWords(one.code, context.words) ?? context.words.say.narrative,
    },
    { block: 'paragraph', size: 'small', text: [quiet(originWords(one, context))] },
    ...lowered(one.blocks),
  ]);
}

function originWords({ document, authors, subject }: SectionText, context: Context): string {
  const { words } = context;
  const parts = [
    subject && `${words.label.focus}: ${subject}`,
    words.say.narrative,
    document.title ?? conceptWords(document.type, words),
    whenWords(document.date, words),
    participationsWords(authors, context),
  ];
  return parts.filter(Boolean).join(', ');
}

/** Headings inside a narrative are words of it, no headings of ours. */
const lowered = (blocks: readonly Block[]): Block[] =>
  blocks.map((block) =>
    block.block === 'heading' ? { block: 'paragraph', text: [{ text: block.text, tone: 'term' }] } : block,
  );

/** What the source says in words of its sections and entries, and nothing that is printed above. */
export function remainingTexts(
  context: Context,
  texts: readonly SectionText[],
  above: readonly Block[],
): Block[] {
  const printed = new Set(textsOf(above, false).flatMap(wordsOf));
  const more = texts.filter(
    ({ hasEntries, blocks, subject }) => hasEntries && (subject !== undefined || saysMore(blocks, printed)),
  );
  const sections = sourceTexts(context, more);
  for (const word of textsOf(sections, false).flatMap(wordsOf)) printed.add(word);
  const entries = entryTexts(context.record).filter((text) =>
    wordsOf(text).some((word) => !printed.has(word)),
  );
  const { say } = context.words;
  return [
    ...(sections.length > 0
      ? [{ block: 'paragraph', text: [quiet(say.sourceWords)] } as const, ...sections]
      : []),
    ...(entries.length > 0
      ? [
          { block: 'heading', level: 3, text: say.entryTexts } as const,
          { block: 'list', items: entries.map((text): Block[] => [{ block: 'paragraph', text }]) } as const,
        ]
      : []),
  ];
}

/** The words that entries point at, each once. */
function entryTexts({ statements }: PatientRecord): string[] {
  const texts = Object.values(statements).flatMap((items) =>
    items.flatMap((item) => ('text' in item && item.text ? [narrativeText(item.text.xhtml)] : [])),
  );
  return [...new Set(texts)];
}
