import type { XmlElement } from '../../../src/readers/xml/element.ts';
import { parseXml } from '../../../src/readers/xml/parse.ts';
import type { Item } from './sheet.ts';

/**
 * How a document itself states what our output lacks:
 * `coded` in an entry with its code and literal (our defect, or listed with its reason),
 * `otherwise` in an entry that says something else (another code, value, date) or leaves that fact out,
 * `narrative` in words of a section's text only, `nowhere` not at all.
 */
export type Where = 'coded' | 'otherwise' | 'narrative' | 'nowhere';

const STATEMENT =
  /^(act|observation|procedure|substanceAdministration|supply|encounter|organizer|recordTarget)$/;

/** A document as a search sees it, without any reader of ours. */
export interface Source {
  /** Every element with its attributes, in entries and in the header. */
  readonly elements: readonly XmlElement[];
  /** The words of all section texts. */
  readonly narrative: string;
  /** The words of all entries: display names, original texts, strings. */
  readonly entries: string;
  readonly lines: readonly string[];
}

export function sourceOf(xml: string): Source {
  const parsed = parseXml(xml);
  if (!parsed.ok) throw new Error(parsed.fault.code);
  const elements: XmlElement[] = [];
  const texts: string[] = [];
  const visit = (element: XmlElement) => {
    if (element.name === 'text' && element.parent?.name === 'section') texts.push(wordsOf(element));
    else {
      elements.push(element);
      for (const child of element.elements()) visit(child);
    }
  };
  visit(parsed.root);
  const inEntries = elements.filter((element) => above(element, /^entry$/));
  const said = inEntries.flatMap(({ attributes, children }) => [
    attributes.displayName,
    ...children.filter((child) => typeof child === 'string'),
  ]);
  return { elements, narrative: texts.join(' '), entries: said.join(' '), lines: xml.split('\n') };
}

const wordsOf = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : ` ${wordsOf(child)} `)).join('');

const above = (element: XmlElement | undefined, name: RegExp): XmlElement | undefined =>
  element === undefined || name.test(element.name) ? element : above(element.parent, name);

/** Where a document states an item, or a fact of it as one of some literals. */
export function whereOf(source: Source, item: Item, literals: readonly string[] = []): Where {
  const holders = holdersOf(source, item);
  const wanted = literals.map((literal) => literal.toLowerCase());
  const found = (holder: XmlElement) =>
    wanted.length === 0 || wanted.some((literal) => stands(holder, literal));
  if (holders.some(found)) return 'coded';
  const says = (text: string) => item.words.length > 0 && item.words.every((word) => word.test(text));
  if ((item.codes && holders.length > 0) || item.types.includes('Patient') || says(source.entries))
    return 'otherwise';
  return says(source.narrative) ? 'narrative' : 'nowhere';
}

/** Where what has no code is stated. */
const PLACES: Readonly<Record<string, RegExp>> = {
  Patient: /^recordTarget$/,
  Encounter: /^(encompassingEncounter|encounter)$/,
  Device: /^(participantRole|manufacturedProduct)$/,
  Practitioner: /^(assignedEntity|assignedAuthor|associatedEntity|intendedRecipient|relatedEntity|guardian)$/,
};

const sectionCode = (element: XmlElement): string | undefined =>
  above(element, /^section$/)?.first('code')?.attributes.code;

const isEvent = ({ attributes }: XmlElement) => (attributes.moodCode ?? 'EVN') === 'EVN';
const isPlanned = (statement: XmlElement) => !isEvent(statement);

/** The statements that carry one of the item's codes; the places in which to look for what has no code. */
function holdersOf({ elements }: Source, { codes: written, stated = written, types }: Item): XmlElement[] {
  if (!stated) return elements.filter(({ name }) => PLACES[types[0] ?? '']?.test(name));
  const bearers = elements.filter(
    (element) => stated.includes(element.attributes.code ?? '') && above(element, /^entry$/),
  );
  const fits = types.includes('ServiceRequest') ? isPlanned : isEvent;
  const ordered = types.includes('MedicationRequest');
  const inSection = (element: XmlElement) =>
    !types.includes('section') || written?.includes(sectionCode(element) ?? '');
  return bearers
    .flatMap((bearer) => above(bearer.parent, STATEMENT) ?? [])
    .filter((statement) => (ordered || fits(statement)) && inSection(statement));
}

/** Whether a statement, or what its ancestors say for it, holds a literal. */
const stands = (statement: XmlElement, literal: string): boolean =>
  holds(statement, literal) || around(statement).some((element) => holds(element, literal));

/** Code, status and time of all that is around a statement. */
function around({ parent }: XmlElement): XmlElement[] {
  if (!parent) return [];
  const own = parent.elements().filter(({ name }) => /^(code|statusCode|effectiveTime)$/.test(name));
  return [...own, ...around(parent)];
}

/** Whether an element or one below it holds a literal: a date's beginning, the same number, else the whole text. */
function holds(element: XmlElement, literal: string): boolean {
  const said = [...Object.values(element.attributes), ...composed(element)].map((one) =>
    one.replace(/\s+/g, ' ').trim().toLowerCase(),
  );
  if (said.some((value) => same(value, literal))) return true;
  // Its limits are no values.
  const below = element
    .elements()
    .filter(({ name }) => name !== 'referenceRange' || literal.startsWith('range'));
  return below.some((child) => holds(child, literal));
}

function same(value: string, literal: string): boolean {
  if (/^\d{8}$/.test(literal)) return value.startsWith(literal);
  if (/^\d+(\.\d+)?$/.test(literal)) return value !== '' && Number(value) === Number(literal);
  return value === literal;
}

/** What an element says in several parts: a number with its use, a name, a range; else its text. */
function composed(element: XmlElement): string[] {
  const { name, attributes } = element;
  const part = (child: string) => element.first(child)?.text().trim() ?? '';
  if (attributes.negationInd === 'true') return ['negated'];
  if (name === 'precondition') return [name];
  if (name === 'telecom')
    return [`${name} ${attributes.use} ${attributes.value?.replace(/\D/g, '').slice(-10)}`];
  if (name === 'routeCode') return wordsIn(attributes.displayName).map((word) => `route ${word}`);
  if (name === 'period') return [`${name} ${attributes.value} ${attributes.unit}`];
  if (name === 'name') return [`${name} ${part('given')} ${part('family')}`];
  const bounds = ['low', 'high'].map((end) => Number(element.first(end)?.attributes.value));
  if (element.parent?.name === 'observationRange') return [`range ${bounds.join('-')}`];
  return [element.children.filter((child) => typeof child === 'string').join('')];
}

const wordsIn = (text = ''): string[] => text.toLowerCase().split(/\W+/);
