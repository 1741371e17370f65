import type { Reference } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { readIdentifiers } from '../datatypes/identifier.ts';
import { by, type Field } from '../fields.ts';
import { parts } from '../parts.ts';
import { isPart } from '../path.ts';
import { refer, statedElsewhere } from '../refer.ts';
import type { Scope } from '../scope.ts';

/** Whether an act only names a statement that stands elsewhere. */
export const isEntryReference = (element: XmlElement): boolean =>
  element.name === 'act' &&
  element.first('id') !== undefined &&
  (isPart(element, parts.entryReference) || element.first('code')?.attributes['nullFlavor'] === 'NP') &&
  element.first('code')?.attributes['code'] === undefined;

/** The Entry References of a statement, by the type of the relation. */
export const entryReferencesIn = (from: XmlElement, types?: readonly string[]): XmlElement[] =>
  from
    .elements('entryRelationship')
    .filter(({ attributes }) => types?.includes(attributes['typeCode'] ?? '') ?? true)
    .flatMap((relation) => relation.elements('act'))
    .filter(isEntryReference);

/** Acts that hold statements and are none themselves, unless they hold nothing but words. */
export const isWrapper = (element: XmlElement): boolean =>
  element.name === 'act' &&
  [parts.concern, parts.healthConcern, parts.intervention, parts.diagnosis].some((part) =>
    isPart(element, part),
  );

/** What an Entry Reference names: the statement itself, or those in the concern that it names. */
export function referred(reference: XmlElement, scope: Scope, through = true): Reference[] {
  const named = statedElsewhere(reference, scope).filter((other) => !isEntryReference(other));
  const others = through ? named : named.filter((other) => !isWrapper(other));
  return unique(others.flatMap((other) => statementsAt(other, scope)));
}

/** The statement that an element is, else those that it holds. */
function statementsAt(element: XmlElement, scope: Scope): Reference[] {
  const held = isWrapper(element) ? statementsIn(element).flatMap((one) => refer(one, scope) ?? []) : [];
  return held.length > 0 ? held : [refer(element, scope) ?? []].flat();
}

/** The statements that an act is about. */
export const statementsIn = (act: XmlElement): XmlElement[] =>
  act
    .elements('entryRelationship')
    .filter(({ attributes }) => ['SUBJ', 'REFR', 'COMP'].includes(attributes['typeCode'] ?? 'COMP'))
    .flatMap((relation) => relation.elements())
    .filter(
      (one) =>
        !isEntryReference(one) && !isPart(one, parts.priorityPreference) && !isPart(one, parts.comment),
    );

/** The statements that the Entry References of some relations name, of some kinds. */
export const referredTo = (
  types: readonly string[] | undefined,
  kinds: readonly string[],
): Field<Reference[]> =>
  by(`entryRelationship[@typeCode=${types?.join('|') ?? '*'}]/act[entryReference]/id`, (from, scope) => {
    const found = entryReferencesIn(from, types).flatMap((node) => {
      const value = referred(node, scope).filter(({ ref }) => kinds.includes(ref.slice(0, ref.indexOf('/'))));
      return value.length > 0 ? [{ node, value }] : [];
    });
    return found.length > 0
      ? { value: unique(found.flatMap(({ value }) => value)), nodes: found.map(({ node }) => node) }
      : undefined;
  });

/** The statements that name an element by an Entry Reference of some relation. */
export function referring(element: XmlElement, types: readonly string[], scope: Scope): XmlElement[] {
  const references = scope.stated(readIdentifiers(element, scope)?.value ?? []).filter(isEntryReference);
  return references.flatMap(({ parent: relation }) =>
    relation?.parent && types.includes(relation.attributes['typeCode'] ?? '') ? [relation.parent] : [],
  );
}

const unique = (references: readonly Reference[]): Reference[] => [
  ...new Map(references.map((one) => [one.ref, one])).values(),
];
