import { type Identifier, type Reference, usableIdentifiers } from '../../record/index.ts';
import type { XmlElement } from '../xml/element.ts';
import { readIdentifiers } from './datatypes/identifier.ts';
import { type Scope, silentScope } from './scope.ts';

/** Clinical statements that others name by their ids. */
export const nameable: ReadonlySet<string> = new Set([
  'act',
  'encounter',
  'encompassingEncounter',
  'observation',
  'organizer',
  'procedure',
]);

/** Finds statements by their identifiers. */
export function statementsOf(statements: readonly XmlElement[]): Scope['stated'] {
  let byKey: Map<string, XmlElement[]> | undefined;
  return (identifiers) => {
    byKey ??= indexed(statements);
    return [...new Set(usableIdentifiers(identifiers).flatMap((one) => byKey?.get(keyOf(one)) ?? []))];
  };
}

function indexed(statements: readonly XmlElement[]): Map<string, XmlElement[]> {
  const silent = silentScope();
  const byKey = new Map<string, XmlElement[]>();
  for (const one of statements) for (const key of keysOf(one, silent)) keep(byKey, key, one);
  return byKey;
}

const keysOf = (element: XmlElement, scope: Scope): string[] =>
  usableIdentifiers(readIdentifiers(element, scope)?.value).map(keyOf);

function keep<T>(byKey: Map<string, T[]>, key: string, item: T): void {
  const items = byKey.get(key);
  if (items) items.push(item);
  else byKey.set(key, [item]);
}

const keyOf = ({ system, value }: Identifier): string => `${system}|${value}`;

/** Whether a statement says no more of itself than its id and its kind: it stands for another that does. */
export const isStub = (element: XmlElement): boolean =>
  element.elements().every(({ name, attributes }) => {
    if (name === 'id' || name === 'templateId') return true;
    return name === 'code' && attributes['code'] === undefined;
  });

/** The encounter that the document describes elsewhere under one of an element's identifiers. */
export function describedEncounter(element: XmlElement, scope: Scope): XmlElement | undefined {
  const found = statedElsewhere(element, scope).filter(isVisit);
  // Where an export gives one number to several visits it says of none which it is.
  return new Set(found.map(startOf)).size === 1 ? found[0] : undefined;
}

/** Whether it is an encounter that took place. */
const isVisit = ({ name, attributes }: XmlElement): boolean =>
  name === 'encompassingEncounter' || (name === 'encounter' && (attributes['moodCode'] ?? 'EVN') === 'EVN');

const startOf = (element: XmlElement): string => {
  const time = element.first('effectiveTime');
  return (time?.attributes['value'] ?? time?.first('low')?.attributes['value'] ?? '').slice(0, 8);
};

/** The statements elsewhere under one of an element's identifiers that say more than these. */
export const statedElsewhere = (element: XmlElement, scope: Scope): XmlElement[] =>
  scope
    .stated(readIdentifiers(element, scope)?.value ?? [])
    .filter((other) => other !== element && !isStub(other));

/** The reference to a statement that stands elsewhere; it is read now, in its own section. */
export function refer(element: XmlElement, scope: Scope): Reference | undefined {
  if (element.name === 'encompassingEncounter') {
    const ref = `encounter/${scope.collector.keyOf(element)}`;
    return scope.collector.has(ref) ? { ref } : undefined;
  }
  const isRead = scope.taken.has(element);
  const reference = scope.collector.elsewhere(() => scope.statement(element));
  // Its own entry is still to come upon it.
  if (!isRead) scope.taken.delete(element);
  return reference;
}
