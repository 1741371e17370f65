import type { Annotation, Coding, Participation, Reference } from '../../record/index.ts';
import type { Context } from './context.ts';
import { everyField } from './every-field.ts';
import { conceptsWords } from './values/concept.ts';
import { participationsWords, refWords } from './values/person.ts';
import { whenWords } from './values/when.ts';
import type { Label, Words } from './words/words.ts';

/** Something that stands beside the main words of an entry. */
export interface Detail {
  readonly label: string;
  readonly value: string;
  /** That nobody may read past it. */
  readonly isAlert?: true;
}

/** Details by their labels, without those that say nothing. */
export function details(
  { words }: Context,
  given: readonly (readonly [Label, string | undefined])[],
): Detail[] {
  return given.flatMap(([label, value]) => (value ? [{ label: words.label[label], value }] : []));
}

interface Said {
  readonly authors?: readonly Participation[] | undefined;
  readonly informants?: readonly Participation[] | undefined;
  readonly labels?: readonly Coding[] | undefined;
  readonly notes?: readonly Annotation[] | undefined;
  readonly encounter?: Reference | undefined;
}

/** What every statement may have: who may see it, notes, at which encounter, who wrote it and on whose word. */
export const said = ({ authors, informants, labels, notes, encounter }: Said, context: Context): Detail[] => [
  ...labelDetails(labels, context),
  ...details(context, [
    ...(notes ?? []).map((one) => ['note', noteWords(one, context)] as const),
    ['during', refWords(encounter, context)],
    ['author', participationsWords(authors, context)],
    ['informant', participationsWords(informants, context)],
  ]),
];

interface Statement extends Omit<Said, 'encounter'> {
  readonly id: unknown;
  readonly identifiers?: unknown;
  readonly text?: unknown;
}

/** A statement as what every one may have and what is its own; ids and the source's rendering are not printed beside it. */
export function takeApart<T extends Statement>(statement: T) {
  const {
    id: _id,
    identifiers: _numbers,
    text: _text,
    authors,
    informants,
    labels,
    notes,
    ...own
  } = statement;
  return { told: { authors, informants, labels, notes }, own };
}

/** Who may see a statement: whoever copies or hands on the paper must know. */
function labelDetails(labels: Said['labels'], { words }: Context): Detail[] {
  const value = conceptsWords(
    labels?.map((one) => ({ codings: [one] })),
    words,
  );
  return value ? [{ label: words.label.securityLabel, value, isAlert: true }] : [];
}

/** A note with who wrote it and when. */
export function noteWords({ text, author, time, ...rest }: Annotation, context: Context): string {
  everyField(rest);
  const remarks = [refWords(author, context), whenWords(time, context.words)].filter(Boolean).join(', ');
  return remarks ? `${text} (${remarks})` : text;
}

/** What is said again in other details: who recorded it is often who wrote it, and at that time. */
const echoes: readonly (readonly [echo: Label, of: Label])[] = [
  ['recorded', 'author'],
  ['recorder', 'author'],
  ['asserted', 'author'],
  ['type', 'kind'],
  ['source', 'informant'],
];

/** Details without those that others say. */
export const withoutEchoes = (given: readonly Detail[], { label }: Words): Detail[] =>
  given.filter(
    (one) =>
      !echoes.some(
        ([echo, of]) =>
          one.label === label[echo] &&
          given.some(
            (other) => other !== one && other.label === label[of] && other.value.includes(one.value),
          ),
      ),
  );
