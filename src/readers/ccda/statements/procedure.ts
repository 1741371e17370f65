import type { Concept, Procedure, Reference } from '../../../record/index.ts';
import { isProcedureOutcome, procedureStatusOf } from '../../../terminology/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { says } from '../datatypes/concept.ts';
import { by, concept, type Field, type Found, period, time } from '../fields.ts';
import { parts } from '../parts.ts';
import { compilePath, isPart } from '../path.ts';
import type { Scope } from '../scope.ts';
import { type Definition, readStatement } from '../statement.ts';
import {
  bodySites,
  instructions,
  isEvent,
  locations,
  named,
  performers,
  planAround,
  productsIn,
  readWhat,
  what,
  worded,
} from './act.ts';
import { isNegated, recorder, statementFields } from './common.ts';
import { encounterReference } from './encounter-reference.ts';
import { reasonReferences, reasons } from './indication.ts';
import { observation } from './observation.ts';
import { productInstance } from './product-instance.ts';
import { careReasonStructure } from './reason.ts';

const acts = compilePath('entryRelationship/act');

/** How it went, where an act inside says no more than that: its code and its words. */
const outcome: Field<Concept> = by('entryRelationship/act/code (an outcome)', (from, scope) => {
  const node = acts(from).find((act) => isProcedureOutcome(act.first('code')?.attributes['code']?.trim()));
  const value = node && worded(node, scope);
  return value && { value, nodes: [node] };
});

/** What was done, or was not done though it is named. */
export const procedure: Definition<'procedure'> = {
  kind: 'procedure',
  title: 'Procedure Activity Procedure',
  templates: parts.procedure.templates,
  elements: ['procedure', 'act', 'observation'],
  matches: isUntemplatedProcedure,
  accepts: (element, scope) => isEvent(element) && !planAround(element) && saysWhat(element, scope),
  fields: {
    ...statementFields,
    status: by('@negationInd | statusCode', (from) => ({
      value: statusOf(from),
      nodes: from.elements('statusCode'),
    })),
    statusReason: by('entryRelationship/[careReason]/value', (from, scope) =>
      isNegated(from) ? concept('entryRelationship/[careReason]/value').read(from, scope) : undefined,
    ),
    code: what,
    performed: by('effectiveTime', (from, scope) =>
      isSpan(from) ? undefined : time('effectiveTime').read(from, scope),
    ),
    performedPeriod: by('effectiveTime', (from, scope) =>
      isSpan(from) ? period('effectiveTime').read(from, scope) : undefined,
    ),
    recorder,
    performers,
    locations,
    reasons,
    reasonReferences,
    bodySites,
    approachSites: named('approachSiteCode'),
    methods: named('methodCode'),
    priority: concept('priorityCode'),
    outcome,
    complications: named('entryRelationship/[reaction]/value'),
    instructions,
    devices: by('participant[@typeCode=DEV]/participantRole', readDevices),
    specimens: named('specimen/specimenRole/specimenPlayingEntity/code'),
    encounter: encounterReference,
  },
  // A value that says something is read as the finding.
  structure: ['value', ...careReasonStructure],
  settle: (item, element, scope) => {
    if (hasFinding(element)) readStatement(finding, element, scope);
    return item;
  },
};

/** Any procedure; in a section of procedures any act too that is no part of another and is none of the known wrappers. */
function isUntemplatedProcedure(element: XmlElement, scope: Scope): boolean {
  if (element.name === 'procedure') return !isPart(element, parts.specimenCollection);
  if (element.name !== 'act' && element.name !== 'observation') return false;
  if (element.parent?.name !== 'entry' || element.first('templateId') !== undefined) return false;
  return (
    scope.section?.rules?.title === 'Procedures' &&
    !isPart(element, parts.concern) &&
    !isPart(element, parts.note)
  );
}

/** "Procedure", of no kind: negated it says that there were none. */
const anyProcedure = '71388002';

/** A negated procedure that names none: there were none, or there are no devices. */
const noneOf = (about: 'procedures' | 'devices'): Definition<'noneKnown'> => ({
  kind: 'noneKnown',
  title: 'Procedure Activity Procedure, negated without a procedure',
  templates: parts.procedure.templates,
  elements: ['procedure'],
  matches: () => true,
  accepts: (element, scope) =>
    isEvent(element) &&
    !planAround(element) &&
    isNegated(element) &&
    !saysWhat(element, scope) &&
    aboutOf(element, scope) === about,
  fields: { ...statementFields, about: by('@negationInd', () => ({ value: about, nodes: [] })) },
  structure: ['code', 'statusCode', 'effectiveTime', 'participant', 'targetSiteCode'],
});

export const noProcedures = noneOf('procedures');
export const noDevices = noneOf('devices');

const aboutOf = (element: XmlElement, { section }: Scope): 'procedures' | 'devices' =>
  productsIn(element).length > 0 || section?.rules?.title === 'Medical equipment' ? 'devices' : 'procedures';

/** Whether it names anything: a deed, a device, a time. What was not done must be named by a code. */
function saysWhat(element: XmlElement, scope: Scope): boolean {
  const value = readWhat(element, scope)?.value;
  if (isNegated(element)) return value !== undefined && isNamed(value);
  return says(value) || productsIn(element).length > 0 || isTimed(element);
}

const isNamed = ({ codings }: Concept): boolean =>
  codings.length > 0 && codings.every(({ code }) => code !== anyProcedure);

const isTimed = (element: XmlElement): boolean => {
  const effectiveTime = element.first('effectiveTime');
  const all = [effectiveTime, effectiveTime?.first('low'), effectiveTime?.first('high')];
  return all.some((one) => one?.attributes['value'] !== undefined);
};

/** The guide's table; what is negated was not done, unless the statement itself was an error. */
function statusOf(element: XmlElement): Procedure['status'] {
  const status = procedureStatusOf(element.first('statusCode')?.attributes['code']?.trim() ?? '');
  if (isNegated(element) && status !== 'entered-in-error') return 'not-done';
  return status ?? 'unknown';
}

/** Whether the time is a span: a low alone is the start of one (CF-procedures). */
export function isSpan(element: XmlElement): boolean {
  const effectiveTime = element.first('effectiveTime');
  if (effectiveTime?.attributes['value'] !== undefined) return false;
  return effectiveTime?.first('low') !== undefined || effectiveTime?.first('high') !== undefined;
}

/** Of what was not done no device was used. */
function readDevices(from: XmlElement, scope: Scope): Found<Reference[]> | undefined {
  const nodes = isNegated(from) ? [] : productsIn(from);
  return nodes.length > 0
    ? { value: nodes.map((node) => readStatement(productInstance, node, scope)), nodes }
    : undefined;
}

/** A Procedure Activity Observation that found something: FHIR's Procedure has no place for it. */
const hasFinding = (element: XmlElement): boolean =>
  element.name === 'observation' && !isNegated(element) && element.elements('value').some(isSaid);

const isSaid = (value: XmlElement): boolean =>
  value.attributes['nullFlavor'] === undefined &&
  (['code', 'value', 'displayName'].some((name) => value.attributes[name] !== undefined) ||
    value.elements().length > 0 ||
    value.text().trim() !== '');

/** What a procedure found, as an observation that is part of it. */
const finding: Definition<'observation'> = {
  ...observation,
  title: 'Procedure Activity Observation',
  templates: [],
  fields: {
    ...observation.fields,
    categories: by('–', () => ({ value: ['procedure'], nodes: [] })),
    encounter: encounterReference,
    partOf: by('.', (from, scope) => ({
      value: { ref: `procedure/${scope.collector.keyOf(from)}` },
      nodes: [],
    })),
  },
  structure: procedure.structure,
};
