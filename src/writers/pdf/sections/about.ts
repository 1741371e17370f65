import type { Block } from '../../../document/index.ts';
import type { Document, OutsideAct, RelatedDocument } from '../../../record/index.ts';
import type { Context } from '../context.ts';
import { type Detail, details, said, takeApart } from '../details.ts';
import { everyField } from '../every-field.ts';
import { group } from '../group.ts';
import type { Left } from '../narrowed.ts';
import { cell, main, type Row } from '../section-table.ts';
import { codesWords, conceptsWords, conceptWords } from '../values/concept.ts';
import { identifierWords, participationsWords, participationWords, refWords } from '../values/person.ts';
import { dateWords, periodWords, whenWords } from '../values/when.ts';
import type { SectionKey } from '../words/section-keys.ts';
import type { SectionText } from './section-text.ts';

interface Account {
  readonly texts: readonly SectionText[];
  /** What was left out on request, by kind. */
  readonly left: Left;
  /** The sections that were printed, and how many entries stand in each. */
  readonly shown: ReadonlyMap<SectionKey, number>;
  readonly hidden: ReadonlyMap<SectionKey, number>;
}

/** Where everything comes from, what is shown, and what is not. */
export function about(context: Context, account: Account): Block[] {
  const { words, options, record } = context;
  const { say, label } = words;
  const columns = [
    { title: label.document, share: 5 },
    { title: label.date, share: 2.4 },
    { title: label.custodian, share: 4 },
  ];
  const rows = record.statements.document.map((one) => documentRow(one, context));
  return [
    { block: 'heading', level: 2, text: say.about },
    { block: 'paragraph', text: say.converted(options.program, dateWords(options.asOf, words)) },
    ...accountTable(context, account),
    ...emptySections(context, account),
    ...group({ title: say.documents(rows.length), columns, rows }, context),
    { block: 'paragraph', size: 'small', text: [{ text: say.leftOutWords, tone: 'quiet' }] },
    ...(options.maskIds
      ? [{ block: 'paragraph', size: 'small', text: [{ text: say.masked, tone: 'quiet' }] } as const]
      : []),
  ];
}

function accountTable({ words, options }: Context, { shown, hidden, left }: Account): Block[] {
  const { label, say, section } = words;
  const keys = (Object.keys(section) as SectionKey[]).filter(
    (key) => shown.has(key) || hidden.has(key) || left.has(key),
  );
  const rows = keys.map((key) => {
    const [yes, no] = [shown.get(key) ?? 0, (hidden.get(key) ?? 0) + (left.get(key) ?? 0)];
    return [cell(section[key]), cell(String(yes + no)), cell(String(yes)), cell(String(no))];
  });
  const asked = [
    options.since && say.noSince(dateWords(options.since, words)),
    options.encounter && say.oneEncounter,
  ];
  const why = [...asked, hidden.size > 0 && '--sections'].filter(Boolean).join(', ');
  if (rows.length === 0) return [];
  return [
    { block: 'heading', level: 3, text: say.account },
    { block: 'paragraph', size: 'small', text: [{ text: say.accountWords, tone: 'quiet' }] },
    {
      block: 'table',
      columns: [
        { title: label.section, share: 6 },
        { title: label.read, share: 1.5, align: 'right' },
        { title: label.shown, share: 1.5, align: 'right' },
        { title: label.leftOut, share: 1.5, align: 'right' },
      ],
      rows,
    },
    ...(why ? [{ block: 'paragraph', text: say.leftOutBy(why) } as const] : []),
  ];
}

/** Sections that say that they are empty, and why. */
function emptySections({ words }: Context, { texts }: Account): Block[] {
  const empty = texts.filter(({ hasEntries, blocks }) => !hasEntries && blocks.length === 0);
  const said = empty.map(({ title, code, emptyReason, subject }) => {
    const name = title ?? conceptWords(code, words) ?? words.label.section;
    const remarks = [subject, emptyReason && (words.emptyReason[emptyReason] ?? emptyReason)].filter(Boolean);
    return remarks.length > 0 ? `${name} (${remarks.join(', ')})` : name;
  });
  return said.length > 0
    ? [{ block: 'paragraph', text: `${words.say.emptySections}: ${[...new Set(said)].join(', ')}` }]
    : [];
}

function documentRow(item: Document, context: Context): Row {
  const { told, own } = takeApart(item);
  const { encounter, ...more } = own;
  const { source, setId: _set, templates: _templates, sections: _sections, ...header } = more;
  const { words } = context;
  const { type, title, date, custodian } = header;
  const file = `${source.file}, ${source.mediaType}, ${source.size} bytes, SHA-256 ${source.sha256}`;
  return {
    cells: [
      main(title ?? conceptWords(type, words) ?? words.label.document),
      cell(whenWords(date, words)),
      cell(refWords(custodian, context)),
    ],
    codes: type && codesWords(type),
    details: [
      ...headerDetails(header, context),
      ...said({ ...told, encounter }, context),
      ...details(context, [['file', file]]),
    ],
  };
}

type Header = Omit<
  Document,
  | 'id'
  | 'identifiers'
  | 'text'
  | 'authors'
  | 'informants'
  | 'labels'
  | 'notes'
  | 'encounter'
  | 'source'
  | 'setId'
  | 'templates'
  | 'sections'
>;

function headerDetails(header: Header, context: Context): Detail[] {
  const {
    type,
    title: _title,
    date: _date,
    custodian: _custodian,
    version,
    confidentiality,
    ...more
  } = header;
  const { language, dataEnterer, recipients, legalAuthenticator, authenticators, ...late } = more;
  const { participants, events, orders, consents, related, ...rest } = late;
  everyField(rest);
  const { words } = context;
  return details(context, [
    ['type', conceptWords(type, words)],
    ['version', version],
    ['language', language],
    ['confidentiality', conceptWords(confidentiality, words)],
    ['enteredBy', participationWords(dataEnterer, context)],
    ['recipient', participationsWords(recipients, context)],
    ['signed', participationWords(legalAuthenticator, context)],
    ['authenticated', participationsWords(authenticators, context)],
    ['participants', participationsWords(participants, context)],
    ['events', eventsWords(events, context)],
    ['orderNumber', actsWords(orders, context)],
    ['consent', actsWords(consents, context)],
    ['related', related?.map((one) => relatedWords(one, context)).join('; ')],
  ]);
}

/** Acts that the header names: what they are, and their numbers. */
const actsWords = (acts: readonly OutsideAct[] | undefined, context: Context): string | undefined =>
  acts
    ?.map(({ code, identifiers, ...rest }) => {
      everyField(rest);
      const numbers = identifiers?.map((one) => identifierWords(one, context));
      return [conceptWords(code, context.words), ...(numbers ?? [])].filter(Boolean).join(' ');
    })
    .filter(Boolean)
    .join(', ') || undefined;

const eventsWords = (events: Document['events'], context: Context): string | undefined =>
  events
    ?.map(({ codes, period, performers, ...rest }) => {
      everyField(rest);
      const { words } = context;
      return [
        conceptsWords(codes, words),
        periodWords(period, words),
        participationsWords(performers, context),
      ]
        .filter(Boolean)
        .join(', ');
    })
    .join('; ');

function relatedWords(
  { type, identifiers, setId: _set, version, ...rest }: RelatedDocument,
  context: Context,
): string {
  everyField(rest);
  const numbers = identifiers.map((one) => identifierWords(one, context)).join(', ');
  return [context.words.related[type], numbers, version && `${context.words.label.version} ${version}`]
    .filter(Boolean)
    .join(' ');
}
