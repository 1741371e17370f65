import type { Concept, When } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { clean, readConcept, says } from '../datatypes/concept.ts';
import { readText } from '../datatypes/text.ts';
import { known, readWhen } from '../datatypes/time.ts';
import { by, type Field, type Read } from '../fields.ts';
import { hasTemplate } from '../path.ts';
import { productsIn } from './act.ts';
import { componentsOf } from './organizer.ts';

const template = ['2.16.840.1.113883.10.20.22.4.311'];

/** UDI Organizer: the parts of a Unique Device Identifier, each an observation. */
export const isUdiOrganizer = (element: XmlElement): boolean =>
  element.name === 'organizer' &&
  (hasTemplate(element, template) || element.first('code')?.attributes['code'] === '74711-3');

const organizersIn = (statement: XmlElement): XmlElement[] =>
  [...statement.elements('entryRelationship'), ...statement.elements('component')]
    .flatMap((relation) => relation.elements('organizer'))
    .filter(isUdiOrganizer);

/** The id that holds the whole identifier, whatever root an export gives it. */
export const udiIdOf = (element: XmlElement | undefined): XmlElement | undefined =>
  element
    ?.elements('id')
    .find(({ attributes }) => /^\(01\)|^[+=&]/.test(attributes['extension']?.trim() ?? ''));

const udiOf = (element: XmlElement): string | undefined => udiIdOf(element)?.attributes['extension']?.trim();

/** The organizer of a product: itself, the one of the same identifier beside it, or the only one of the only product. */
function organizerFor(product: XmlElement): XmlElement | undefined {
  if (isUdiOrganizer(product)) return product;
  const statement = product.parent?.parent;
  if (!statement) return undefined;
  const all = organizersIn(statement);
  const same = all.find((one) => udiOf(one) !== undefined && udiOf(one) === udiOf(product));
  return same ?? (all.length === 1 && productsIn(statement).length === 1 ? all[0] : undefined);
}

/** Whether the organizer stands beside the product of which it speaks. */
export const hasProduct = (organizer: XmlElement): boolean => {
  const statement = organizer.parent?.parent;
  return statement !== undefined && productsIn(statement).some((one) => organizerFor(one) === organizer);
};

/** What an organizer has beside its parts. */
export const udiFrame = (product: XmlElement): XmlElement[] =>
  (organizerFor(product)?.elements() ?? []).filter(({ name }) =>
    ['id', 'code', 'statusCode', 'text', 'sdtc:text', 'effectiveTime'].includes(name),
  );

/** One part, by its code of the NCI Thesaurus. */
function udiPart<T>(code: string, read: Read<T>): Field<T> {
  return by(`UDI Organizer/component/observation[${code}]/value`, (from, scope) => {
    const organizer = organizerFor(from);
    const node = organizer && componentsOf(organizer, 'observation').find((one) => codeOf(one) === code);
    const element = node?.first('value');
    const value = element && read(element, scope);
    return node && value !== undefined ? { value, nodes: [node] } : undefined;
  });
}

const codeOf = (observation: XmlElement): string | undefined =>
  observation.first('code')?.attributes['code']?.trim();

export const udiWords = (code: string): Field<string> =>
  udiPart(code, (value, scope) => readText(value, scope) ?? clean(value.attributes['extension']));
export const udiNumber = (code: string): Field<string> =>
  udiPart(code, (value) => clean(value.attributes['extension']) ?? clean(value.text()));
export const udiTime = (code: string): Field<When> =>
  udiPart(code, (value, scope) => known(readWhen(value, scope)));

/** MRI Safety, Latex Safety, Implantable Device Status. */
const coded = ['C106044', 'C160938', 'C160939'];

export const udiProperties: Field<{ type: Concept; value: Concept }[]> = by(
  `UDI Organizer/component/observation[${coded.join('|')}]`,
  (from, scope) => {
    const organizer = organizerFor(from);
    const nodes = (organizer ? componentsOf(organizer, 'observation') : []).filter((one) =>
      coded.includes(codeOf(one) ?? ''),
    );
    const value = nodes.flatMap((one) => {
      const [type, found] = ['code', 'value'].map((name) => {
        const element = one.first(name);
        return element && readConcept(element, scope);
      });
      return says(type) && says(found) ? [{ type, value: found }] : [];
    });
    return value.length > 0 ? { value, nodes } : undefined;
  },
);
