import { type Address, compact, type HumanName, listOf, type Telecom } from '../../../record/index.ts';
import { addressTypeOf, addressUseOf, nameUseOf, telecomSystemOf, telecomUseOf } from '../../../terminology/index.ts';
import type { Scope } from '../scope.ts';
import type { XmlElement } from '../xml/element.ts';
import { clean } from './concept.ts';
import { readPeriod } from './time.ts';

const partsOf = (element: XmlElement, name: string): string[] =>
  element.elements(name).map((part) => clean(part.text())).filter((text) => text !== undefined);

const usesOf = (element: XmlElement): string => element.attributes['use'] ?? '';

/** Names of an element (mappingGuidance, "CDA name → FHIR name"); a birth name inside one becomes a name of its own. */
export function readNames(parent: XmlElement, scope: Scope): HumanName[] | undefined {
  const names = parent.elements('name').flatMap((name) => readName(name, scope));
  return names.length > 0 ? names : undefined;
}

function readName(element: XmlElement, scope: Scope): HumanName[] {
  const validTime = element.first('validTime');
  const family = element.elements('family');
  const birth = family.filter((part) => part.attributes['qualifier'] === 'BR');
  const current = family.length > birth.length ? family.filter((part) => !birth.includes(part)) : family;
  const name = compact({
    use: nameUseOf(usesOf(element), hasQualifier(element, 'CL')),
    text: strayText(element),
    family: clean(current.map((part) => part.text()).join(' ')),
    given: listOf(partsOf(element, 'given')),
    prefix: listOf(partsOf(element, 'prefix')),
    suffix: listOf(partsOf(element, 'suffix')),
    period: validTime && readPeriod(validTime, scope),
  } as HumanName);
  const maiden = birth.length > 0 && current !== family ? [{ use: 'maiden', family: clean(birth.map((part) => part.text()).join(' ')) ?? '' }] : [];
  return saysName(name) ? [name, ...maiden.filter(({ family }) => family)] : [];
}

const hasQualifier = (element: XmlElement, qualifier: string): boolean =>
  element.elements().some(({ attributes }) => attributes['qualifier'] === qualifier);

const saysName = ({ text, family, given, prefix, suffix }: HumanName): boolean =>
  Boolean(text || family || given || prefix || suffix);

/** A name or address whose words stand outside its parts is kept whole as text. */
const strayText = (element: XmlElement): string | undefined =>
  element.children.some((child) => typeof child === 'string' && child.trim() !== '') ? clean(wholeText(element)) : undefined;

const wholeText = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : child.text())).join(' ');

/** Street lines in the order in which an envelope has them. */
const lineParts = ['streetAddressLine', 'deliveryAddressLine', 'careOf', 'additionalLocator', 'unitType', 'unitID', 'postBox'];
const streetParts = ['houseNumber', 'direction', 'streetName', 'streetNameBase', 'streetNameType'];

/** Addresses of an element (mappingGuidance, "CDA addr → FHIR address"). */
export function readAddresses(parent: XmlElement, scope: Scope): Address[] | undefined {
  const found = parent.elements('addr').map((addr) => readAddress(addr, scope)).filter((addr) => addr !== undefined);
  return found.length > 0 ? found : undefined;
}

export function readAddress(element: XmlElement, scope: Scope): Address | undefined {
  const street = clean(streetParts.flatMap((part) => partsOf(element, part)).join(' '));
  const useable = element.first('useablePeriod');
  const address = compact({
    use: addressUseOf(usesOf(element)),
    type: addressTypeOf(usesOf(element)),
    text: strayText(element),
    line: listOf([...(street ? [street] : []), ...lineParts.flatMap((part) => partsOf(element, part))]),
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
  const found = parent.elements('telecom').map((one) => readTelecom(one, scope)).filter((one) => one !== undefined);
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
