import { type Conversion, convert, type Json } from '../../conversion.ts';
import { activeBeside } from './active.ts';
import type { VendorDocument } from './documents.ts';
import { fields, type Resolve } from './fields.ts';
import { literalsOf } from './literals.ts';
import type { FactName, Item } from './sheet.ts';
import { type Source, sourceOf, type Where, whereOf } from './source.ts';

/** A fact that our output lacks: `item` alone is the whole item, and where the document states it. */
export interface Miss {
  readonly what: string;
  readonly where: Where;
}

/** What the conversion of one document holds of its sheet. */
export interface Comparison {
  readonly expected: number;
  readonly found: number;
  readonly misses: readonly Miss[];
  /** What is active (or was given) though the sheet lacks it. */
  readonly active: readonly string[];
  readonly source: Source;
}

const list = (value: Json): Json[] => (value === undefined ? [] : [value].flat());

/** All concepts that a resource is about. */
const conceptsOf = (resource: Json, resolve: Resolve): Json[] => [
  ...list(resource.code),
  ...list(resource.vaccineCode),
  ...list(resource.type),
  ...list(resource.medicationCodeableConcept),
  ...list(resolve(resource.medicationReference, resource)?.code),
  ...list(resource.valueCodeableConcept),
];

const hasCode = (concepts: readonly Json[], { system, codes }: Item): boolean =>
  concepts.some((concept) =>
    list(concept.coding).some((coding) => coding.system === system && codes?.includes(coding.code)),
  );

/** The resources that may be the item; a component stands for the Observation that it is part of. */
function candidates(item: Item, { resources }: Conversion, resolve: Resolve): Json[] {
  const sections = resources.flatMap(sectionsOf).map((one) => ({ ...one, resourceType: 'section' }));
  const typed = [...resources, ...sections].filter(({ resourceType }) => item.types.includes(resourceType));
  if (item.types.includes('Composition'))
    return typed.filter((one) => item.words.every((word) => word.test(narrativeOf(one))));
  if (!item.codes) return typed;
  const parts = typed.flatMap((resource) =>
    list(resource.component).map((part) => ({ ...resource, valueQuantity: undefined, ...part })),
  );
  return [...typed, ...parts].filter((one) => hasCode(conceptsOf(one, resolve), item));
}

const sectionsOf = ({ section }: Json): Json[] => list(section).flatMap((one) => [one, ...sectionsOf(one)]);

const narrativeOf = (composition: Json): string =>
  sectionsOf(composition)
    .map(({ text }) => text?.div?.replace(/<[^>]*>/g, ' ') ?? '')
    .join(' ');

const matches = (name: FactName, value: Json, wanted: string): boolean =>
  wanted.split('|').some((one) => {
    const said = String(value).toLowerCase();
    if (name === 'route') return said.includes(one);
    return (/^\d{4}-\d\d-\d\d$/.test(one) ? said.slice(0, 10) : said) === one.toLowerCase();
  });

/** Facts of an item that a resource does not hold. */
const lacking = (item: Item, resource: Json, resolve: Resolve): FactName[] =>
  (Object.keys(item.facts) as FactName[]).filter(
    (name) => !fields[name](resource, resolve).some((value) => matches(name, value, item.facts[name] ?? '')),
  );

/** How far a candidate is from the item: one of another category is another thing. */
const far = (missing: readonly FactName[]) => missing.length + (missing.includes('category') ? 10 : 0);

/** One item against all that may be it: how many facts it has, and those that are lacking. */
function check(item: Item, seen: Seen): { expected: number; missed: number; misses: Miss[] } {
  const { conversion, source, resolve } = seen;
  const names = Object.keys(item.facts) as FactName[];
  // What has no code is recognised by its facts.
  const expected = names.length + (item.codes || names.length === 0 ? 1 : 0);
  const [best] = candidates(item, conversion, resolve)
    .map((one) => lacking(item, one, resolve))
    .sort((a, b) => far(a) - far(b));
  const known =
    item.codes || item.stated ? [] : names.flatMap((name) => literalsOf(name, item.facts[name] ?? ''));
  if (!best || best.length === expected)
    return { expected, missed: expected, misses: [{ what: item.name, where: whereOf(source, item, known) }] };
  const misses = best.map((name) => ({
    what: `${item.name}: ${name}`,
    where: whereOf(source, item, literalsOf(name, item.facts[name] ?? '')),
  }));
  return { expected, missed: misses.length, misses };
}

interface Seen {
  readonly conversion: Conversion;
  readonly source: Source;
  readonly resolve: Resolve;
}

/** Converts one document and holds it against its sheet. */
export function compare({ xml, sheet }: VendorDocument): Comparison {
  const conversion = convert(xml);
  const source = sourceOf(xml);
  const byId = new Map(conversion.resources.map((one) => [`${one.resourceType}/${one.id}`, one]));
  const resolve: Resolve = (reference, holder) =>
    byId.get(reference?.reference) ??
    list(holder?.contained).find(({ id }) => `#${id}` === reference?.reference);
  const checked = sheet.items.map((item) => check(item, { conversion, source, resolve }));
  const sum = (count: (one: (typeof checked)[number]) => number) =>
    checked.reduce((total, one) => total + count(one), 0);
  const expected = sum((one) => one.expected);
  return {
    expected,
    found: expected - sum((one) => one.missed),
    misses: checked.flatMap(({ misses }) => misses),
    active: activeBeside(sheet.active, conversion, resolve),
    source,
  };
}
