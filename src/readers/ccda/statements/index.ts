import type { Reference } from '../../../record/index.ts';
import { type AnyDefinition, type Definition, isStatement, readStatement } from '../statement.ts';
import type { Scope } from '../scope.ts';
import type { XmlElement } from '../xml/element.ts';
import { allergy } from './allergy.ts';
import { problem } from './problem.ts';

/** One statement to be recognised and read, whatever its kind. */
interface Reader {
  readonly definition: AnyDefinition;
  read(element: XmlElement, scope: Scope): Reference;
}

const reader = <K extends Definition['kind']>(definition: Definition<K>): Reader => ({
  definition,
  read: (element, scope) => readStatement(definition, element, scope),
});

/** The clinical statements that are read wherever they stand. */
const statements: readonly Reader[] = [reader(problem), reader(allergy)];

/** The statement that an element is. */
export const statementOf = (element: XmlElement, scope: Scope): Reader | undefined =>
  statements.find(({ definition }) => isStatement(definition, element, scope));
