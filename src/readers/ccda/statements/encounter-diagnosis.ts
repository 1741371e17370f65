import type { Concept, Encounter, Reference } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import type { Found } from '../fields.ts';
import { parts } from '../parts.ts';
import { isPart } from '../path.ts';
import { refer, statedElsewhere } from '../refer.ts';
import type { Scope } from '../scope.ts';
import { countOf } from './dosage-timing.ts';

const diagnosisRole = 'http://terminology.hl7.org/CodeSystem/diagnosis-role';
const uses = [
  [parts.admissionDiagnosis, { code: 'AD', display: 'Admission diagnosis' }],
  [parts.dischargeDiagnosis, { code: 'DD', display: 'Discharge diagnosis' }],
] as const;

/** Encounter Diagnosis, Hospital Admission and Discharge Diagnosis: each holds problems. */
export function readDiagnoses(
  from: XmlElement,
  scope: Scope,
): Found<NonNullable<Encounter['diagnoses']>> | undefined {
  const acts = from.elementsIn('entryRelationship', 'act').filter(isDiagnosis);
  const found = acts.flatMap((act) => {
    const use = useOf(act);
    return act
      .elements('entryRelationship')
      .flatMap((relation) => [...relation.elements('observation'), ...relation.elements('act')])
      .flatMap((node) => {
        const problem = problemOf(node, scope);
        const ranks = node.elements('entryRelationship').flatMap(ranksIn);
        const rank = ranks.map(rankOf).find((one) => one !== undefined);
        const value = problem && { problem, ...(use && { use }), ...(rank && { rank }) };
        return value ? [{ nodes: [node, ...ranks], value }] : [];
      });
  });
  return found.length > 0
    ? { value: found.map(({ value }) => value), nodes: found.flatMap(({ nodes }) => nodes) }
    : undefined;
}

const ranksIn = (relation: XmlElement): XmlElement[] =>
  relation.elements('observation').filter((one) => isPart(one, parts.rank));

/** The place among the diagnoses; one is the principal. */
const rankOf = (rank: XmlElement): number | undefined => countOf(rank.first('value'));

const isDiagnosis = (act: XmlElement): boolean =>
  [parts.diagnosis, parts.admissionDiagnosis, parts.dischargeDiagnosis].some((part) => isPart(act, part));

function useOf(act: XmlElement): Concept | undefined {
  const coding = uses.find(([part]) => isPart(act, part))?.[1];
  return coding && { codings: [{ system: diagnosisRole, ...coding }] };
}

/** The problem itself, or the one that stands under its id and says what it is (CF-encounters, diagnosis). */
function problemOf(node: XmlElement, scope: Scope): Reference | undefined {
  const others = statedElsewhere(node, scope)
    .flatMap((one) => (isPart(one, parts.concern) ? heldIn(one) : [one]))
    .filter(
      (one) => one.name === 'observation' && agree(one, node) && !isDiagnosis(one.parent?.parent ?? one),
    );
  const found = others.map((one) => refer(one, scope)).find((one) => one?.ref.startsWith('problem/'));
  const own = found ?? scope.statement(node);
  return own?.ref.startsWith('problem/') ? own : undefined;
}

const heldIn = (act: XmlElement): readonly XmlElement[] => act.elementsIn('entryRelationship', 'observation');

/** Whether a diagnosis says nothing but what the problem under its id says; then it is that problem. */
function agree(problem: XmlElement, diagnosis: XmlElement): boolean {
  const [one, other] = [codeOf(problem), codeOf(diagnosis)];
  if (other === undefined) return true;
  return one === other && startOf(problem) !== startOf(diagnosis);
}

const codeOf = (observation: XmlElement): string | undefined =>
  observation.first('value')?.attributes['code'];
const startOf = (observation: XmlElement): string | undefined => {
  const time = observation.first('effectiveTime');
  return time?.attributes['value'] ?? time?.first('low')?.attributes['value'];
};
