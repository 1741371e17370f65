import {
  type Annotation,
  type Concept,
  compact,
  type Identifier,
  listOf,
  type Participation,
  type Period,
  type When,
} from '../../record/index.ts';
import type { XmlElement } from '../xml/element.ts';
import { readConcept, readEnd, readWhen, textOf, wordOf } from './datatypes.ts';
import type { Scope } from './scope.ts';
import { type Found, read } from './shelf.ts';

/** The concept that a child element is. */
export const conceptAt = (
  from: XmlElement | undefined,
  name: string,
  scope: Scope,
): Found<Concept> | undefined => {
  const element = from?.first(name);
  return read(element, readConcept(element, scope));
};

/** The fields of every statement: who says it, numbers that others know it by, comments. */
export function commonFields(from: XmlElement, scope: Scope) {
  return {
    identifiers: identifiersOf(from, scope),
    authors: authorsOf(from, scope),
    notes: notesOf(from, scope),
  };
}

/** CCRDataObjectID numbers objects inside one document, so that it identifies nothing outside. */
function identifiersOf(from: XmlElement, scope: Scope): Found<Identifier[]> | undefined {
  const value = scope.actors.identifiers(from);
  return value.length > 0 ? { value, nodes: from.elements('IDs') } : undefined;
}

function authorsOf(from: XmlElement, scope: Scope): Found<Participation[]> | undefined {
  const nodes = from.elements('Source');
  const value = nodes.flatMap((source) =>
    source.elements('Actor').flatMap((actor): Participation[] => {
      const who = scope.actors.refer(actor);
      const time = readWhen(source.first('DateTime'), scope);
      return who ? [{ who, ...(time && { time }) }] : [];
    }),
  );
  return value.length > 0 ? { value, nodes } : undefined;
}

function notesOf(from: XmlElement, scope: Scope): Found<Annotation[]> | undefined {
  const nodes = from.elements('CommentID');
  const value = listOf(
    nodes.map((node) => {
      const comment = scope.objects.get(node.text().trim());
      const text = comment && textOf(comment.first('Description'), 'Text');
      const author = comment && scope.actors.refer(comment.first('Source')?.first('Actor'));
      return text === undefined ? undefined : (compact({ text, author }) as Annotation);
    }),
  );
  return value && { value, nodes };
}

/** The time of a kind (by the words of its type), else the first that has no type. */
export function timeOf(from: XmlElement, scope: Scope, kind = /$^/): Found<When> | undefined {
  const times = from.elements('DateTime');
  const found =
    times.find((one) => kind.test(wordOf(one.first('Type')))) ?? times.find((one) => !one.first('Type'));
  return read(found, readWhen(found, scope));
}

/** The time of exactly such a kind. */
export function timeOfKind(from: XmlElement, kind: RegExp, scope: Scope): Found<When> | undefined {
  const found = from.elements('DateTime').find((one) => kind.test(wordOf(one.first('Type'))));
  return read(found, readWhen(found, scope));
}

/** A span: a range, or times called its start and its end. */
export function periodOf(from: XmlElement, scope: Scope): Found<Period> | undefined {
  const start = timeOf(from, scope, /start|begin|onset|admi|prescri|order/) ?? timeOf(from, scope);
  const stop = from
    .elements('DateTime')
    .find((one) => /stop|end|discharge|expir|discontinu|resol/.test(wordOf(one.first('Type'))));
  const range = from.elements('DateTime').find((one) => one.first('DateTimeRange'));
  const end = readWhen(stop, scope) ?? readEnd(range, scope);
  const value = compact({ start: start?.value, end }) as Period;
  if (!value.start && !value.end) return undefined;
  return { value, nodes: [...(start?.nodes ?? []), ...(stop ? [stop] : []), ...(range ? [range] : [])] };
}

/** Whom the links of an element name, with the roles they are given there. */
export function practitionersOf(from: XmlElement, scope: Scope): Found<Participation[]> | undefined {
  const nodes = from.elements('Practitioners');
  const value = nodes
    .flatMap((one) => one.elements('Practitioner'))
    .flatMap((link): Participation[] => {
      const who = scope.actors.refer(link);
      const role = readConcept(link.first('ActorRole'), scope);
      return who ? [{ who, ...(role && { roles: [role] }) }] : [];
    });
  return value.length > 0 ? { value, nodes } : undefined;
}

/** Why something was done: the indications in words and codes. */
export function reasonsOf(from: XmlElement, scope: Scope): Found<Concept[]> | undefined {
  const nodes = from.elements('Indications');
  const value = listOf(
    nodes
      .flatMap((one) => one.elements('Indication'))
      .map((one) => readConcept(one.first('Description'), scope)),
  );
  return value && { value, nodes };
}
