import type { Concept, Identifier, Period, When } from '../../record/index.ts';
import type { XmlElement } from '../xml/element.ts';
import { readConcept } from './datatypes/concept.ts';
import { readIdentifiers } from './datatypes/identifier.ts';
import { readPeriod, readWhen } from './datatypes/time.ts';
import { compilePath } from './path.ts';
import type { Scope } from './scope.ts';

/** A value with the source nodes that it was read from. */
export interface Found<T> {
  readonly value: T;
  readonly nodes: readonly XmlElement[];
}

/** How one field of a statement is read: the path for people and documentation, and the reading itself. */
export interface Field<T> {
  readonly path: string;
  read(from: XmlElement, scope: Scope): Found<T> | undefined;
}

/** Reads one element, or says that it holds nothing. */
export type Read<T> = (element: XmlElement, scope: Scope) => T | undefined;

/** The first element on the path that holds something. */
export function one<T>(path: string, read: Read<T>): Field<T> {
  const select = compilePath(path);
  return {
    path,
    read(from, scope) {
      for (const element of select(from)) {
        const value = read(element, scope);
        if (value !== undefined) return { value, nodes: [element] };
      }
      return undefined;
    },
  };
}

/** All elements on the path that hold something. */
export function many<T>(path: string, read: Read<T>): Field<T[]> {
  const select = compilePath(path);
  return {
    path,
    read: (from, scope) => readAll(select(from), read, scope),
  };
}

/** What elements hold, with those that hold something. */
export function readAll<T>(
  elements: readonly XmlElement[],
  read: Read<T>,
  scope: Scope,
): Found<T[]> | undefined {
  if (elements.length === 0) return undefined;
  const values: T[] = [];
  const nodes: XmlElement[] = [];
  for (const element of elements) {
    const value = read(element, scope);
    if (value === undefined) continue;
    values.push(value);
    nodes.push(element);
  }
  return nodes.length > 0 ? { value: values, nodes } : undefined;
}

/** A field that a function reads; `path` says in words of the path language what it looks at. */
export const by = <T>(path: string, read: Field<T>['read']): Field<T> => ({ path, read });

/** A field that this statement has no source for. */
export const nowhere: Field<never> = { path: '–', read: () => undefined };

export const concept = (path: string): Field<Concept> => one(path, readConcept);
export const concepts = (path: string): Field<Concept[]> => many(path, readConcept);
export const time = (path: string): Field<When> => one(path, readWhen);
export const period = (path: string): Field<Period> => one(path, readPeriod);
export const identifiers = (path: string): Field<Identifier[]> => by(path, readIdentifiers);

/** The code at a path, translated; a code without a translation is nothing. */
export const token = <T>(path: string, lookup: (code: string) => T | undefined): Field<T> =>
  one(path, (element) => {
    const { code } = element.attributes;
    return code === undefined ? undefined : lookup(code.trim());
  });

/** Looks for the value in one field, then in the next. */
export const firstOf = <T>(...fields: Field<T>[]): Field<T> => ({
  path: fields.map(({ path }) => path).join(' | '),
  read(from, scope) {
    for (const field of fields) {
      const found = field.read(from, scope);
      if (found) return found;
    }
    return undefined;
  },
});
