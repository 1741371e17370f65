import type { Amount, Dosage, Timing } from '../../../record/index.ts';
import { everyField } from '../every-field.ts';
import type { Words } from '../words/words.ts';
import { conceptsWords, conceptWords } from './concept.ts';
import { doseWords, quantityWords, rangeWords, ratioWords } from './quantity.ts';
import { periodWords, whenWords } from './when.ts';

/** How something is taken: the source's own sentence, and under it what the source says in fields. */
export interface DosageWords {
  readonly sentence: string | undefined;
  readonly fields: string | undefined;
}

export function dosageWords(dosage: Dosage, words: Words): DosageWords {
  const { text, patientInstruction, additionalInstructions, timing, asNeeded, asNeededFor, ...more } = dosage;
  const { site, route, dose, rate, maxDosePerPeriod, ...rest } = more;
  everyField(rest);
  const { label } = words;
  const maximum = ratioWords(maxDosePerPeriod, words);
  const reason = conceptWords(asNeededFor, words);
  const fields = [
    doseOf(dose, words),
    conceptWords(route, words),
    timingWords(timing, words),
    reason ? `${label.asNeededFor} ${reason}` : asNeeded && label.asNeeded.toLowerCase(),
    labelled(label.rate, amountWords(rate, words, quantityWords)),
    labelled(label.site, conceptWords(site, words)),
    labelled(label.maximum, maximum),
    conceptsWords(additionalInstructions, words),
    labelled(label.patientInstruction, patientInstruction),
  ];
  return { sentence: text, fields: fields.filter(Boolean).join(', ') || undefined };
}

/** A bare number is said to be the dose. */
function doseOf(dose: Amount | undefined, words: Words): string | undefined {
  const said = amountWords(dose, words, doseWords);
  return said && /^[\d.,]+$/.test(said) ? `${words.label.dose} ${said}` : said;
}

const labelled = (label: string, value: string | undefined): string | undefined =>
  value && `${label}: ${value}`;

function amountWords(amount: Amount | undefined, words: Words, number: typeof doseWords): string | undefined {
  if (!amount) return undefined;
  const { quantity, range, ratio, ...rest } = amount;
  everyField(rest);
  return number(quantity, words) ?? rangeWords(range, words) ?? ratioWords(ratio, words);
}

/** When something is taken, in words. */
export function timingWords(timing: Timing | undefined, words: Words): string | undefined {
  if (!timing) return undefined;
  const { events, bounds, count, duration, frequency, frequencyMax, period, periodMax, ...more } = timing;
  const { periodUnit, daysOfWeek, timesOfDay, when, offset, ...rest } = more;
  everyField(rest);
  const { say } = words;
  const length = quantityWords(duration, words);
  const parts = [
    events?.map((one) => whenWords(one, words)).join(', '),
    rhythm({ frequency, frequencyMax, period, periodMax, periodUnit }, words),
    daysOfWeek?.map((day) => words.day[day]).join(', '),
    timesOfDay?.map((time) => time.replace(/^(\d\d:\d\d):00$/, '$1')).join(', '),
    when?.map((code) => words.event[code] ?? code).join(', '),
    offset === undefined ? undefined : say.minutes(offset),
    length && say.over(length),
    count === undefined ? undefined : say.inAll(count),
    periodWords(bounds, words),
  ];
  return parts.filter(Boolean).join(', ') || undefined;
}

type Rhythm = Pick<Timing, 'frequency' | 'frequencyMax' | 'period' | 'periodMax' | 'periodUnit'>;

function rhythm(
  { frequency, frequencyMax, period, periodMax, periodUnit }: Rhythm,
  words: Words,
): string | undefined {
  const { say } = words;
  const often =
    frequency === undefined ? undefined : frequencyMax ? `${frequency}–${frequencyMax}` : frequency;
  const times = often === undefined ? undefined : say.times(often);
  if (period === undefined || !periodUnit) return times;
  const [one, many] = words.periodUnit[periodUnit];
  const long = periodMax ? `${period}–${periodMax}` : period;
  const length = long === '1' ? one : `${long} ${many}`;
  return often === 1 || often === undefined ? say.every(length) : `${times} ${say.every(length)}`;
}
