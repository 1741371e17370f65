import { type Address, compact, type HumanName, listOf, type Telecom } from '../../../record/index.ts';
import {
  addressTypeOf,
  addressUseOf,
  nameUseOf,
  telecomSystemOf,
  telecomUseOf,
} from '../../../terminology/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import type { Scope } from '../scope.ts';
import { clean } from './concept.ts';
import { readPeriod } from './time.ts';

const partsOf = (element: XmlElement, name: string): string[] => wordsOf(element.elements(name));

function wordsOf(parts: readonly XmlElement[]): string[] {
  const words: string[] = [];
  for (const part of parts) {
    const text = clean(part.text());
    if (text !== undefined) words.push(text);
  }
  return words;
}

/** The words of parts of these names, in the order of the names. */
const partsOfAll = (element: XmlElement, names: readonly string[]): string[] =>
  element.firstOf(names) ? names.flatMap((name) => partsOf(element, name)) : [];

const usesOf = (element: XmlElement): string => element.attributes['use'] ?? '';

/** Names of an element (mappingGuidance, "CDA name → FHIR name"); a birth name inside one becomes a name of its own. */
export function readNames(parent: XmlElement, scope: Scope): HumanName[] | undefined {
  const elements = parent.elements('name');
  const birth = elements.filter(isBirthName);
  const hasCurrent =
    birth.length > 0 && elements.some((name) => !birth.includes(name) && readName(name, scope).length > 0);
  const names = elements.flatMap((name) => readName(name, scope, hasCurrent && birth.includes(name)));
  return names.length > 0 ? names : undefined;
}

const isOfBirth = ({ attributes }: XmlElement): boolean => /\bBR\b/.test(attributes['qualifier'] ?? '');

/** A name whose family name or first given name is that of birth is a name of birth as a whole. */
function isBirthName(element: XmlElement): boolean {
  const family = element.elements('family');
  const [given] = element.elements('given');
  return (family.length > 0 && family.every(isOfBirth)) || (given !== undefined && isOfBirth(given));
}

/** The parts in use, and those of birth that stand beside them. */
function splitParts(element: XmlElement, name: 'family' | 'given'): { current: string[]; birth: string[] } {
  const parts = element.elements(name);
  const all = parts.every(isOfBirth) || (name === 'given' && parts[0] !== undefined && isOfBirth(parts[0]));
  if (all) return { current: wordsOf(parts), birth: [] };
  return {
    current: wordsOf(parts.filter((part) => !isOfBirth(part))),
    birth: wordsOf(parts.filter(isOfBirth)),
  };
}

/** One name, and the name of birth that it holds; `former` when another one is in use now. */
function readName(element: XmlElement, scope: Scope, former = false): HumanName[] {
  const validTime = element.first('validTime');
  const family = splitParts(element, 'family');
  const given = splitParts(element, 'given');
  const name = compact({
    use: former ? formerUse(element) : nameUseOf(usesOf(element), hasQualifier(element, 'CL')),
    text: strayText(element),
    family: clean(family.current.join(' ')),
    given: listOf(given.current),
    prefix: listOf(partsOf(element, 'prefix')),
    suffix: listOf(partsOf(element, 'suffix')),
    period: validTime && readPeriod(validTime, scope),
  } as HumanName);
  const maiden = family.birth.length > 0 ? [{ use: 'maiden', family: family.birth.join(' ') }] : [];
  const old =
    given.birth.length > 0
      ? [compact({ use: 'old', family: name.family, given: given.birth }) as HumanName]
      : [];
  return saysName(name) ? [name, ...maiden, ...old] : [];
}

/** FHIR's maiden name is a family name; another name of birth is an old one. */
const formerUse = (element: XmlElement): string =>
  element.elements('given').some(isOfBirth) ? 'old' : 'maiden';

const hasQualifier = (element: XmlElement, qualifier: string): boolean =>
  element.elements().some(({ attributes }) => attributes['qualifier'] === qualifier);

const saysName = ({ text, family, given, prefix, suffix }: HumanName): boolean =>
  Boolean(text || family || given || prefix || suffix);

/** A name or address whose words stand outside its parts is kept whole as text. */
const strayText = (element: XmlElement): string | undefined =>
  element.children.some((child) => typeof child === 'string' && child.trim() !== '')
    ? clean(wholeText(element))
    : undefined;

const wholeText = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : child.text())).join(' ');

/** Street lines in the order in which an envelope has them. */
const lineParts = [
  'streetAddressLine',
  'deliveryAddressLine',
  'careOf',
  'additionalLocator',
  'unitType',
  'unitID',
  'postBox',
];
const streetParts = ['houseNumber', 'direction', 'streetName', 'streetNameBase', 'streetNameType'];

/** Addresses of an element (mappingGuidance, "CDA addr → FHIR address"). */
export function readAddresses(parent: XmlElement, scope: Scope): Address[] | undefined {
  const found = parent
    .elements('addr')
    .map((addr) => readAddress(addr, scope))
    .filter((addr) => addr !== undefined);
  return found.length > 0 ? found : undefined;
}

export function readAddress(element: XmlElement, scope: Scope): Address | undefined {
  const street = clean(partsOfAll(element, streetParts).join(' '));
  const useable = element.first('useablePeriod');
  const address = compact({
    use: addressUseOf(usesOf(element)),
    type: addressTypeOf(usesOf(element)),
    text: strayText(element),
    line: listOf([...(street ? [street] : []), ...partsOfAll(element, lineParts)]),
    city: clean(element.first('city')?.text()),
    district: clean(element.first('county')?.text()),
    state: clean(element.first('state')?.text()),
    postalCode: clean(element.first('postalCode')?.text()),
    country: clean(element.first('country')?.text()),
    period: useable && readPeriod(useable, scope),
  } as Address);
  return Object.keys(address).some((key) => !['use', 'type', 'period'].includes(key)) ? address : undefined;
}

/** Telecoms of an element (mappingGuidance, "CDA telecom → FHIR telecom"). */
export function readTelecoms(parent: XmlElement, scope: Scope): Telecom[] | undefined {
  const found = parent
    .elements('telecom')
    .map((one) => readTelecom(one, scope))
    .filter((one) => one !== undefined);
  return found.length > 0 ? found : undefined;
}

function readTelecom(element: XmlElement, scope: Scope): Telecom | undefined {
  const whole = clean(element.attributes['value']);
  if (whole === undefined) return undefined;
  const [, scheme = '', rest = whole] = /^([a-z][a-z0-9+.-]*):(.*)$/i.exec(whole) ?? [];
  const value = clean(rest);
  if (value === undefined) return undefined;
  const known = telecomSystemOf(scheme, usesOf(element));
  const useable = element.first('useablePeriod');
  return compact({
    system: known ?? (usesOf(element).includes('PG') ? 'pager' : systemByForm(whole)),
    // A web address is whole only with its scheme.
    value: known === undefined || known === 'url' ? whole : value,
    use: telecomUseOf(usesOf(element)),
    period: useable && readPeriod(useable, scope),
  } as Telecom);
}

function systemByForm(value: string): string {
  if (/^[^@\s]+@[^@\s]+$/.test(value)) return 'email';
  return /^[\d\s()+.\-x#*/]{7,}(ext\.?\s*\d+)?$/i.test(value) ? 'phone' : 'other';
}
