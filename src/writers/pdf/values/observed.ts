import type {
  Attachment,
  Observation,
  ObservationComponent,
  ObservationValue,
  ReferenceRange,
} from '../../../record/index.ts';
import type { Context } from '../context.ts';
import { everyField } from '../every-field.ts';
import type { Words } from '../words/words.ts';
import { conceptWords } from './concept.ts';
import { quantityWords, rangeWords, ratioWords } from './quantity.ts';
import { periodWords, whenWords } from './when.ts';

/** What was found, in words. */
export function valueWords(value: ObservationValue | undefined, words: Words): string | undefined {
  if (!value) return undefined;
  const {
    quantity,
    concept,
    string,
    boolean,
    integer,
    range,
    ratio,
    time,
    period,
    attachment,
    absent,
    ...rest
  } = value;
  everyField(rest);
  const parts = [
    quantityWords(quantity, words),
    conceptWords(concept, words),
    string,
    boolean === undefined ? undefined : boolean ? words.yes : words.no,
    integer,
    rangeWords(range, words),
    ratioWords(ratio, words),
    whenWords(time, words),
    periodWords(period, words),
    attachment && attachmentWords(attachment, words),
    absent && ((words.absent as Record<string, string>)[absent] ?? absent),
  ];
  return parts.filter(Boolean).join(' ') || undefined;
}

/** Content of another format by its title and kind. */
export function attachmentWords(attachment: Attachment, { label }: Words): string {
  const { contentType, language, data, sha256: _hash, sha1: _sha1, url, size, title, ...rest } = attachment;
  everyField(rest);
  const bytes = size ?? (data && Math.floor((data.length * 3) / 4));
  const name = title ?? (contentType === undefined ? label.content : undefined);
  const parts = [name, contentType, bytes !== undefined && `${bytes} bytes`, language, url];
  return parts.filter(Boolean).join(', ');
}

/** A range by which a value is judged. */
export function referenceWords({ low, high, meaning, text, ...rest }: ReferenceRange, words: Words): string {
  everyField(rest);
  const numbers = rangeWords({ low, high }, words);
  const isSaid = [low?.value, high?.value].every((one) => one === undefined || text?.includes(one));
  const said = text && numbers && !isSaid ? `${numbers} (${text})` : (text ?? numbers);
  return [conceptWords(meaning, words), said].filter(Boolean).join(': ');
}

/** What the source says of a value in a letter or two, as a word that needs no colour. */
export const flagWords = (item: Pick<Observation, 'interpretations'>, words: Words): string | undefined =>
  item.interpretations
    ?.map((one) => {
      const flag = one.codings.map(({ code }) => words.flag[code ?? '']).find(Boolean);
      const name = conceptWords(one, words);
      if (!flag || !name) return flag ?? name;
      const isSame = flag.toLowerCase().includes(name.toLowerCase()) || /^.{1,2}$/.test(name);
      return isSame ? flag : `${flag} (${name})`;
    })
    .filter(Boolean)
    .join(', ') || undefined;

/** Whether a flag says that something is not as it should be. */
export const isAlarming = (flag: string | undefined): boolean => /^[▲▼!]/.test(flag ?? '');

/** A flag from the range of the source, marked as ours, where the source gives none. */
export function computedFlag(item: Observation, words: Words): string | undefined {
  if (item.interpretations?.length) return undefined;
  const { quantity } = item.value ?? {};
  const [range, other] = item.referenceRanges ?? [];
  if (!quantity?.value || quantity.comparator || !range || other || range.meaning) return undefined;
  const isIn = (limit: ReferenceRange['low']) =>
    limit?.value !== undefined && (limit.unit ?? limit.code) === (quantity.unit ?? quantity.code);
  const value = Number(quantity.value);
  if (isIn(range.high) && value > Number(range.high?.value)) return words.say.computed(words.say.above);
  return isIn(range.low) && value < Number(range.low?.value)
    ? words.say.computed(words.say.below)
    : undefined;
}

/** A part of an observation on one line. */
export function componentWords(component: ObservationComponent, words: Words): string {
  const { code, value, interpretations, referenceRanges, ...rest } = component;
  everyField(rest);
  const remarks = [
    flagWords({ interpretations }, words),
    referenceRanges?.map((one) => referenceWords(one, words)).join('; '),
  ].filter(Boolean);
  const said = `${conceptWords(code, words) ?? ''}: ${valueWords(value, words) ?? '–'}`;
  return remarks.length > 0 ? `${said} (${remarks.join(', ')})` : said;
}

/** When it holds, whichever way the source says it. */
export const observedWords = (
  { effective, effectivePeriod }: Observation,
  { words }: Context,
): string | undefined => whenWords(effective, words) ?? periodWords(effectivePeriod, words);
