import type { Observation, PatientRecord } from '../../src/record/index.ts';
import { narrativeText } from '../../src/writers/pdf/narrative/blocks.ts';
import { languages } from '../../src/writers/pdf/words/index.ts';
import { leftOut } from './left-out.ts';

/** A value of the record, and the ways in which it may stand on paper: one of them must. */
export interface Expected {
  readonly path: string;
  readonly anyOf: readonly string[];
}

const { en } = languages;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** ISO 8601 as 12-Apr-1950, with the time of day where it has one. */
function dateForms(value: string): string[] {
  const [, y = '', m, d, time] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d:\d\d))?/.exec(value) ?? [];
  const date = [d, m && months[Number(m) - 1], y].filter(Boolean).join('-');
  // The end of a span on one day says its time alone.
  return time && time !== '00:00' ? [`${date} ${time}`, `– ${time}`] : [date];
}

/** HL7's own form of a time is read, any other literal stands as it is. */
function literalForms(literal: string): string[] {
  const [, y, m, d, H, M] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)/.exec(literal) ?? [];
  return y ? [...dateForms(`${y}-${m}-${d}T${H}:${M}`), literal] : [literal];
}

/** A number as it stands, or as ISMP has it. */
function numberForms(value: string): string[] {
  const bare = value.replace(/^\+/, '');
  const safe = bare.includes('.') ? bare.replace(/0+$/, '').replace(/\.$/, '') : bare;
  const grouped = safe.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',');
  return [value, bare, safe, grouped, safe.replace(/^\./, '0.')];
}

/** Units as they are written by hand, beside UCUM's way. */
const unitForms = (unit: string): string[] => [
  unit,
  unit
    .replace(
      /10\*(\d+)/,
      (_, power: string) => `10${[...power].map((one) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(one)]).join('')}`,
    )
    .replace(/\bu[lL]\b/, 'µL')
    .replace('mm[Hg]', 'mmHg')
    .replace('{tbl}', 'tablet(s)')
    .replace('[degF]', '°F')
    .replace(/^Cel$/, '°C')
    .replace(/^a$/, 'y')
    .replace(/^[uµ]g/, 'mcg')
    .replace(/\/m2$/, '/m²')
    .replace(/1\.73_?m2/, '1.73 m²')
    .replace(/\[i?IU\]|\[iU\]/, 'units')
    .replace(/_av\b/, '')
    .replace(/\[(in|ft)_(i|us)\]/, '$1')
    .replace('[drp]', 'drop(s)')
    .replace('[tsp_us]', 'tsp')
    .replace('[tbs_us]', 'tbsp')
    .replace('[foz_us]', 'fl oz')
    .replace(/^1$/, '')
    .replace(/[[\]{}]/g, ''),
];

const tables: readonly Readonly<Record<string, unknown>>[] = [
  en.status,
  en.absent,
  en.severity,
  en.criticality,
  en.allergyType,
  en.allergyCategory,
  en.problemCategory,
  en.intent,
  en.priority,
  en.gender,
  en.birthSex,
  en.sex,
  en.noneKnown,
  en.messageCategory,
  en.coverageClass,
  en.related,
  en.day,
  en.event,
  en.observationCategory,
  en.use,
  en.system,
  en.addressType,
  en.emptyReason,
];

const wordForms = (value: string): string[] => [
  value,
  ...tables.flatMap((table) => (typeof table[value] === 'string' ? [table[value]] : [])),
  ...(value in en.periodUnit ? en.periodUnit[value as keyof typeof en.periodUnit] : []),
];

/** All values of a record that must be on paper. */
export function* expectedOf({ statements, patient, people }: PatientRecord): Generator<Expected> {
  const observation = statements.observation.filter((one) => !isEmptyPanel(one)).map(withoutName);
  yield* within({ ...statements, observation, ...people, patient }, '');
}

/** A panel of vital signs says nothing but what its members say. */
const isEmptyPanel = ({ members, value, components, categories }: Observation): boolean =>
  members !== undefined && !value && !components && categories?.includes('vital-signs') === true;

/** LOINC codes of vital signs that have a column of their own, whose title is their name. */
const columns =
  '85354-9 8480-6 8462-4 8867-4 9279-1 8310-5 59408-5 2708-6 29463-7 3141-9 8302-2 8306-3 39156-5'.split(' ');

function withoutName(item: Observation): Observation {
  const isColumn = item.code.codings.some(({ code }) => columns.includes(code ?? ''));
  if (!isColumn || !item.categories?.includes('vital-signs')) return item;
  const code = { codings: [] };
  const isPressure = item.components?.every((one) =>
    one.code.codings.some(({ code }) => columns.includes(code ?? '')),
  );
  return { ...item, code, components: item.components?.map((one) => (isPressure ? { ...one, code } : one)) };
}

function* within(value: unknown, path: string): Generator<Expected> {
  if (value === undefined || value === null) return;
  if (Array.isArray(value)) for (const one of value) yield* within(one, path);
  else if (typeof value === 'object') yield* fields(value as Record<string, unknown>, path);
  else if (typeof value !== 'boolean' && !leftOut(path, String(value))) {
    yield { path, anyOf: forms(String(value), path) };
  }
}

function* fields(value: Record<string, unknown>, path: string): Generator<Expected> {
  // A UUID or an OID as a number says nothing to people.
  if (value['system'] === 'urn:ietf:rfc:3986') return;
  for (const [name, one] of Object.entries(value)) {
    if (isRepeated(name, value)) continue;
    if (name === 'codings') yield* codings(one as Coding[], { path, hasText: value['text'] !== undefined });
    else yield* within(one, path ? `${path}.${name}` : name);
  }
}

/** What a statement is about: its codes are printed beside its words. */
const mainConcept =
  /^(problem|allergy|medication|notTaken|dispense|immunization|observation|report|procedure|order|risk)\.code$|\.(item|description)$|^(encounter\.types|familyMember\.conditions\.code|productInstance\.type|coverage\.type|document\.type|note\.type|outsideDocument\.type)$/;

interface Coding {
  readonly code?: string;
  readonly display?: string;
}

/** Names always; codes of what the statement is about, and of what has no name. */
function* codings(
  all: readonly Coding[],
  { path, hasText }: { path: string; hasText: boolean },
): Generator<Expected> {
  const hasName = hasText || all.some(({ display }) => display !== undefined);
  for (const { code, display } of all) {
    if (display !== undefined) yield* within(display, `${path}.codings.display`);
    if (code !== undefined && (!hasName || mainConcept.test(path)))
      yield* within(code, `${path}.codings.code`);
  }
}

/** What only says again, in a machine's way, what stands beside it. */
function isRepeated(name: string, beside: Readonly<Record<string, unknown>>): boolean {
  const { text, codings, unit, literal, display } = beside as Record<string, string | undefined>;
  if (name === 'absent')
    return text !== undefined || literal !== undefined || (Array.isArray(codings) && codings.length > 0);
  if (name === 'code' && 'system' in beside) return unit !== undefined || display !== undefined;
  return name === 'value' && literal !== undefined;
}

function forms(value: string, path: string): string[] {
  if (path.endsWith('.literal')) return literalForms(value);
  if (/^\d{4}(-\d\d(-\d\d(T|$)|$)|$)/.test(value)) return [...dateForms(value), value];
  if (/\.(unit|quantity\.code|low\.code|high\.code)$/.test(path)) return unitForms(value);
  if (path.endsWith('.offset'))
    return [`${Math.abs(Number(value))} min ${Number(value) < 0 ? 'before' : 'after'}`];
  if (path.endsWith('.timesOfDay')) return [value.replace(/:00$/, ''), value];
  if (path.endsWith('.comparator')) return [value.replace('>=', '≥').replace('<=', '≤')];
  if (/^[+-]?[\d.]+$/.test(value)) return [...numberForms(value), ...wordForms(value)];
  return wordForms(value);
}

const monthNames =
  'january february march april may june july august september october november december'.split(' ');

/** The words of all narratives, but those that are numbers: dates and amounts are told in our forms. */
export function narrativeWords(record: PatientRecord): Set<string> {
  const words = new Set<string>();
  for (const xhtml of xhtmlIn(record)) {
    // Titles of columns name what stands below them, and need not be said where that is.
    const visible = narrativeText(xhtml.replace(/<th\b.*?<\/th>|<thead\b.*?<\/thead>/gs, '')).normalize(
      'NFC',
    );
    for (const [word] of visible.matchAll(/\p{L}[\p{L}\p{M}]+/gu)) words.add(word.toLowerCase());
    for (const month of monthNames) words.delete(month);
  }
  return words;
}

function* xhtmlIn(value: unknown): Generator<string> {
  if (value === null || typeof value !== 'object') return;
  for (const [name, one] of Object.entries(value)) {
    if (name === 'xhtml' && typeof one === 'string') yield one;
    else yield* xhtmlIn(one);
  }
}
