import type { NoneKnown } from '../../../record/index.ts';
import { by, concept, period, time } from '../fields.ts';
import type { Scope } from '../scope.ts';
import type { Definition, Fields } from '../statement.ts';
import { isNegated, recorded, statementFields } from './common.ts';
import { informant } from './medication.ts';
import { isSpan } from './procedure.ts';
import { productCode, productDetails } from './product.ts';
import { careReasonStructure, reasons } from './reason.ts';
import { statedBy } from './substance.ts';

/** A Medication Activity that says of a named drug that it is not taken. */
export const notTaken: Definition<'notTaken'> = {
  kind: 'notTaken',
  title: 'Medication Activity, negated',
  templates: [],
  elements: ['substanceAdministration'],
  matches: (element, scope) => isNegated(element) && statedBy(element, scope) === 'notTaken',
  fields: {
    ...statementFields,
    code: productCode,
    product: productDetails,
    time: by('effectiveTime/@value', (from, scope) =>
      isSpan(from) ? undefined : time('effectiveTime').read(from, scope),
    ),
    period: by('effectiveTime', (from, scope) =>
      isSpan(from) ? period('effectiveTime').read(from, scope) : undefined,
    ),
    statusReason: concept('entryRelationship/[careReason]/value'),
    asserted: recorded,
    informant,
    reasons,
  },
  // How it is not taken says nothing.
  structure: [
    'code',
    'statusCode',
    'consumable/manufacturedProduct/id',
    'effectiveTime',
    'doseQuantity',
    'rateQuantity',
    'routeCode',
    ...careReasonStructure,
  ],
};

/** Sections whose emptiness means that somebody takes no medications. */
const lists = new Set(['Medications', 'Admission medications', 'Discharge medications']);

const noneFields = (about: (scope: Scope) => NoneKnown['about']): Fields<NoneKnown> => ({
  ...statementFields,
  about: by('@negationInd', (_, scope) => ({ value: about(scope), nodes: [] })),
});

/** An entry that says that there is nothing says nothing else. */
const noneStructure = [
  'code',
  'statusCode',
  'effectiveTime',
  'consumable',
  'doseQuantity',
  'rateQuantity',
  'routeCode',
  'repeatNumber',
  'administrationUnitCode',
];

/** A negated Medication Activity without a drug: takes no medications. */
export const noMedications: Definition<'noneKnown'> = {
  kind: 'noneKnown',
  title: 'Medication Activity, negated without a drug',
  templates: [],
  elements: ['substanceAdministration'],
  matches: (element, scope) => statedBy(element, scope) === 'noMedications',
  fields: noneFields(({ section }) =>
    section?.rules === undefined || lists.has(section.rules.title) ? 'medications' : 'otherMedications',
  ),
  structure: noneStructure,
};

/** A negated Immunization Activity without a vaccine and without a reason: no immunizations known. */
export const noImmunizations: Definition<'noneKnown'> = {
  kind: 'noneKnown',
  title: 'Immunization Activity, negated without a vaccine',
  templates: [],
  elements: ['substanceAdministration'],
  matches: (element, scope) => statedBy(element, scope) === 'noImmunizations',
  fields: noneFields(() => 'immunizations'),
  structure: noneStructure,
};
