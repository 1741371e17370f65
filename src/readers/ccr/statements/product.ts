import type { Amount, Concept, Dosage, Medication } from '../../../record/index.ts';
import { compact, listOf } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { clean, readConcept, readQuantity, textOf } from '../datatypes.ts';
import type { Scope } from '../scope.ts';
import type { Found } from '../shelf.ts';

/** The drug: its name and codes, with brand and strength in its words, as they say which product it is. */
export function productOf(from: XmlElement, scope: Scope): Found<Concept> | undefined {
  const product = from.first('Product');
  const name = readConcept(product?.first('ProductName'), scope);
  const brand = readConcept(product?.first('BrandName'), scope);
  if (!product || (!name && !brand)) return undefined;
  const told = [
    name?.text,
    brand?.text && name?.text ? `(${brand.text})` : brand?.text,
    amountIn(product, 'Strength'),
  ];
  const text = clean(told.filter(Boolean).join(' '));
  const codings = [...(name?.codings ?? []), ...(brand?.codings ?? [])];
  return { value: { codings, ...(text && { text }) }, nodes: [product] };
}

function amountIn(from: XmlElement, name: string): string | undefined {
  const element = from.first(name);
  const value = textOf(element, 'Value');
  return value && clean(`${value} ${textOf(element?.first('Units'), 'Unit') ?? ''}`);
}

/** What else is told of the product. */
export function detailsOf(
  from: XmlElement,
  scope: Scope,
): Found<NonNullable<Medication['product']>> | undefined {
  const product = from.first('Product');
  if (!product) return undefined;
  const value = compact({
    form: readConcept(product.first('Form'), scope),
    lotNumber: lotOf(product),
    manufacturer: scope.actors.refer(product.first('Manufacturer')),
  }) as NonNullable<Medication['product']>;
  return Object.keys(value).length > 0 ? { value, nodes: [product] } : undefined;
}

/** The lot is one of the numbers of a product. */
export const lotOf = (product: XmlElement): string | undefined =>
  product
    .elements('IDs')
    .filter((ids) => /lot/i.test(textOf(ids.first('Type'), 'Text') ?? ''))
    .map((ids) => textOf(ids, 'ID'))
    .find((one) => one !== undefined);

/** Directions: what has a code or a number is structured, and the words of all of it are the text. */
export function dosagesOf(from: XmlElement, scope: Scope): Found<Dosage[]> | undefined {
  const nodes = [...from.elements('Directions'), ...from.elements('PatientInstructions')];
  const directions = from.elementsIn('Directions', 'Direction');
  const instructions = listOf(
    from.elementsIn('PatientInstructions', 'Instruction').map((one) => textOf(one, 'Text')),
  );
  const patientInstruction = instructions?.join('; ');
  const value = directions.map((one) => dosageOf(one, scope)).filter((one) => Object.keys(one).length > 0);
  const [first = {}, ...others] = value;
  const all = patientInstruction ? [{ ...first, patientInstruction }, ...others] : value;
  return all.length > 0 ? { value: all, nodes } : undefined;
}

const spoken = [
  'Description',
  'DoseIndicator',
  'Dose',
  'Vehicle',
  'Route',
  'Site',
  'AdministrationTiming',
  'Frequency',
  'Interval',
  'Duration',
  'Indication',
  'StopIndicator',
];

function dosageOf(direction: XmlElement, scope: Scope): Dosage {
  const words = spoken.flatMap((name) => direction.elements(name)).map(wordsOf);
  const text = clean(words.join(' '));
  return compact({
    text,
    dose: doseOf(direction),
    route: readConcept(direction.first('Route'), scope),
    site: readConcept(direction.first('Site'), scope),
    asNeeded: /\b(prn|as needed)\b/i.test(text ?? '') ? true : undefined,
  }) as Dosage;
}

/** Text, else value and unit, of an element that may have any of them. */
const wordsOf = (element: XmlElement): string =>
  textOf(element, 'Text') ??
  textOf(element.first('Description'), 'Text') ??
  [textOf(element, 'Value'), textOf(element.first('Units'), 'Unit')].filter(Boolean).join(' ');

/** The dose of a direction. */
export function doseOf(direction: XmlElement | undefined): Amount | undefined {
  const quantity = readQuantity(direction?.first('Dose'));
  return quantity && { quantity };
}
