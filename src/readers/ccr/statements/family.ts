import type { Concept, FamilyCondition, FamilyMember, Reference } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { readPerson } from '../actors.ts';
import { commonFields } from '../common.ts';
import { readConcept, readWhen, textOf, wordOf } from '../datatypes.ts';
import type { Scope } from '../scope.ts';
import { type Found, given, read } from '../shelf.ts';

/** What denies a disease, or says that nothing is known: no disease of that name. */
const none = /^(no|none|negative|denie[sd]|unknown|non contributory|noncontributory)\b/;
const ruledOut = /rule[sd]? out|^no\b|negat|absent|denie[sd]/;

/** FamilyProblemHistory → what each relative that it names has or had. */
export function readFamilyHistory(element: XmlElement, scope: Scope): readonly Reference[] {
  const conditions = conditionsOf(element, scope);
  if (!conditions) return [];
  return element.elements('FamilyMember').map((relative) =>
    scope.shelf.add('familyMember', element, {
      ...commonFields(element, scope),
      // Nothing says that this is all that is known.
      status: given('partial'),
      relationship: relationOf(relative, scope),
      name: nameOf(relative, scope),
      deceased: deathOf(relative),
      conditions,
    }),
  );
}

/** The diseases that it affirms; one that it denies keeps all of it in words. */
function conditionsOf(element: XmlElement, scope: Scope): Found<FamilyCondition[]> | undefined {
  const problems = element.elements('Problem');
  const nodes = problems.length > 0 ? problems : element.elements('Description');
  const read = nodes.map((node) => conditionOf(node, scope));
  const value = read.filter((one) => one !== undefined);
  return value.length > 0 && value.length === read.length ? { value, nodes } : undefined;
}

function conditionOf(problem: XmlElement, scope: Scope): FamilyCondition | undefined {
  const named = problem.name === 'Problem' ? problem.first('Description') : problem;
  const code = readConcept(named, scope);
  const isDenied = none.test(wordOf(named)) || ruledOut.test(wordOf(problem.first('Status')));
  if (!code || isDenied) return undefined;
  const onset = readWhen(problem.first('DateTime'), scope);
  return { code, ...(onset && { onset }) };
}

function relationOf(relative: XmlElement, scope: Scope): Found<Concept> {
  const role = relative.first('ActorRole');
  const concept = readConcept(role, scope);
  return { value: concept ?? { codings: [], absent: 'unknown' }, nodes: role ? [role] : [] };
}

function nameOf(relative: XmlElement, scope: Scope): Found<string> | undefined {
  const actor = scope.actors.element(textOf(relative, 'ActorID'));
  const [name] = readPerson(actor, scope.actors).names ?? [];
  const words = name && [...(name.given ?? []), name.family, name.text].filter(Boolean).join(' ');
  return read(relative.first('ActorID'), words || undefined);
}

const deathOf = (relative: XmlElement): Found<NonNullable<FamilyMember['deceased']>> | undefined => {
  const status = relative.first('HealthStatus');
  return read(status, /\b(deceased|dead|died)\b/.test(wordOf(status?.first('Description'))) || undefined);
};
