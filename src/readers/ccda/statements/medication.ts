import type {
  Annotation,
  Concept,
  Medication,
  MedicationStatus,
  Participation,
  Reference,
  When,
} from '../../../record/index.ts';
import {
  medicationIntentOf,
  medicationStatusOf,
  priorityOf,
  statedMedicationStatusOf,
} from '../../../terminology/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { readConcept, says } from '../datatypes/concept.ts';
import { by, type Field, token } from '../fields.ts';
import { readParticipation } from '../participation.ts';
import { compilePath } from '../path.ts';
import { report, type Scope } from '../scope.ts';
import type { Definition } from '../statement.ts';
import { performers } from './act.ts';
import { comments, earliest, isNegated, latest, authors as ownAuthors, statementFields } from './common.ts';
import { documentDay, isAfter, isBefore } from './document-day.ts';
import { dosages } from './dosage.ts';
import { encounterReference } from './encounter-reference.ts';
import { productCode, productDetails } from './product.ts';
import { reasonReferences, reasons, refusal } from './reason.ts';
import { medicationTemplates, statedBy } from './substance.ts';
import { dispenseRequest, orderAuthors, orderNotes } from './supply.ts';

const observed = compilePath('entryRelationship/[status]/value');

/** The statusCode; the older CCD says in an observation what it leaves open there. */
const status: Field<MedicationStatus> = by('statusCode | entryRelationship/[status]/value', (from) => {
  const statusCode = from.first('statusCode');
  const stated = medicationStatusOf(statusCode?.attributes['code']?.trim() ?? '') ?? 'unknown';
  const values = observed(from);
  const code = values[0]?.attributes['code']?.trim() ?? '';
  const value = statedMedicationStatusOf(stated, code);
  return {
    value,
    nodes: [statusCode, ...values.flatMap(({ parent }) => parent ?? [])].filter((node) => node !== undefined),
  };
});

const intent: Field<Medication['intent']> = by('@moodCode', (from) => ({
  value: medicationIntentOf(from.attributes['moodCode'] ?? 'EVN'),
  nodes: [],
}));

/** The authors of the statement, and of its supply order. */
const authors: Field<Participation[]> = by(
  'author | entryRelationship/[supply order]/author',
  (from, scope) => {
    const own = ownAuthors.read(from, scope);
    const ordering = orderAuthors(from, scope);
    const value = [...(own?.value ?? []), ...ordering.value];
    return value.length > 0 ? { value, nodes: [...(own?.nodes ?? []), ...ordering.nodes] } : undefined;
  },
);

const authored: Field<When> = by('author/time (earliest)', (from, scope) => {
  const found = authors.read(from, scope);
  const time = found && earliest(found.value);
  return time && { value: time, nodes: found.nodes };
});

/** Who asked for it: the latest author, of the statement before that of its supply order. */
const requester: Field<Reference> = by(
  'author (latest) | entryRelationship/[supply order]/author',
  (from, scope) => {
    const own = ownAuthors.read(from, scope) ?? { value: [], nodes: [] };
    const ordering = orderAuthors(from, scope);
    const who = latest(own.value) ?? latest(ordering.value);
    return who && { value: who, nodes: [...own.nodes, ...ordering.nodes] };
  },
);

const notes: Field<Annotation[]> = by(
  'entryRelationship/[comment] | entryRelationship/[fulfilment]',
  (from, scope) => {
    const own = comments.read(from, scope);
    const told = orderNotes(from, scope);
    const value = [...(own?.value ?? []), ...told.value];
    return value.length > 0 ? { value, nodes: [...(own?.nodes ?? []), ...told.nodes] } : undefined;
  },
);

/** Who said so. */
export const informant: Field<Reference> = by('informant', (from, scope) => {
  for (const node of from.elements('informant')) {
    const who = readParticipation(node, scope)?.who;
    if (who) return { value: who, nodes: [node] };
  }
  return undefined;
});

const types = compilePath('entryRelationship/[medicationType]');
const discharge: Concept = {
  codings: [
    {
      system: 'http://terminology.hl7.org/CodeSystem/medicationrequest-category',
      code: 'discharge',
      display: 'Discharge',
    },
  ],
};

/** C32's type (prescription, over the counter), and that it is of a discharge. */
const categories: Field<Concept[]> = by(
  'entryRelationship/[medicationType]/code | section',
  (from, scope) => {
    const nodes = types(from);
    const stated = nodes
      .map((node) => node.first('code'))
      .map((code) => code && readConcept(code, scope))
      .filter(says);
    const value = scope.section?.rules?.title === 'Discharge medications' ? [discharge, ...stated] : stated;
    return value.length > 0 ? { value, nodes } : undefined;
  },
);

/** Medication Activity and Planned Medication Activity; a vaccine that is planned. */
export const medication: Definition<'medication'> = {
  kind: 'medication',
  title: 'Medication Activity',
  templates: medicationTemplates,
  elements: ['substanceAdministration'],
  matches: (element, scope) => statedBy(element, scope) === 'medication',
  accepts: (element, scope) => statedBy(element, scope) === 'medication',
  fields: {
    ...statementFields,
    authors,
    notes,
    status,
    statusReason: refusal,
    intent,
    doNotPerform: by('@negationInd', (from) => (isNegated(from) ? { value: true, nodes: [] } : undefined)),
    categories,
    priority: token('priorityCode', priorityOf),
    code: productCode,
    product: productDetails,
    reported: informant,
    authored,
    requester,
    performers,
    encounter: encounterReference,
    reasons,
    reasonReferences,
    dosages,
    dispenseRequest,
  },
  structure: [
    // The concern around a problem that is the reason.
    'entryRelationship/act/id',
    'entryRelationship/act/code',
    'entryRelationship/act/statusCode',
    'entryRelationship/act/effectiveTime',
    // The class of the act; what is given stands in the product.
    'code',
    // The number of the product in the sender's catalogue.
    'consumable/manufacturedProduct/id',
    'participant/participantRole/code',
    // The order repeats the product and has a number and a status of its own; both are the request's.
    'entryRelationship/supply/product',
    'entryRelationship/supply/id',
    'entryRelationship/supply/statusCode',
  ],
  settle,
};

/** What the status says against the times, on the day of the document. */
function settle(item: Medication, element: XmlElement, scope: Scope): Medication {
  const day = documentDay(element);
  const { start, end } = item.dosages?.[0]?.timing?.bounds ?? {};
  if (item.status === 'active' && isBefore(end, day)) {
    report(scope, 'status-contradicts-end', element);
    return { ...item, status: 'completed' };
  }
  if (item.status === 'completed' && (isAfter(end, day) || isAfter(start, day))) {
    report(scope, 'completed-before-end', element);
    return { ...item, status: 'active' };
  }
  return item;
}
