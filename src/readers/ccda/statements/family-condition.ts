import type { Concept, FamilyCondition } from '../../../record/index.ts';
import { isGenericProblem } from '../../../terminology/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { readConcept, says } from '../datatypes/concept.ts';
import { readQuantity } from '../datatypes/quantity.ts';
import { readText } from '../datatypes/text.ts';
import { known, readWhen } from '../datatypes/time.ts';
import { readValue, typeOf } from '../datatypes/value.ts';
import type { Found } from '../fields.ts';
import { parts } from '../parts.ts';
import { compilePath, isPart } from '../path.ts';
import { report, type Scope } from '../scope.ts';
import { reportUnread } from '../statement.ts';
import { comments, isNegated } from './common.ts';
import { negatedValue } from './negated-observation.ts';
import { componentsOf } from './organizer.ts';

const snomed = 'http://snomed.info/sct';
const dead = '419099009';
const inside = compilePath('entryRelationship/observation');

/** The findings of a relative: those in the organizer, or the loose one itself. */
export const conditionNodes = (from: XmlElement): readonly XmlElement[] =>
  from.name === 'organizer' ? componentsOf(from, 'observation') : [from];

/** The observations by which a finding says that it was died of. */
export const deathsIn = (finding: XmlElement): XmlElement[] =>
  inside(finding).filter(
    (one) =>
      !isNegated(one) &&
      (isPart(one, parts.familyDeath) ||
        (one.parent?.attributes['typeCode'] === 'CAUS' && one.first('value')?.attributes['code'] === dead)),
  );

/** One finding as a condition of the relative; undefined where it names nothing. */
export function readFamilyCondition(
  finding: XmlElement,
  scope: Scope,
): { value: FamilyCondition; nodes: XmlElement[] } | undefined {
  const code = readCode(finding, scope);
  if (!says(code?.value)) return undefined;
  const deaths = deathsIn(finding);
  const notes = comments.read(finding, scope);
  const value: FamilyCondition = {
    code: code.value,
    ...timeOf(finding, scope),
    ...(deaths.length > 0 && { contributedToDeath: true }),
    ...(notes && { notes: notes.value }),
  };
  const others = [...finding.elements('effectiveTime'), ...ageNodes(finding)];
  const nodes = [...code.nodes, ...others, ...deaths, ...(notes?.nodes ?? [])];
  if (finding.parent?.name === 'component') accountFor(finding, nodes, scope);
  return { value, nodes };
}

/** FHIR's conditions of a relative have no number and no status; that they are conditions goes without saying. */
export const findingStructure: readonly string[] = [
  'id',
  'code',
  'statusCode',
  'text',
  ...['id', 'code', 'statusCode', 'text'].map((part) => `entryRelationship/observation/${part}`),
];

/** A finding of a relative is none of the patient: nothing else may read it. */
function accountFor(finding: XmlElement, nodes: readonly XmlElement[], scope: Scope): void {
  scope.taken.add(finding);
  for (const node of nodes) scope.taken.add(node);
  const account = { title: 'Family History Observation', structure: findingStructure };
  scope.collector.defer(() => reportUnread(account, finding, scope));
}

function readCode(finding: XmlElement, scope: Scope): Found<Concept> | undefined {
  const nodes = finding.elements('value');
  const values = nodes.map((node) => readNamed(node, scope));
  const stated = values.find(says);
  const text = finding.first('text');
  const words = stated ?? (text ? wordsOf(text, scope) : undefined);
  if (!words) return undefined;
  return { value: isNegated(finding) ? negated(words, finding, scope) : words, nodes };
}

const readNamed = (value: XmlElement, scope: Scope): Concept | undefined => {
  if (typeOf(value) !== 'ST' && typeOf(value) !== 'ED') return readConcept(value, scope);
  const string = readValue(value, scope)?.string;
  return string === undefined ? undefined : { codings: [], text: string };
};

function wordsOf(text: XmlElement, scope: Scope): Concept | undefined {
  const words = readText(text, scope);
  return words === undefined ? undefined : { codings: [], text: words };
}

/**
 * FHIR's conditions of a relative know no negation. That there is none at all has a code; a single one that is denied
 * is kept in words that say so, never under its own code, by which a search would find it.
 */
function negated(concept: Concept, finding: XmlElement, scope: Scope): Concept {
  const isAny = concept.codings.some(({ code }) => code !== undefined && isGenericProblem(code));
  if (isAny) {
    const display = 'No family history of clinical finding';
    return { codings: [{ system: snomed, code: '160266009', display }] };
  }
  report(scope, 'negated-value', finding);
  return { codings: [], text: negatedValue({ concept }).string ?? '' };
}

const ageNodes = (finding: XmlElement): XmlElement[] =>
  inside(finding)
    .filter((one) => isPart(one, parts.ageObservation))
    .flatMap((one) => one.elements('value'));

function timeOf(
  finding: XmlElement,
  scope: Scope,
): Pick<FamilyCondition, 'onset' | 'onsetAge' | 'abatement'> {
  const time = finding.first('effectiveTime');
  const high = time?.first('high');
  const onset = known(time && readWhen(time, scope));
  const abatement = known(high && readWhen(high, scope));
  const [age] = ageNodes(finding);
  const onsetAge = age && readQuantity(age, scope);
  return {
    ...(onset && { onset }),
    ...(onsetAge?.value !== undefined && { onsetAge }),
    ...(abatement && { abatement }),
  };
}
