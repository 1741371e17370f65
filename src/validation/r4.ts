import { loadDataType, OperationOutcomeError, validateResource } from '@medplum/core';
import type { Issue } from '../issue/index.ts';
import { bare, type Placed } from './resources.ts';

type Definition = Parameters<typeof loadDataType>[0];
type Resource = Parameters<typeof validateResource>[0];
type Found = ReturnType<typeof validateResource>[number];

/** What is wrong with a resource by the definition of its type. */
export type StructureCheck = (placed: Placed) => Issue[];

/** Checks by the definitions of R4: elements, cardinalities, types, forms of values, invariants. */
export function checkByR4(definitions: string): StructureCheck {
  for (const definition of JSON.parse(definitions) as Definition[]) loadDataType(definition);
  return ({ resource, place }) => {
    const type = resource['resourceType'];
    if (typeof type !== 'string') return [];
    return foundIn(resource as unknown as Resource).flatMap((found) => {
      const rule = ruleOf(found);
      if (rule === undefined) return [];
      const element = bare(found.expression?.[0] ?? type);
      return [{ code: 'structure-invalid', place, details: { element, rule } } as const];
    });
  };
}

/** The library throws where there is an error, and answers where there are warnings alone. */
function foundIn(resource: Resource): readonly Found[] {
  try {
    return validateResource(resource);
  } catch (error) {
    if (error instanceof OperationOutcomeError) return error.outcome.issue;
    throw error;
  }
}

/** What may be said: names of elements and types, the words of R4's own invariants; never a value. */
const rules: readonly (readonly [said: RegExp, rule: string | undefined])[] = [
  // These are said by a check of our own.
  [/empty|null|undefined/i, undefined],
  [/^Missing required property/, 'is missing'],
  [/^Invalid additional property/, 'is no element of it'],
  [/^Expected array/, 'is no list'],
  [/^Expected single value/, 'is a list'],
  [/^Invalid resource type/, 'is no type of R4'],
  [/JSON type|choice type/i, 'has a value of another type'],
  [/^Invalid \w+ (format|value)|^Expected number|whitespace/, 'has a value of another form'],
  [/^(Error evaluating|base64Binary exceeds)/, undefined],
];

function ruleOf({ severity, details, diagnostics }: Found): string | undefined {
  if (severity !== 'error') return undefined;
  const said = details?.text ?? diagnostics ?? '';
  const invariant = /^Constraint ([\w-]+) not met: (.*)$/s.exec(said);
  if (invariant) return `${invariant[1]}: ${invariant[2]}`;
  const known = rules.find(([words]) => words.test(said));
  return known ? known[1] : 'does not have the structure that R4 asks for';
}
