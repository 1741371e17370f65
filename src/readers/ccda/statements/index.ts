import type { Kind } from '../../../record/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { type Scope, report as tell } from '../scope.ts';
import { type Definition, isNull, mayMatch, type Reader, readStatement } from '../statement.ts';
import { allergy } from './allergy.ts';
import { assessment } from './assessment.ts';
import { authorized } from './authorization.ts';
import { bloodPressure } from './blood-pressure.ts';
import { careTeam } from './care-team.ts';
import { coverage } from './coverage.ts';
import { directive, directives } from './directive.ts';
import { dispense } from './dispense.ts';
import { encounter } from './encounter.ts';
import { deviceUse, noEquipment, supplyDelivery, udi } from './equipment.ts';
import { familyMember } from './family-member.ts';
import { goalProgress, outcome, priorityPreference, prognosis } from './focused-observation.ts';
import { goal, noGoals } from './goal.ts';
import { healthConcern, noHealthConcerns, pointer } from './health-concern.ts';
import { immunization } from './immunization.ts';
import { media } from './media.ts';
import { medication } from './medication.ts';
import { message, messageRequest } from './message.ts';
import { noImmunizations, noMedications, notTaken } from './not-taken.ts';
import { note } from './note.ts';
import { noOrders, order } from './order.ts';
import { group, vitalSignsPanel } from './panel.ts';
import { patientFactRules, patientFacts } from './patient-fact.ts';
import { plainObservation, standingIndication } from './plain-observation.ts';
import { deviceRequest, plannedDrug, supplyRequest } from './planned-supply.ts';
import { dueDate, pregnancy, pregnancyIntention } from './pregnancy.ts';
import { problem } from './problem.ts';
import { noDevices, noProcedures, procedure } from './procedure.ts';
import { pulseOximetry } from './pulse-oximetry.ts';
import { referral } from './referral.ts';
import { report } from './report.ts';
import { result } from './result.ts';
import { risk } from './risk-concern.ts';
import { smokingStatus, tobaccoUse } from './smoking.ts';
import { socialHistory } from './social-history.ts';
import { functionalStatus, mentalStatus, statusObservation } from './status-observation.ts';
import { travel } from './travel.ts';
import { vitalSign } from './vital-sign.ts';

const reader = <K extends Definition['kind']>(definition: Definition<K>): Reader => ({
  definition,
  read: (element, scope) => readStatement(definition, element, scope),
});

/** Vital signs come before results: in their section a result is one. */
const results: readonly Reader[] = [
  reader(bloodPressure),
  reader(pulseOximetry),
  reader(vitalSign),
  reader(vitalSignsPanel),
  reader(group),
  reader(report),
  reader(result),
];

/** The clinical statements that are read wherever they stand. */
const statements: readonly Reader[] = [
  // What stands in the family's history is nobody's problem but theirs.
  reader(familyMember),
  ...patientFacts,
  reader(functionalStatus),
  reader(mentalStatus),
  reader(statusObservation),
  reader(goal),
  reader(noGoals),
  reader(priorityPreference),
  reader(prognosis),
  reader(goalProgress),
  reader(outcome),
  reader(risk),
  reader(problem),
  reader(allergy),
  reader(encounter),
  reader(note),
  reader(media),
  reader(procedure),
  reader(noProcedures),
  reader(noDevices),
  reader(careTeam),
  reader(coverage),
  reader(authorized),
  reader(referral),
  reader(directive),
  reader(directives),
  reader(udi),
  reader(order),
  reader(noOrders),
  reader(medication),
  reader(notTaken),
  reader(noMedications),
  reader(dispense),
  reader(deviceUse),
  reader(supplyDelivery),
  reader(noEquipment),
  reader(deviceRequest),
  reader(plannedDrug),
  reader(supplyRequest),
  reader(message),
  reader(messageRequest),
  reader(immunization),
  reader(noImmunizations),
  ...results,
  reader(smokingStatus),
  reader(tobaccoUse),
  reader(pregnancy),
  reader(pregnancyIntention),
  reader(dueDate),
  reader(travel),
  reader(socialHistory),
  reader(assessment),
  reader(healthConcern),
  reader(noHealthConcerns),
  pointer,
  reader(standingIndication),
  reader(plainObservation),
];

/** What a template is read as: the kind of the record, and by it the resource. */
export interface StatementRule {
  readonly title: string;
  readonly templates: readonly string[];
  readonly kind: Kind | 'patient';
}

/** The rules by which statements are read, as a table. */
export const statementRules: readonly StatementRule[] = [
  ...patientFactRules,
  ...statements.flatMap(({ definition: { kind, title, templates, matched = [] } }) =>
    kind ? [{ kind, title, templates: [...templates, ...matched] }] : [],
  ),
];

/** The statement that an element is. */
export function statementOf(element: XmlElement, scope: Scope): Reader | undefined {
  if (isBare(element)) return undefined;
  const found = recognise(element, scope);
  if (found && isNull(element) && found.definition.kind !== 'observation') {
    tell(scope, 'statement-null', element);
    return undefined;
  }
  const mayBe = found === undefined || found.definition === familyMember || !isOfAnother(element);
  return mayBe ? found : undefined;
}

/** Whether it names its template and says nothing else. */
const isBare = (element: XmlElement): boolean =>
  element.children.every((child) => typeof child === 'string' || child.name === 'templateId');

function recognise(element: XmlElement, scope: Scope): Reader | undefined {
  const found = candidatesOf(element).find(
    ({ reader: { definition }, isNamed }) =>
      (isNamed || definition.matches?.(element, scope)) && (definition.accepts?.(element, scope) ?? true),
  );
  return found?.reader;
}

/** A statement that an element may be; `isNamed` where a template says so. */
interface Candidate {
  readonly reader: Reader;
  readonly isNamed: boolean;
}

/** More than the templates are combined anywhere: an input does not decide how much is kept. */
const most = 4096;
const candidatesBy = new Map<string, readonly Candidate[]>();

/** What an element may be by its name and its templates, in the order of all statements; most share both with others. */
function candidatesOf(element: XmlElement): readonly Candidate[] {
  const templates = templatesOf(element);
  const key = [element.name, ...templates].join(' ');
  const known = candidatesBy.get(key) ?? candidates(element.name, templates);
  if (candidatesBy.size < most) candidatesBy.set(key, known);
  return known;
}

/** The templates of an element that name a statement. */
const templatesOf = (element: XmlElement): string[] =>
  element
    .elements('templateId')
    .map(({ attributes }) => attributes['root']?.trim() ?? '')
    .filter((template) => byTemplate.has(template));

/** Which statements each template id names. */
const byTemplate = Map.groupBy(
  statements.flatMap((reader) => reader.definition.templates.map((template) => ({ template, reader }))),
  ({ template }) => template,
);

/** Which statements elements may be without a template: by name, and those that have no name of their own there. */
const withoutTemplate = (name: string): Reader[] =>
  statements.filter(({ definition }) => mayMatch(definition, name));
const byName = new Map(
  statements.flatMap(({ definition: { elements = [] } }) =>
    elements.map((name) => [name, withoutTemplate(name)] as const),
  ),
);
const anyName = withoutTemplate('');

const places = new Map(statements.map((reader, place) => [reader, place]));
const placeOf = (reader: Reader): number => places.get(reader) ?? 0;

function candidates(name: string, templates: readonly string[]): Candidate[] {
  const named = new Set(templates.flatMap((one) => byTemplate.get(one)?.map(({ reader }) => reader) ?? []));
  return [...named.union(new Set(byName.get(name) ?? anyName))]
    .toSorted((one, other) => placeOf(one) - placeOf(other))
    .map((reader) => ({ reader, isNamed: named.has(reader) }));
}

/** Whether it says something of somebody else than the patient: of a relative, of a newborn child. */
function isOfAnother(element: XmlElement): boolean {
  for (let at: XmlElement | undefined = element; at && at.name !== 'structuredBody'; at = at.parent) {
    if (at.first('subject')?.first('relatedSubject')) return true;
  }
  return false;
}
