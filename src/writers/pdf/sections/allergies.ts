import type { Block, Span } from '../../../document/index.ts';
import type { Allergy, Reaction } from '../../../record/index.ts';
import { noKnownAllergyName } from '../../../terminology/index.ts';
import type { Context } from '../context.ts';
import { details, said, takeApart } from '../details.ts';
import { everyField } from '../every-field.ts';
import { group } from '../group.ts';
import { alert, cell, main, quiet, type Row, sectionTable } from '../section-table.ts';
import { codesWords, conceptWords } from '../values/concept.ts';
import { mainWords } from '../values/main-words.ts';
import { refWords } from '../values/person.ts';
import { whenWords } from '../values/when.ts';
import type { Words } from '../words/words.ts';
import type { SectionText } from './section-text.ts';

/** What is to be known of a patient's allergies before anything else: the title, and the line of every page. */
export interface AllergyTruth {
  readonly title: string;
  readonly explanation: string | undefined;
  readonly running: string;
  readonly isRisk: boolean;
}

/** Whether an allergy holds: not refuted, not in error, not resolved. */
const holds = ({ verificationStatus, noRiskSubstance, clinicalStatus, code }: Allergy): boolean =>
  verificationStatus !== 'refuted' &&
  verificationStatus !== 'entered-in-error' &&
  clinicalStatus !== 'resolved' &&
  clinicalStatus !== 'inactive' &&
  noRiskSubstance === undefined &&
  !isNoneKnown(code);

const isNoneKnown = (code: Allergy['code']): boolean =>
  code?.codings.some(({ code }) => code !== undefined && noKnownAllergyName(code) !== undefined) ?? false;

/** SNOMED CT: no known allergy, of whatever kind. */
const generalNone = '716186003';

const isInForce = ({ verificationStatus }: Allergy): boolean =>
  verificationStatus !== 'refuted' && verificationStatus !== 'entered-in-error';

/** The one of the titles that is true. */
export function allergyTruth({ record, words }: Context, texts: readonly SectionText[]): AllergyTruth {
  const { allergy } = record.statements;
  const { say } = words;
  const known = allergy.filter(holds).toSorted(bySeverity);
  if (known.length > 0) {
    const names = known.map((one) => shortName(one, words));
    return { title: say.knownAllergies, explanation: undefined, running: listed(names, words), isRisk: true };
  }
  const none = allergy.filter((one) => isInForce(one) && isNoneKnown(one.code));
  const isGeneral = none.some(({ code }) => code?.codings.some(({ code }) => code === generalNone));
  const title = isGeneral
    ? say.noKnownAllergies
    : none.map(({ code }) => conceptWords(code, words)).find(Boolean);
  if (title !== undefined) return { title, explanation: undefined, running: title, isRisk: false };
  return withoutEntries(texts, words);
}

function withoutEntries(texts: readonly SectionText[], { say }: Words): AllergyTruth {
  if (texts.some(({ blocks }) => blocks.length > 0)) {
    const running = `${say.allergiesAsText} (${say.seePage1})`;
    return { title: say.allergiesAsText, explanation: say.allergiesAsTextWords, running, isRisk: true };
  }
  if (texts.some(({ emptyReason }) => emptyReason === 'nilknown')) {
    return {
      title: say.noKnownAllergies,
      explanation: undefined,
      running: say.noKnownAllergies,
      isRisk: false,
    };
  }
  const isUnavailable = texts.some(({ emptyReason }) => emptyReason !== undefined);
  const title = isUnavailable ? say.allergiesUnavailable : say.allergiesNotRecorded;
  const explanation = isUnavailable ? say.allergiesUnavailableWords : say.allergiesNotRecordedWords;
  return { title, explanation, running: title, isRisk: false };
}

const longestLine = 150;

function listed(names: readonly string[], { say }: Words): string {
  const unique = [...new Set(names)];
  let line = `${say.knownAllergies}: `;
  for (const [index, name] of unique.entries()) {
    const next = `${index === 0 ? '' : ', '}${name}`;
    if (line.length + next.length > longestLine) return `${line} … ${say.more(unique.length - index)}`;
    line += next;
  }
  return line;
}

const shortName = (item: Allergy, words: Words): string => {
  const { reactions = [], criticality } = item;
  const severe = criticality === 'high' || reactions.some(({ severity }) => severity === 'severe');
  return `${mainWords(item, words) ?? words.absent.unknown}${severe ? ` (${words.severity.severe})` : ''}`;
};

const rank = { severe: 0, moderate: 1, mild: 2 } as const;

/** What harms most comes first; what does not hold comes last. */
function bySeverity(one: Allergy, other: Allergy): number {
  const weight = (item: Allergy): number => {
    if (!holds(item)) return 9;
    const worst = Math.min(
      3,
      ...(item.reactions ?? []).map(({ severity }) => (severity ? rank[severity] : 3)),
    );
    return item.criticality === 'high' ? Math.min(worst, 0) : worst;
  };
  return weight(one) - weight(other);
}

/** Allergies: always there, the severe ones first. */
export function allergies(context: Context, texts: readonly SectionText[]): Block[] {
  const { words, record } = context;
  const { title, explanation, isRisk } = allergyTruth(context, texts);
  const items = record.statements.allergy.toSorted(bySeverity);
  const rows = (some: readonly Allergy[]) => some.map((one) => allergyRow(one, context));
  const { label } = words;
  const columns = [
    { title: label.substance, share: 5 },
    { title: label.reactions, share: 4.5 },
    { title: label.status, share: 2.5 },
    { title: label.since, share: 2 },
  ];
  return [
    { block: 'heading', level: 2, text: title, tone: isRisk ? 'alert' : 'accent' },
    ...(explanation ? [{ block: 'paragraph', text: explanation } as const] : []),
    ...sectionTable(columns, rows(items.filter(holds)), context),
    ...group(
      { title: words.say.allergiesOver, columns, rows: rows(items.filter((one) => !holds(one))) },
      context,
    ),
  ];
}

function allergyRow(item: Allergy, context: Context): Row {
  const { told, own } = takeApart(item);
  const { code, noRiskSubstance, ...more } = own;
  const { clinicalStatus, verificationStatus, type, category, kind, criticality, onset, ...late } = more;
  const { abatement, recorded, recorder, encounter, reactions, ...rest } = late;
  everyField(rest);
  const { words } = context;
  const status = [
    clinicalStatus && words.status[clinicalStatus],
    verificationStatus && words.status[verificationStatus],
  ];
  const name = noRiskSubstance
    ? words.say.noRisk(conceptWords(noRiskSubstance, words) ?? '')
    : rowName(item, words);
  return {
    cells: [
      main(name ?? words.absent.unknown),
      cell(
        criticalityText(criticality, words),
        ...(reactions ?? []).map((one) => reactionText(one, context)),
      ),
      cell(status.filter(Boolean).join(', ')),
      cell(whenWords(onset, words)),
    ],
    codes: codesWords(noRiskSubstance ?? code ?? { codings: [] }),
    details: [
      ...details(context, [
        ['type', type && words.allergyType[type]],
        ['category', category && words.allergyCategory[category]],
        ['kind', conceptWords(kind, words)],
        ['abatement', whenWords(abatement, words)],
        ['recorded', whenWords(recorded, words)],
        ['recorder', refWords(recorder, context)],
      ]),
      ...said({ ...told, encounter }, context),
    ],
  };
}

/** The kind of an allergy that is stated to be absent is no name of it. */
const rowName = (item: Allergy, words: Words): string | undefined =>
  isNoneKnown(item.code) ? conceptWords(item.code, words) : mainWords(item, words);

const criticalityText = (criticality: Allergy['criticality'], words: Words) =>
  criticality && [
    criticality === 'high' ? alert(words.criticality.high) : quiet(words.criticality[criticality]),
  ];

function reactionText(
  { manifestation, severity, severityConcept, onset, notes, ...rest }: Reaction,
  { words }: Context,
) {
  everyField(rest);
  const what = conceptWords(manifestation, words) ?? '';
  const own = conceptWords(severityConcept, words);
  const remarks = [own && `${words.label.sourceSeverity}: ${own}`, whenWords(onset, words), ...(notes ?? [])];
  const said = remarks.filter(Boolean).join(', ');
  return [
    { text: what, tone: 'normal' as const },
    ...severityText(severity, words),
    ...(said ? [quiet(` (${said})`)] : []),
  ];
}

const severityText = (severity: Reaction['severity'], words: Words): Span[] =>
  severity
    ? [{ text: ` ${words.severity[severity]}`, tone: severity === 'severe' ? 'alert' : 'normal' }]
    : [];
