import { type Concept, compact, listOf, type Product } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { clean, readConcept, says } from '../datatypes/concept.ts';
import { readQuantity } from '../datatypes/quantity.ts';
import { readText } from '../datatypes/text.ts';
import { known, readWhen } from '../datatypes/time.ts';
import { by, type Field } from '../fields.ts';
import { readOrganization } from '../participation.ts';
import { compilePath } from '../path.ts';
import type { Scope } from '../scope.ts';

/** The manufacturedProduct of a substanceAdministration or of a supply. */
const productOf = (element: XmlElement): XmlElement | undefined =>
  (element.first('consumable') ?? element.first('product'))?.first('manufacturedProduct');

const materialOf = (element: XmlElement): XmlElement | undefined => {
  const product = productOf(element);
  return product?.first('manufacturedMaterial') ?? product?.first('manufacturedLabeledDrug');
};

/** The element of the product's code. */
export const codeElementOf = (element: XmlElement): XmlElement | undefined =>
  materialOf(element)?.first('code');

/** The product's code, else its name. */
export function readProductCode(element: XmlElement, scope: Scope): Concept | undefined {
  const material = materialOf(element);
  const code = material?.first('code');
  const coded = code && readConcept(code, scope);
  if (says(coded)) return coded;
  const name = clean(material?.first('name')?.text());
  return name === undefined ? coded : { codings: [], text: name };
}

/** What it is: code or name of the product, else the words of the entry; why not, where nothing says it. */
export const productCode: Field<Concept> = by(
  'consumable/manufacturedProduct/manufacturedMaterial/code | …/name | text',
  (from, scope) => {
    const material = materialOf(from);
    const nodes = [material?.first('code'), material?.first('name')].filter((node) => node !== undefined);
    const found = readProductCode(from, scope);
    if (says(found)) return { value: found, nodes };
    const text = from.first('text');
    const words = text && readText(text, scope);
    if (text && words !== undefined) return { value: { codings: [], text: words }, nodes: [...nodes, text] };
    return { value: found ?? { codings: [], absent: 'unknown' }, nodes };
  },
);

const vehicleEntities = compilePath('participant[@typeCode=CSM]/participantRole/playingEntity');

/** Drug Vehicle: its code, else its name. */
function readVehicle(entity: XmlElement, scope: Scope): Concept | undefined {
  const code = entity.first('code');
  const coded = code && readConcept(code, scope);
  if (says(coded)) return coded;
  const name = clean(entity.first('name')?.text());
  return name === undefined ? undefined : { codings: [], text: name };
}

const readVehicles = (from: XmlElement, scope: Scope): Concept[] | undefined =>
  listOf(vehicleEntities(from).flatMap((entity) => readVehicle(entity, scope) ?? []));

/** What a mixture is made of: the extension of HL7's pharmacy group. */
const ingredientsIn = (from: XmlElement): readonly XmlElement[] =>
  materialOf(from)?.elements('pharm:ingredient') ?? [];

const readIngredients = (from: XmlElement, scope: Scope): Product['ingredients'] =>
  listOf(
    ingredientsIn(from).flatMap((ingredient) => {
      const code = ingredient.first('pharm:ingredientSubstance')?.first('pharm:code');
      const concept = code && readConcept(code, scope);
      const amount = ingredient.first('pharm:quantity');
      const [numerator, denominator] = ['pharm:numerator', 'pharm:denominator'].map((name) => {
        const part = amount?.first(name);
        return part && readQuantity(part, scope);
      });
      const strength = numerator && denominator ? { numerator, denominator } : undefined;
      return says(concept) ? [{ code: concept, ...(strength && { strength }) }] : [];
    }),
  );

/** The lot, who made it, until when it may be used. */
export function readMaker(
  from: XmlElement,
  scope: Scope,
): Pick<Product, 'lotNumber' | 'manufacturer' | 'expiration'> {
  const maker = productOf(from)?.first('manufacturerOrganization');
  const manufacturer = maker && readOrganization(maker, scope);
  const lotNumber = clean(materialOf(from)?.first('lotNumberText')?.text());
  const expires = materialOf(from)?.first('expirationTime') ?? materialOf(from)?.first('sdtc:expirationTime');
  const expiration = expires && known(readWhen(expires, scope));
  return compact({ lotNumber, manufacturer, expiration }) as ReturnType<typeof readMaker>;
}

/** The elements that `readMaker` reads. */
export const makerNodes = (from: XmlElement): XmlElement[] => {
  const material = materialOf(from);
  return [
    productOf(from)?.first('manufacturerOrganization'),
    material?.first('lotNumberText'),
    material?.first('expirationTime'),
    material?.first('sdtc:expirationTime'),
  ].filter((node) => node !== undefined);
};

/** All that is told of the product beside its code: form, vehicle, lot, maker. */
export const productDetails: Field<Product> = by(
  'administrationUnitCode | participant[@typeCode=CSM] | consumable/manufacturedProduct',
  (from, scope) => {
    const unit = from.first('administrationUnitCode') ?? materialOf(from)?.first('pharm:formCode');
    const form = unit && readConcept(unit, scope);
    const value = compact({
      form: says(form) ? form : undefined,
      ingredients: readIngredients(from, scope),
      vehicles: readVehicles(from, scope),
      ...readMaker(from, scope),
    }) as Product;
    const parts = [unit, ...makerNodes(from), ...ingredientsIn(from), ...vehicleEntities(from)];
    const nodes = parts.filter((node) => node !== undefined);
    return Object.keys(value).length > 0 ? { value, nodes } : undefined;
  },
);
