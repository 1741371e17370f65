import type { Allergy, Concept, Reaction, Reference } from '../../../record/index.ts';
import { allergyCategoryOf, allergyTypeOf, noKnownAllergyConceptOf } from '../../../terminology/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { commonFields, conceptAt, timeOf } from '../common.ts';
import { readConcept, wordOf } from '../datatypes.ts';
import type { Scope } from '../scope.ts';
import { type Found, read } from '../shelf.ts';

const statuses: Readonly<Record<string, Allergy['clinicalStatus']>> = {
  active: 'active',
  inactive: 'inactive',
  'prior history no longer active': 'inactive',
  resolved: 'resolved',
};

/** What lists say that know of no allergy, and SNOMED CT's concept for it. */
const nothings: readonly (readonly [RegExp, string])[] = [
  [/^(nkda|no known (drug|medication|medicine) allerg(y|ies))$/, '409137002'],
  [/^no known food allerg(y|ies)$/, '429625007'],
  [/^no known environmental allerg(y|ies)$/, '428607008'],
  [/^(nka|none|no allergies|no known allerg(y|ies))$/, '716186003'],
];

const snomed = 'http://snomed.info/sct';

/** Alert → allergy: of the substance, where the alert names its agent. Alerts of other kinds have no place here. */
export function readAlert(element: XmlElement, scope: Scope): Reference | undefined {
  const code =
    noneKnown(element, scope) ?? agentOf(element, scope) ?? conceptAt(element, 'Description', scope);
  if (!code || !isAllergy(element)) return undefined;
  const status = element.first('Status');
  const word = wordOf(status);
  const type = element.first('Type');
  const kinds = kindOf(type, scope);
  return scope.shelf.add('allergy', element, {
    ...commonFields(element, scope),
    code,
    clinicalStatus: read(status, Object.hasOwn(statuses, word) ? statuses[word] : undefined),
    type: read(type, kinds.type),
    category: read(type, kinds.category),
    kind: conceptAt(element, 'Type', scope),
    onset: timeOf(element, scope, /onset|start|initial/),
    reactions: reactionsOf(element, scope),
  });
}

/** An alert may be anything that warns: a pacemaker, a fall risk. Without a type it is what the list mostly holds. */
function isAllergy(element: XmlElement): boolean {
  const type = wordOf(element.first('Type'));
  const words = `${type} ${wordOf(element.first('Description'))}`;
  const codes = element.first('Type')?.elements('Code').length ?? 0;
  if (type === '' || codes > 0 || element.first('Agent')) return true;
  return /allerg|intoleran|reaction|sensitiv|adverse|nkd?a/.test(words);
}

function noneKnown(element: XmlElement, scope: Scope): Found<Concept> | undefined {
  const stated = conceptAt(element, 'Description', scope);
  const word = wordOf(element.first('Description'));
  const coded = stated?.value.codings.map(({ code = '' }) => noKnownAllergyConceptOf(code)).find(Boolean);
  const code = coded ?? nothings.find(([words]) => words.test(word))?.[1];
  if (!stated || !code) return undefined;
  const others = stated.value.codings.filter((one) => one.code !== code);
  return { ...stated, value: { ...stated.value, codings: [{ system: snomed, code }, ...others] } };
}

/** The agent: a product, something of the surroundings, or whatever else names itself. */
function agentOf(element: XmlElement, scope: Scope): Found<Concept> | undefined {
  const agent = element.first('Agent');
  const product = agent?.first('Products')?.first('Product');
  const name = product?.first('Product')?.first('ProductName') ?? product?.first('ProductName');
  const other = agent?.first('EnvironmentalAgents')?.first('EnvironmentalAgent')?.first('Description');
  const concept = readConcept(name ?? other, scope);
  // The description stands beside: "Codeine allergy" names what the agent is.
  const nodes = [agent, element.first('Description')].filter((one) => one !== undefined);
  return concept && { value: concept, nodes };
}

function kindOf(type: XmlElement | undefined, scope: Scope): Pick<Allergy, 'type' | 'category'> {
  const codes = readConcept(type, scope)?.codings.map(({ code = '' }) => code) ?? [];
  const word = wordOf(type);
  const coded = {
    type: codes.map((code) => allergyTypeOf(code)).find(Boolean),
    category: codes.map((code) => allergyCategoryOf(code)).find(Boolean),
  };
  const kind =
    coded.type ?? (/intoleran/.test(word) ? 'intolerance' : /allerg/.test(word) ? 'allergy' : undefined);
  const category = coded.category ?? categoryOf(word);
  return { ...(kind && { type: kind }), ...(category && { category }) };
}

const categoryOf = (word: string): Allergy['category'] =>
  /drug|medication|medicine/.test(word)
    ? 'medication'
    : /food/.test(word)
      ? 'food'
      : /environ/.test(word)
        ? 'environment'
        : undefined;

const severities = ['mild', 'moderate', 'severe'] as const;

function reactionsOf(element: XmlElement, scope: Scope): Found<Reaction[]> | undefined {
  const nodes = element.elements('Reaction');
  const value = nodes.flatMap((node): Reaction[] => {
    const manifestation = readConcept(node.first('Description'), scope);
    const severityConcept = readConcept(node.first('Severity'), scope);
    const severity = severities.find((one) => wordOf(node.first('Severity')).startsWith(one));
    if (!manifestation) return [];
    return [{ manifestation, ...(severity && { severity }), ...(severityConcept && { severityConcept }) }];
  });
  return value.length > 0 ? { value, nodes } : undefined;
}
