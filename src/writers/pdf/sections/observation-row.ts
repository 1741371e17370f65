import type { Observation } from '../../../record/index.ts';
import type { Context } from '../context.ts';
import { type Detail, details, said, takeApart } from '../details.ts';
import { everyField } from '../every-field.ts';
import { alert, cell, main, type Row } from '../section-table.ts';
import { codesWords, conceptWords } from '../values/concept.ts';
import { mainWords } from '../values/main-words.ts';
import {
  componentWords,
  computedFlag,
  flagWords,
  isAlarming,
  observedWords,
  referenceWords,
  valueWords,
} from '../values/observed.ts';
import { participationsWords, refsWords, refWords } from '../values/person.ts';
import { periodWords, timeKey, whenWords } from '../values/when.ts';
import type { Words } from '../words/words.ts';

/** What an observation says, in parts that tables put into their columns. */
export interface Observed {
  readonly name: string;
  readonly codes: string | undefined;
  readonly value: string | undefined;
  readonly flag: string | undefined;
  readonly reference: string | undefined;
  readonly date: string | undefined;
  readonly details: readonly Detail[];
}

/** An observation taken apart; what its section says of all, it need not say of each. */
export function observed(item: Observation, context: Context, section?: string): Observed {
  const { told, own } = takeApart(item);
  const { encounter, code, ...more } = own;
  const { value, interpretations: _flag, referenceRanges, components, ...beside } = more;
  const { words } = context;
  const parts = components?.map((one) => componentWords(one, words)).join('; ');
  return {
    name: mainWords(item, words) ?? words.absent.unknown,
    codes: codesWords(code),
    value: [valueWords(value, words), parts].filter(Boolean).join('; ') || undefined,
    flag: flagWords(item, words) ?? computedFlag(item, words),
    reference: referenceRanges?.map((one) => referenceWords(one, words)).join('; '),
    date: observedWords(item, context),
    details: [...besideDetails(beside, context, section), ...said({ ...told, encounter }, context)],
  };
}

type Beside = Omit<
  Observation,
  | 'id'
  | 'identifiers'
  | 'text'
  | 'authors'
  | 'informants'
  | 'labels'
  | 'notes'
  | 'encounter'
  | 'code'
  | 'value'
  | 'interpretations'
  | 'referenceRanges'
  | 'components'
>;

function besideDetails(beside: Beside, context: Context, section: string | undefined): Detail[] {
  const { status, categories, effective, effectivePeriod, method, bodySite, performers, ...more } = beside;
  const { members, issued, specimen, device, derivedFrom, focus, verifiers, custodians, partOf, ...rest } =
    more;
  everyField(rest);
  const { words } = context;
  return details(context, [
    ['status', status === 'final' ? undefined : words.status[status]],
    ['category', categoriesWords(categories, section, words)],
    ['period', effective && periodWords(effectivePeriod, words)],
    ['method', conceptWords(method, words)],
    ['bodySite', conceptWords(bodySite, words)],
    ['performer', participationsWords(performers, context)],
    ['results', membersWords(members, context)],
    ['issued', whenWords(issued, words)],
    ['specimen', refWords(specimen, context)],
    ['device', refWords(device, context)],
    ['basis', refsWords(derivedFrom, context)],
    ['focus', refsWords(focus, context)],
    ['verifier', participationsWords(verifiers, context)],
    ['custodian', participationsWords(custodians, context)],
    ['partOf', refWords(partOf, context)],
  ]);
}

const categoriesWords = (categories: Observation['categories'], section: string | undefined, words: Words) =>
  categories
    ?.filter((one) => one !== section)
    .map((one) => words.observationCategory[one] ?? one)
    .join(', ');

/** Members are rows of their own: their names alone say which. */
const membersWords = (members: Observation['members'], context: Context): string | undefined =>
  members
    ?.map((one) => context.entry(one))
    .map((entry) => entry?.kind === 'observation' && conceptWords(entry.item.code, context.words))
    .filter(Boolean)
    .join(', ') || undefined;

/** The columns of observations that stand for themselves. */
export const observationColumns = ({ words: { label } }: Context) => [
  { title: label.observation, share: 5 },
  { title: label.value, share: 4 },
  { title: label.flag, share: 2 },
  { title: label.reference, share: 2 },
  { title: label.date, share: 2.2 },
];

/** An observation as a row of these. */
export function observationRow(item: Observation, context: Context, section?: string): Row {
  const { name, codes, value, flag, reference, date, details } = observed(item, context, section);
  return { cells: [main(name), cell(value), flagCell(flag), cell(reference), cell(date)], codes, details };
}

export const flagCell = (flag: string | undefined) =>
  cell(flag === undefined ? undefined : isAlarming(flag) ? [alert(flag)] : flag);

/** The latest first. */
export const byTime = (one: Observation, other: Observation): number => {
  const [a, b] = [keyOf(one), keyOf(other)];
  return a < b ? 1 : a > b ? -1 : 0;
};

export const keyOf = ({ effective, effectivePeriod }: Observation): string =>
  timeKey(effective) || timeKey(effectivePeriod?.start);
