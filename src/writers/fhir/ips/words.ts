import { isRawNumber } from '../decimal.ts';
import { toJson } from '../json.ts';
import type { Json } from '../profiles/index.ts';

/** Where a resource says what it is about; the first that has words speaks. */
const subjects = [
  [
    'code',
    'vaccineCode',
    'medicationCodeableConcept',
    'codeCodeableConcept',
    'itemCodeableConcept',
    'relationship',
  ],
  ['procedureCode', 'description', 'title', 'type', 'category', 'name', 'deviceName'],
].flat();
/** Where it says when. */
const times = [
  ['effectiveDateTime', 'performedDateTime', 'occurrenceDateTime', 'onsetDateTime', 'timingDateTime'],
  ['authoredOn', 'whenHandedOver', 'recordedDate', 'startDate', 'sent', 'started', 'date'],
].flat();
const spans = ['effectivePeriod', 'performedPeriod', 'occurrencePeriod', 'timingPeriod', 'period'];

/** A resource as a line of text: what, when, its value, its status. */
export function wordsOf(
  resource: Json,
  find: (reference: string) => Json | undefined = () => undefined,
): string {
  const device = find(String((resource['device'] as Json | undefined)?.['reference']));
  const parts = [
    subjectOf(device ?? resource),
    conditionsOf(resource),
    measureOf(resource),
    timeOf(resource),
    statusOf(resource),
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(', ');
}

function subjectOf(resource: Json): string {
  const contained = (resource['contained'] as Json[] | undefined) ?? [];
  const inside = contained.map(({ code }) => conceptWords(code)).find((words) => words !== undefined);
  const own = subjects
    .map((name) => conceptWords(name === 'category' ? narrowest(resource[name]) : resource[name]))
    .find((words) => words !== undefined);
  return own ?? inside ?? String(resource['resourceType']);
}

/** Of several categories the last: a guide's own, which says least, stands before the source's. */
const narrowest = (categories: unknown): unknown =>
  Array.isArray(categories) ? categories.at(-1) : categories;

/** What a relative had. */
const conditionsOf = ({ resourceType, condition }: Json): string | undefined =>
  resourceType === 'FamilyMemberHistory' && Array.isArray(condition)
    ? (condition as Json[]).flatMap(({ code }) => conceptWords(code) ?? []).join(' and ')
    : undefined;

/** The words of a CodeableConcept, of the first of a list, of a name, or of a text. */
interface Words {
  readonly text?: string;
  readonly name?: string;
  readonly family?: string;
  readonly given?: readonly string[];
  readonly coding?: readonly { readonly display?: string; readonly code?: string }[];
}

function conceptWords(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return conceptWords(value[0]);
  if (value === null || typeof value !== 'object') return undefined;
  const { text, coding, family, given, name } = value as Words;
  const person = [...(given ?? []), family].filter((part) => part !== undefined).join(' ');
  return (
    text ??
    name ??
    (person || undefined) ??
    coding?.map(({ display, code }) => display ?? code).find((words) => words !== undefined)
  );
}

function measureOf({ valueQuantity, valueCodeableConcept, valueString }: Json): string | undefined {
  if (valueQuantity !== undefined) {
    const { value, unit, code } = valueQuantity as Json;
    return [digitsOf(value), unit ?? code].filter((part) => part !== undefined).join(' ');
  }
  return conceptWords(valueCodeableConcept) ?? (valueString as string | undefined);
}

/** A decimal keeps the digits of its source. */
const digitsOf = (value: unknown): unknown => (isRawNumber(value) ? toJson(value) : value);

function timeOf(resource: Json): string | undefined {
  const point = times.map((name) => resource[name]).find((value) => typeof value === 'string');
  if (point !== undefined) return String(point).slice(0, 10);
  const span = spans.map((name) => resource[name] as Json | undefined).find((value) => value !== undefined);
  if (!span) return undefined;
  const ends = [span['start'], span['end']].map((end) => (end === undefined ? '' : String(end).slice(0, 10)));
  return ends.some((end) => end !== '') ? ends.join(' – ') : undefined;
}

/** A verification that is no confirmation must be read with the rest: "refuted". */
function statusOf({ status, clinicalStatus, verificationStatus, doNotPerform }: Json): string | undefined {
  const verified = conceptWords(verificationStatus);
  const words = [
    doNotPerform === true ? 'not to be taken' : undefined,
    verified === 'confirmed' ? undefined : verified,
    conceptWords(clinicalStatus) ?? (status as string | undefined),
  ];
  return words.filter((word) => word !== undefined).join(' ') || undefined;
}
