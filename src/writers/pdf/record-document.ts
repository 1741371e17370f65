import type { Block, PrintDocument } from '../../document/index.ts';
import type { NoneKnown, Observation, PatientRecord } from '../../record/index.ts';
import { type Context, contextOf } from './context.ts';
import { said } from './details.ts';
import { everyField } from './every-field.ts';
import { type Grouped, groupedOf, keyOfStatement } from './grouped.ts';
import { head, runningName } from './head.ts';
import { type Left, narrowed } from './narrowed.ts';
import type { PdfOptions } from './options.ts';
import { below } from './section-table.ts';
import { about } from './sections/about.ts';
import { allergies, allergyTruth } from './sections/allergies.ts';
import { bodyOf, movablesOf } from './sections/bodies.ts';
import { laterBlocks } from './sections/later.ts';
import { type SectionText, sectionTexts } from './sections/section-text.ts';
import { remainingTexts, sourceTexts } from './sections/source-text.ts';
import { patientName } from './values/person.ts';
import { dateWords } from './values/when.ts';
import { languages, type SectionKey } from './words/index.ts';

/** What one section is made of. */
interface Material {
  readonly context: Context;
  readonly grouped: Grouped;
  readonly texts: readonly SectionText[];
}

/** A patient's record as a document to print. */
export function recordDocument(given: PatientRecord, options: PdfOptions): PrintDocument {
  const whole = ordered(given);
  const words = languages[options.language];
  const texts = sectionTexts(whole);
  const grouped = groupedOf(whole, texts);
  const { record, left } = narrowed(whole, options, grouped);
  const context = contextOf(record, options, words);
  const material = { context, grouped, texts };
  const truth = allergyTruth(context, textsFor('allergies', texts));
  return {
    title: `${words.say.title}: ${patientName(context)}`,
    language: words.language,
    paper: options.paper,
    scale: options.largePrint ? 1.26 : 1,
    created: options.asOf,
    producer: options.program,
    running: {
      name: runningName(context),
      alert: [{ text: truth.running, tone: truth.isRisk ? 'alert' : 'quiet' }],
    },
    footer: words.say.footer(
      words.say.documents(record.statements.document.length),
      dateWords(options.asOf.slice(0, 10), words),
    ),
    pageWords: words.say.page,
    blocks: [...head(context), ...sections(material, left)],
  };
}

/** All lists by id, so that a record that was written and read back is printed alike. */
function ordered(record: PatientRecord): PatientRecord {
  const byId = (lists: Readonly<Record<string, readonly { id: string }[]>>) =>
    Object.fromEntries(
      Object.entries(lists).map(([name, items]) => [name, items.toSorted((a, b) => (a.id < b.id ? -1 : 1))]),
    );
  return {
    ...record,
    statements: byId(record.statements),
    people: byId(record.people),
  } as unknown as PatientRecord;
}

const textsFor = (key: SectionKey, texts: readonly SectionText[]): SectionText[] =>
  texts.filter((text) => !text.hasEntries && placeOf(text) === key);

/** A text without entries stands where its kind is printed; what no section of ours speaks of is a note. */
const placeOf = ({ key }: SectionText): SectionKey => key ?? 'notes';

const isAsked = (key: SectionKey, { sections }: PdfOptions): boolean =>
  key === 'allergies' || sections === undefined || sections.includes(key);

function sections(material: Material, left: Left): Block[] {
  const { context, texts, grouped } = material;
  const { words, options } = context;
  const keys = Object.keys(words.section) as SectionKey[];
  const asked = keys.filter((key) => isAsked(key, options));
  const blocks: Block[] = [];
  const draw = (key: SectionKey): void => {
    const body = key === 'source' ? remainingTexts(context, texts, blocks) : sectionBody(key, material);
    // The allergies have a heading that says how it stands with them.
    if (body.length > 0 && key !== 'allergies')
      blocks.push({ block: 'heading', level: 2, text: words.section[key] });
    blocks.push(...body);
  };
  for (const key of asked.filter((one) => !atEnd.has(one))) draw(key);
  blocks.push(...later(asked, material));
  for (const key of asked.filter((one) => atEnd.has(one))) draw(key);
  const counts = [...countsOf(context.record, grouped)];
  const shown = new Map(counts.filter(([key]) => asked.includes(key)));
  const hidden = new Map(counts.filter(([key]) => !asked.includes(key)));
  return [...blocks, ...about(context, { texts, left, shown, hidden })];
}

/** What follows on what was moved: who is who, and the source's own words, of which only those count that stand nowhere above. */
const atEnd: ReadonlySet<SectionKey> = new Set<SectionKey>(['demographics', 'people', 'source']);

const later = (asked: readonly SectionKey[], material: Material): Block[] =>
  laterBlocks(
    material.context.words.say.earlierLater,
    asked.flatMap((key) => movablesOf(key, material.context, observationsOf(key, material))),
  );

function countsOf({ statements }: PatientRecord, grouped: Grouped): Map<SectionKey, number> {
  const counts = new Map<SectionKey, number>();
  for (const [kind, items] of Object.entries(statements)) {
    for (const { id } of items) {
      const key = keyOfStatement(kind as keyof typeof statements, id, grouped);
      if (key) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

const observationsOf = (key: SectionKey, { context, grouped }: Material): Observation[] =>
  context.record.statements.observation.filter(({ id }) => grouped.get(id) === key);

/** Sections whose emptiness is said. */
const core: ReadonlySet<SectionKey> = new Set<SectionKey>(['problems', 'medications']);

function sectionBody(key: SectionKey, material: Material): Block[] {
  const { context, texts } = material;
  const own = textsFor(key, texts);
  const words = sourceTexts(context, own);
  if (key === 'allergies') return [...allergies(context, own), ...words];
  const entries = bodyOf(key, context, observationsOf(key, material));
  const body = [...entries, ...noneKnown(key, context, entries.length > 0), ...words];
  if (body.length > 0 || !core.has(key)) return body;
  const { say, section } = context.words;
  const name = section[key].toLowerCase();
  const isNone = texts.some((text) => text.key === key && text.emptyReason === 'nilknown');
  return [{ block: 'paragraph', text: isNone ? say.none(name) : say.notRecorded(name) }];
}

const placeOfNone: Readonly<Record<NoneKnown['about'], SectionKey>> = {
  medications: 'medications',
  otherMedications: 'medications',
  immunizations: 'immunizations',
  procedures: 'procedures',
  devices: 'alerts',
  healthConcerns: 'problems',
  goals: 'goals',
  orders: 'plan',
};

/** That somebody is said to have none of a kind. */
function noneKnown(key: SectionKey, context: Context, isContradicted: boolean): Block[] {
  const items = context.record.statements.noneKnown.filter(({ about }) => placeOfNone[about] === key);
  return items.flatMap(
    ({
      id: _id,
      identifiers: _numbers,
      text: _text,
      about,
      authors,
      informants,
      labels,
      notes,
      ...rest
    }): Block[] => {
      everyField(rest);
      const { say, noneKnown } = context.words;
      return [
        {
          block: 'paragraph',
          text: isContradicted ? say.statedNone(noneKnown[about]) : say.none(noneKnown[about]),
        },
        ...below(said({ authors, informants, labels, notes }, context)).map(
          (text): Block => ({ block: 'paragraph', size: 'small', text }),
        ),
      ];
    },
  );
}
