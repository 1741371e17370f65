import type { Concept, Product } from '../../../record/index.ts';
import type { Context } from '../context.ts';
import { everyField } from '../every-field.ts';
import type { CodeableConcept, Medication, Reference } from '../fhir-types.ts';
import { concept, conceptAlways } from './concept.ts';
import { ratio } from './dosage.ts';
import { dated } from './when.ts';

/** What a resource says of its drug. */
export interface Drug {
  readonly contained?: Medication[];
  readonly medicationCodeableConcept?: CodeableConcept;
  readonly medicationReference?: Reference;
}

/** A concept where the code says all, else a Medication inside the resource: form, vehicle, lot, maker. */
export function drug(code: Concept, product: Product | undefined, context: Context): Drug {
  if (!product) return { medicationCodeableConcept: conceptAlways(code) };
  const { form, ingredients = [], vehicles = [], lotNumber, expiration, manufacturer, ...rest } = product;
  everyField(rest);
  const medication: Medication = {
    resourceType: 'Medication',
    id: 'medication',
    code: conceptAlways(code),
    ...madeBy(context.refer(manufacturer, 'product.manufacturer', 'organization')),
    ...(form && { form: concept(form) }),
    ingredient: [
      ...ingredients.map(ingredientOf),
      ...vehicles.map((one) => ({ itemCodeableConcept: concept(one), isActive: false })),
    ],
    batch: { ...(lotNumber && { lotNumber }), ...dated('expirationDate', expiration) },
  };
  return { contained: [medication], medicationReference: { reference: '#medication' } };
}

type Ingredient = NonNullable<Product['ingredients']>[number];

const ingredientOf = ({
  code,
  strength,
  ...rest
}: Ingredient): NonNullable<Medication['ingredient']>[number] => {
  everyField(rest);
  return { itemCodeableConcept: concept(code), strength: ratio(strength) };
};

const madeBy = (manufacturer: Reference | undefined): Partial<Medication> =>
  manufacturer ? { manufacturer } : {};
