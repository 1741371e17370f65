import type { Narrative, Participation } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { by, type Field, type Found } from '../fields.ts';
import type { Scope } from '../scope.ts';
import type { Definition } from '../statement.ts';
import { vitalSign } from './vital-sign.ts';

/** The elements of a combination, by the one that stands for it. */
type Elements = (from: XmlElement, scope: Scope) => readonly XmlElement[];

const unique = <T>(values: readonly T[]): T[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];

/** The fields of several observations that are one, but those that each has for itself. */
export function combinedFields(elements: Elements): Definition<'observation'>['fields'] {
  const readAll = <T>(field: Field<T>, from: XmlElement, scope: Scope): Found<T>[] =>
    elements(from, scope)
      .map((one) => field.read(one, scope))
      .filter((found) => found !== undefined);
  /** All lists as one. */
  const united = <T>(field: Field<T[]>): Field<T[]> =>
    by(field.path, (from, scope) => {
      const found = readAll(field, from, scope);
      const value = unique(found.flatMap((one) => one.value));
      return found.length > 0 ? { value, nodes: found.flatMap(({ nodes }) => nodes) } : undefined;
    });
  /** The first that there is. */
  const first = <T>(field: Field<T>): Field<T> =>
    by(field.path, (from, scope) => {
      const found = readAll(field, from, scope);
      return found[0] && { value: found[0].value, nodes: found.flatMap(({ nodes }) => nodes) };
    });
  /** That of the element that stands for all, which the others repeat. */
  const shared = <T>(field: Field<T>): Field<T> =>
    by(field.path, (from, scope) => {
      const own = field.read(from, scope);
      return own && { value: own.value, nodes: readAll(field, from, scope).flatMap(({ nodes }) => nodes) };
    });
  const { fields } = vitalSign;
  return {
    ...fields,
    identifiers: united(fields.identifiers),
    text: by(fields.text.path, (from, scope) => together(readAll(fields.text, from, scope))),
    authors: united(fields.authors),
    informants: united(fields.informants),
    labels: united(fields.labels),
    notes: united(fields.notes),
    status: shared(fields.status),
    effective: shared(fields.effective),
    effectivePeriod: shared(fields.effectivePeriod),
    method: first(fields.method),
    bodySite: first(fields.bodySite),
    performers: united<Participation>(fields.performers),
    members: united(fields.members),
    derivedFrom: united(fields.derivedFrom),
    device: first(fields.device),
    encounter: first(fields.encounter),
  };
}

/** The narratives one after the other, the same one once. */
function together(found: readonly Found<Narrative>[]): Found<Narrative> | undefined {
  const texts = unique(found.map(({ value }) => value.xhtml));
  if (texts.length === 0) return undefined;
  const [only = ''] = texts;
  const xhtml =
    texts.length === 1 ? only : `<div xmlns="http://www.w3.org/1999/xhtml">${texts.join('')}</div>`;
  return { value: { xhtml, status: 'additional' }, nodes: found.flatMap(({ nodes }) => nodes) };
}
