import type { Block } from '../../../document/index.ts';
import type { Attachment, Media, Note, OutsideDocument } from '../../../record/index.ts';
import type { Context } from '../context.ts';
import { type Detail, details, said, takeApart } from '../details.ts';
import { everyField } from '../every-field.ts';
import { narrativeBlocks } from '../narrative/blocks.ts';
import { below, cell, main, type Row, sectionTable } from '../section-table.ts';
import { codesWords, conceptsWords, conceptWords } from '../values/concept.ts';
import { attachmentWords } from '../values/observed.ts';
import { identifierWords, refsWords, refWords } from '../values/person.ts';
import { periodWords, timeKey, whenWords } from '../values/when.ts';

/** Notes: each with its text, as it was written. */
export function notes(context: Context): Block[] {
  const items = context.record.statements.note.toSorted((a, b) =>
    timeKey(a.date) < timeKey(b.date) ? 1 : -1,
  );
  return items.flatMap((one) => noteBlocks(one, context));
}

function noteBlocks(item: Note, context: Context): Block[] {
  const {
    id: _id,
    identifiers: _numbers,
    text,
    authors,
    informants,
    labels,
    notes,
    status,
    docStatus,
    type,
    date,
    ...more
  } = item;
  const { period, contents, related, about: subjects, encounter, custodian, ...rest } = more;
  everyField(rest);
  const { words } = context;
  const title = [conceptWords(type, words), whenWords(date, words)].filter(Boolean).join(', ');
  const about: Detail[] = [
    ...details(context, [
      ['status', words.status[status]],
      ['verification', docStatus && words.status[docStatus]],
      ['period', periodWords(period, words)],
      ['related', relatedWords(related, context)],
      ['focus', refsWords(subjects, context)],
      ['content', otherContents(contents, context)],
      ['custodian', refWords(custodian, context)],
    ]),
    ...said({ authors, informants, labels, notes, encounter }, context),
  ];
  const written = textContents(contents).flatMap(textBlocks);
  return [
    { block: 'heading', level: 3, text: title || words.label.note },
    ...below(about, codesWords(type)).map(
      (line): Block => ({ block: 'paragraph', size: 'small', text: line }),
    ),
    ...(written.length > 0 || !text ? written : narrativeBlocks(text.xhtml)),
  ];
}

const relatedWords = (related: Note['related'], context: Context): string | undefined =>
  related
    ?.map(({ type, identifiers, ...rest }) => {
      everyField(rest);
      const numbers = identifiers.map((one) => identifierWords(one, context)).join(', ');
      return [type && context.words.related[type], numbers].filter(Boolean).join(' ');
    })
    .join('; ');

const isText = ({ contentType = 'text/plain', data }: Attachment): boolean =>
  data !== undefined && /^text\/(plain|x-hl7|markdown)/.test(contentType);

/** The texts of a note, decoded. */
export const textContents = (contents: readonly Attachment[] | undefined): string[] =>
  (contents ?? []).filter(isText).map(({ data = '' }) => Buffer.from(data, 'base64').toString('utf8'));

const otherContents = (contents: Note['contents'], { words }: Context): string | undefined =>
  contents
    ?.filter((one) => !isText(one))
    .map((one) => attachmentWords(one, words))
    .join('; ') || undefined;

/** A text whose lines are set by hand keeps them; any other flows. */
export function textBlocks(text: string): Block[] {
  if (/\S {3,}\S|\t/.test(text)) return [{ block: 'preformatted', text: text.trimEnd() }];
  return text
    .split(/\n\s*\n/)
    .filter((one) => one.trim() !== '')
    .map((one) => ({ block: 'paragraph', text: one.trim() }) as const);
}

/** Pictures, scans and documents that stand elsewhere. */
export function documents(context: Context): Block[] {
  const { label } = context.words;
  const { media, outsideDocument } = context.record.statements;
  const columns = [
    { title: label.document, share: 6 },
    { title: label.date, share: 2.5 },
    { title: label.content, share: 5 },
  ];
  const rows = [
    ...media.map((one) => mediaRow(one, context)),
    ...outsideDocument.map((one) => outsideRow(one, context)),
  ];
  return [...sectionTable(columns, rows, context), ...media.flatMap((one) => pictures(one, context))];
}

const drawn = /^image\/(jpeg|png)$/;

const pictures = ({ contents, title }: Media, { words }: Context): Block[] =>
  (contents ?? [])
    .filter(({ contentType = '' }) => drawn.test(contentType))
    .map(({ data, sha256, title: own }) => ({
      block: 'picture',
      data,
      sha256,
      words: own ?? title ?? words.label.content,
    }));

function mediaRow(item: Media, context: Context): Row {
  const { told, own } = takeApart(item);
  const { title, date, contents, encounter, ...rest } = own;
  everyField(rest);
  const { words } = context;
  return {
    cells: [
      main(title ?? words.label.content),
      cell(whenWords(date, words)),
      cell(...(contents ?? []).map((one) => contentLine(one, context))),
    ],
    details: said({ ...told, encounter }, context),
  };
}

const contentLine = (one: Attachment, { words, options }: Context): string =>
  one.sha256 === undefined
    ? attachmentWords(one, words)
    : `${attachmentWords(one, words)} (${options.attached ? words.say.attached : words.say.kept})`;

function outsideRow(item: OutsideDocument, context: Context): Row {
  const { told, own } = takeApart(item);
  const { type, categories, setId, ...more } = own;
  const { version, contentType, url, title, ...rest } = more;
  everyField(rest);
  const { words } = context;
  return {
    cells: [
      main(title ?? conceptWords(type, words) ?? words.label.document),
      cell(),
      cell([contentType, url].filter(Boolean).join(', ')),
    ],
    codes: type && codesWords(type),
    details: [
      ...details(context, [
        ['type', conceptWords(type, words)],
        ['category', conceptsWords(categories, words)],
        ['set', setId && identifierWords(setId, context)],
        ['version', version],
      ]),
      ...said(told, context),
    ],
  };
}
