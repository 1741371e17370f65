import { type Kind, kinds } from '../record/index.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The kinds whose statements of rows and of documents may become one, and the field that says when. */
const times: Readonly<Partial<Record<Kind, string>>> = {
  problem: 'onset',
  allergy: 'onset',
  immunization: 'occurrence',
  observation: 'effective',
};

/** What the later source may say and the other leave out: it adds to a statement and turns nothing over. */
const additions: ReadonlySet<string> = new Set([
  'reactions',
  'criticality',
  'interpretations',
  'lotNumber',
  'dose',
  'doseNumber',
]);

/** The codes by which statements of a kind are held against each other; for visits their numbers that are unique in the world. */
export function codesOf(kind: Kind, item: Fields): string[] {
  if (kind === 'encounter') return uuidsIn(item);
  if (times[kind] === undefined) return [];
  return codingsIn(item['code']).flatMap(({ system, code }) => (system && code ? [`${system}|${code}`] : []));
}

const uuid = /^(?:urn:uuid:)?([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i;

/** The UUIDs among the identifiers: one is the same under whatever system it is written. */
const uuidsIn = ({ identifiers }: Fields): string[] =>
  ((identifiers ?? []) as readonly { value?: string }[]).flatMap(
    ({ value }) => uuid.exec(value ?? '')?.[1]?.toLowerCase() ?? [],
  );

interface Period {
  readonly start?: unknown;
  readonly end?: unknown;
}

/** One visit: a UUID in common, and the same time. */
function sameVisit(later: Fields, older: Fields): readonly string[] | undefined {
  const [one, other] = [later['period'], older['period']] as [Period | undefined, Period | undefined];
  const isOne = uuidsIn(later).some((own) => uuidsIn(older).includes(own));
  const ends = isNothing(other?.end) || sameTime(one?.end, other?.end);
  return isOne && ends && sameTime(one?.start, other?.start) && agreeInWords(later, older)
    ? ['period']
    : undefined;
}

/**
 * The fields in which two statements say the same in meaning, if all of what makes them what they are is so. What only
 * the older one says of that would be lost: then they are not the same.
 */
export function sameMeaning(kind: Kind, later: Fields, older: Fields): readonly string[] | undefined {
  if (kind === 'encounter') return sameVisit(later, older);
  const time = times[kind];
  if (time === undefined || !sameCode(later['code'], older['code'])) return undefined;
  if (!sameTime(later[time], older[time]) || !agreeInWords(later, older)) return undefined;
  if (kind === 'observation' && (isNothing(later['value']) || isNothing(older['value']))) return undefined;
  const coupled = (kinds[kind].coupled as readonly string[]).filter((field) => field !== time);
  return coupled.every((field) => agreeIn(field, later[field], older[field]))
    ? ['code', time, ...coupled.filter((field) => !isNothing(older[field]))]
    : undefined;
}

function agreeIn(field: string, later: unknown, older: unknown): boolean {
  if (!isNothing(older)) return sameTime(later, older) || plain(later) === plain(older);
  if (isNothing(later)) return true;
  return field === 'verificationStatus' ? later === 'confirmed' : additions.has(field);
}

/** Words and flags of both are the same; a flag that one of them raises the other does not lack. */
function agreeInWords(one: Fields, other: Fields): boolean {
  const fields = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...fields].every((field) => {
    const [a, b] = [one[field], other[field]];
    if (field === 'id') return true;
    if (typeof a === 'boolean' || typeof b === 'boolean') return (a ?? false) === (b ?? false);
    return typeof a !== 'string' || typeof b !== 'string' || a === b;
  });
}

interface Coding {
  readonly system?: string;
  readonly code?: string;
}

const codingsIn = (concept: unknown): readonly Coding[] =>
  (concept as { codings?: readonly Coding[] } | undefined)?.codings ?? [];

/** One code at least is in both, and no system says two things. */
function sameCode(one: unknown, other: unknown): boolean {
  const systems = Map.groupBy(codingsIn(other), ({ system }) => system);
  const shared = codingsIn(one).filter(({ system }) => system !== undefined && systems.has(system));
  return (
    shared.length > 0 &&
    shared.every(({ system, code }) => systems.get(system)?.some((own) => own.code === code))
  );
}

/** The same instant; or the same day, where one of them says no more. */
function sameTime(one: unknown, other: unknown): boolean {
  const [a, b] = [timeIn(one), timeIn(other)];
  if (a === undefined || b === undefined || a.length < 10 || b.length < 10) return false;
  if (a.length === 10 || b.length === 10) return a.slice(0, 10) === b.slice(0, 10);
  return Date.parse(a) === Date.parse(b);
}

const timeIn = (when: unknown): string | undefined => {
  const { value, absent } = (when ?? {}) as { value?: unknown; absent?: unknown };
  return absent === undefined && typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value)
    ? value
    : undefined;
};

/** Nothing, or no more than why there is nothing. */
export const isNothing = (value: unknown): boolean =>
  value === undefined ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && value !== null && Object.keys(value).join() === 'absent');

/** A value as text, in which 2 and 2.0 are one number. */
const plain = (value: unknown): string =>
  JSON.stringify(value, (key, one: unknown) =>
    key === 'value' && typeof one === 'string' && /^-?\d+(\.\d+)?$/.test(one) ? Number(one) : one,
  );
