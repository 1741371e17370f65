import type { Immunization, Quantity, Reference } from '../../../record/index.ts';
import { immunizationStatusOf } from '../../../terminology/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { readConcept, says } from '../datatypes/concept.ts';
import { readQuantity } from '../datatypes/quantity.ts';
import { readText } from '../datatypes/text.ts';
import { by, concept, type Field, one, time } from '../fields.ts';
import { compilePath } from '../path.ts';
import { report, type Scope } from '../scope.ts';
import { type Definition, readStatement } from '../statement.ts';
import { instructions, performers } from './act.ts';
import { isNegated, recorded, statementFields } from './common.ts';
import { countOf } from './dosage-timing.ts';
import { encounterReference } from './encounter-reference.ts';
import { observation } from './observation.ts';
import { makerNodes, productCode, readMaker } from './product.ts';
import { reasonReferences, reasons, refusal } from './reason.ts';
import { immunizationTemplates, statedBy } from './substance.ts';

const observedStatus = compilePath('entryRelationship/[status]');

/**
 * The statusCode under its negation. An event that says nothing of its status has happened; CCD's status observation
 * of a vaccine says no more.
 */
const status: Field<Immunization['status']> = by('@negationInd | statusCode', (from) => {
  const statusCode = from.first('statusCode');
  const value =
    immunizationStatusOf(statusCode?.attributes['code']?.trim() ?? '', isNegated(from)) ?? 'completed';
  return { value, nodes: [...(statusCode ? [statusCode] : []), ...observedStatus(from)] };
});

const maker = <K extends keyof ReturnType<typeof readMaker>>(
  name: K,
  path: string,
): Field<NonNullable<ReturnType<typeof readMaker>[K]>> =>
  by(`consumable/manufacturedProduct/${path}`, (from, scope) => {
    const value = readMaker(from, scope)[name];
    return value === undefined ? undefined : { value, nodes: makerNodes(from) };
  });

const reactionNodes = compilePath('entryRelationship/[reaction]');
const manifestations = compilePath('entryRelationship[@typeCode=MFST]/observation');
const caused = compilePath('entryRelationship[@typeCode=CAUS]/observation');

/** Reactions become observations of their own; one without any code and value is none. */
const reactions: Field<Reference[]> = by('entryRelationship/[reaction]', (from, scope) => {
  const all = [...reactionNodes(from), ...manifestations(from), ...caused(from)];
  const nodes = [...new Set(all)].filter((node) => saysReaction(node, scope));
  return nodes.length > 0
    ? { value: nodes.map((node) => readStatement(observation, node, scope)), nodes }
    : undefined;
});

const saysReaction = (node: XmlElement, scope: Scope): boolean => {
  const [value, text] = [node.first('value'), node.first('text')];
  return (
    says(value && readConcept(value, scope)) || (text !== undefined && readText(text, scope) !== undefined)
  );
};

const series = compilePath('entryRelationship/[doseNumber]/value');
const courses = compilePath('entryRelationship/[administeredCourse]');

/** Which dose it is: `repeatNumber`, the place in its course, CCD's series number. */
const doseNumber: Field<number> = by(
  'repeatNumber | entryRelationship/sequenceNumber | entryRelationship/[doseNumber]/value',
  (from, scope) => {
    const places = courses(from).flatMap((act) => act.parent?.first('sequenceNumber') ?? []);
    const nodes = [from.first('repeatNumber'), ...places, ...series(from)].filter(
      (node) => node !== undefined,
    );
    const node = nodes.find((one) => (countOf(one) ?? 0) > 0);
    for (const one of nodes) if (countOf(one) === 0) report(scope, 'repeat-number-invalid', one);
    return node && { value: countOf(node) ?? 1, nodes: [...nodes, ...courses(from)] };
  },
);

/** Immunization Activity: what was given, or was not. */
export const immunization: Definition<'immunization'> = {
  kind: 'immunization',
  title: 'Immunization Activity',
  templates: immunizationTemplates,
  elements: ['substanceAdministration'],
  matches: (element, scope) => statedBy(element, scope) === 'immunization',
  accepts: (element, scope) => statedBy(element, scope) === 'immunization',
  fields: {
    ...statementFields,
    status,
    statusReason: refusal,
    code: productCode,
    occurrence: time('effectiveTime'),
    recorded,
    origin: concept('entryRelationship/[informationSource]/value'),
    manufacturer: maker('manufacturer', 'manufacturerOrganization'),
    lotNumber: maker('lotNumber', 'manufacturedMaterial/lotNumberText'),
    expiration: maker('expiration', 'manufacturedMaterial/expirationTime'),
    site: concept('approachSiteCode'),
    route: concept('routeCode'),
    dose: one('doseQuantity', readDose),
    doseNumber,
    performers,
    encounter: encounterReference,
    reasons,
    reasonReferences,
    reactions,
    instructions,
  },
  structure: [
    // The class of the act, which its template says too.
    'code',
    // The number of the product in the sender's catalogue.
    'consumable/manufacturedProduct/id',
    // FHIR's immunization has no form; the unit of the dose stands in the dose.
    'administrationUnitCode',
    'entryRelationship/act/code',
    'entryRelationship/act/statusCode',
    'entryRelationship/observation/code',
    'entryRelationship/observation/statusCode',
  ],
  settle,
};

/** The dose; of an interval its low end, where it has nothing else. */
function readDose(element: XmlElement, scope: Scope): Quantity | undefined {
  return readQuantity(element.first('low') ?? element.first('center') ?? element, scope);
}

/** A vaccine with a reason why it was refused was not given, whatever its status says. */
function settle(item: Immunization, element: XmlElement, scope: Scope): Immunization {
  if (item.statusReason === undefined || item.status !== 'completed') return item;
  report(scope, 'refused-yet-given', element);
  return { ...item, status: 'not-done' };
}
