import type { Block, Span } from '../../document/index.ts';
import type { Patient } from '../../record/index.ts';
import type { Context } from './context.ts';
import { quiet, term } from './section-table.ts';
import { conceptWords } from './values/concept.ts';
import { languageName } from './values/language.ts';
import { addressWords, identifierWords, patientName, telecomWords } from './values/person.ts';
import { ageWords, dateWords, timeKey, whenWords } from './values/when.ts';

/** Who the patient is, on top of the first page. */
export function head(context: Context): Block[] {
  const { words, record, options } = context;
  const { patient } = record;
  const dates = record.statements.document.map(({ date }) => timeKey(date)).toSorted();
  const latest = dates.at(-1);
  const sources = words.say.documents(record.statements.document.length);
  const truth = words.say.truth(
    dateWords(options.asOf.slice(0, 10), words),
    sources,
    latest ? dateWords(latest.slice(0, 10), words) : undefined,
  );
  const reached = contactWords(patient, context);
  return [
    { block: 'heading', level: 1, text: words.say.title },
    { block: 'paragraph', size: 'title', text: [term(patientName(context))] },
    { block: 'paragraph', size: 'large', text: banner(context) },
    ...(reached ? [{ block: 'paragraph', size: 'small', text: [quiet(reached)] } as const] : []),
    { block: 'paragraph', size: 'small', text: [quiet(truth)] },
  ];
}

/** Born, age or death, sex, number: the values heavier than their labels. */
function banner(context: Context): Span[] {
  const { words, record } = context;
  const { patient } = record;
  const { label } = words;
  const number = recordNumber(context);
  return [
    ...fact(label.born, bornWords(context)),
    ...fact(label.died, diedWords(context)),
    ...fact('', patient.gender ? words.gender[patient.gender] : conceptWords(patient.genderConcept, words)),
    ...(number ? fact(...number) : []),
  ];
}

const fact = (name: string, value: string | undefined): Span[] =>
  value ? [...(name ? [quiet(`${name} `)] : []), term(value), quiet('     ')] : [];

function bornWords({ words, record, options }: Context): string | undefined {
  const { birth, deceased, died } = record.patient;
  const date = whenWords(birth, words);
  const age = deceased || died ? undefined : ageWords(birth?.value, options.asOf, words);
  return date && age ? `${date} (${age})` : (date ?? words.absent.unknown);
}

function diedWords({ words, record }: Context): string | undefined {
  const { deceased, died, birth } = record.patient;
  const date = whenWords(died, words);
  if (!date) return deceased ? words.label.dead : undefined;
  const age = died?.value && ageWords(birth?.value, died.value, words);
  return age ? `${date} (${age})` : date;
}

const national = /us-ssn|us-mbi|us-medicare|rfc:3986|2\.16\.840\.1\.113883\.4\./;

/** The number by which the clinic knows the patient: a stated MRN, else the first that is no national one. */
function recordNumber(context: Context): [label: string, value: string] | undefined {
  const { words, record } = context;
  const numbers = record.patient.identifiers?.filter(({ value }) => value !== undefined) ?? [];
  const stated = numbers.find(({ type }) => type?.codings.some(({ code }) => code === 'MR'));
  const chosen = stated ?? numbers.find(({ system = '' }) => !national.test(system));
  const said = chosen && identifierWords({ value: chosen.value }, context);
  return said ? [stated ? words.label.mrn : words.label.record, said] : undefined;
}

const former = new Set(['old', 'temp', 'billing']);

function contactWords(
  { addresses, telecoms, communications }: Patient,
  context: Context,
): string | undefined {
  const address =
    addresses?.find(({ use, period }) => !former.has(use ?? '') && !period?.end) ?? addresses?.[0];
  const phone = telecoms?.find(({ system, use }) => system === 'phone' && !former.has(use ?? ''));
  const languages = communications?.filter(({ preferred }) => preferred).map(({ language }) => language);
  const parts = [
    address && addressWords({ ...address, use: undefined, type: undefined, period: undefined }, context),
    phone && telecomWords(phone, context),
    languages?.map((one) => languageName(conceptWords(one, context.words), context.words)).join(', '),
  ];
  return parts.filter(Boolean).join('  ·  ') || undefined;
}

/** Who it is about, on each page from the second. */
export function runningName(context: Context): Span[] {
  return [term(patientName(context)), quiet('     '), ...banner(context)];
}
