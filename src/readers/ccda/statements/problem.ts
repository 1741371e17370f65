import type { Coding, Concept, Problem, ProblemStatus, Reference } from '../../../record/index.ts';
import {
  concernStatus,
  isGenericProblem,
  NO_CURRENT_PROBLEMS,
  problemStatusOf,
  problemVerification,
} from '../../../terminology/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { readConcept, says } from '../datatypes/concept.ts';
import { readQuantity } from '../datatypes/quantity.ts';
import { readText } from '../datatypes/text.ts';
import { by, concept, type Field, type Found, firstOf, one, time, token } from '../fields.ts';
import { parts } from '../parts.ts';
import { compilePath, hasTemplate, isPart } from '../path.ts';
import { report, type Scope } from '../scope.ts';
import { type Definition, readStatement } from '../statement.ts';
import { bodySites } from './act.ts';
import { concernOf, isNegated, recorded, recorder, statementFields } from './common.ts';
import { encounterReference } from './encounter-reference.ts';
import { entryReferencesIn, referred, referring } from './entry-reference.ts';
import { observation } from './observation.ts';
import { outsideDocuments } from './outside-document.ts';

const supporting = compilePath('entryRelationship[@typeCode=SPRT]/observation');

/** Supporting observations become observations of their own. */
const supported: Field<Reference[]> = by('entryRelationship[@typeCode=SPRT]/observation', (from, scope) => {
  const nodes = supporting(from);
  return nodes.length > 0
    ? { value: nodes.map((node) => readStatement(observation, node, scope)), nodes }
    : undefined;
});

/** What speaks for it: observations, and the documents outside that it names. */
const evidence: Field<Reference[]> = by(`${supported.path} | reference/externalDocument`, (from, scope) => {
  const found = [supported, outsideDocuments].flatMap((field) => field.read(from, scope) ?? []);
  return found.length > 0
    ? { value: found.flatMap(({ value }) => value), nodes: found.flatMap(({ nodes }) => nodes) }
    : undefined;
});

/** The concern's statusCode, for want of a Problem Status observation. */
export const concernStatusField: Field<'active' | 'inactive'> = by('../../statusCode', (from) => {
  const statusCode = concernOf(from)?.first('statusCode');
  const value = statusCode && concernStatus.to(statusCode.attributes['code'] ?? '');
  return value ? { value, nodes: [statusCode] } : undefined;
});

/** What a patient is only at risk for is no problem that the patient has. */
const isAtRisk = (element: XmlElement): boolean => {
  const act = element.parent?.parent;
  return act !== undefined && isPart(act, parts.riskConcern);
};

const healthConcern = ['health-concern'] as const;

/** CCD's alerts; Caregiver Characteristics, which are the carer's and no problem of the patient's. */
const others = ['2.16.840.1.113883.10.20.1.18', '2.16.840.1.113883.10.20.22.4.72'];

type Verification = NonNullable<Problem['verificationStatus']>;

/** Problem Observation. */
export const problem: Definition<'problem'> = {
  kind: 'problem',
  title: 'Problem Observation',
  templates: [
    '2.16.840.1.113883.10.20.22.4.4',
    '2.16.840.1.113883.10.20.1.28',
    // Functional and Cognitive Status Problem Observation, Pressure Ulcer and Longitudinal Care Wound Observation
    '2.16.840.1.113883.10.20.22.4.68',
    '2.16.840.1.113883.10.20.22.4.73',
    '2.16.840.1.113883.10.20.22.4.70',
    '2.16.840.1.113883.10.20.22.4.114',
  ],
  elements: ['observation'],
  matches: isUntemplatedProblem,
  // In C32 an alert has the templates of a problem beside its own: it is an allergy all the same.
  accepts: (element) => !hasTemplate(element, others) && !isAtRisk(element),
  fields: {
    ...statementFields,
    code: by('value | text', readCode),
    verificationStatus: firstOf<Verification>(
      by('@negationInd', (from) => (isNegated(from) ? { value: 'refuted', nodes: [] } : undefined)),
      token('entryRelationship/[status]/value', (code) =>
        Object.hasOwn(problemVerification, code) ? problemVerification[code] : undefined,
      ),
    ),
    clinicalStatus: firstOf<ProblemStatus>(
      token('entryRelationship/[status]/value', problemStatusOf),
      concernStatusField,
    ),
    categories: by('section/code | ../../templateId', (from, scope) => {
      const category = isDiagnosis(from) ? 'encounter-diagnosis' : scope.section?.rules?.problems;
      const concern = referring(from, ['REFR'], scope).some((one) => isPart(one, parts.healthConcern));
      const value = [...new Set([...(category ? [category] : []), ...(concern ? healthConcern : [])])];
      return value.length > 0 ? { value, nodes: [] } : undefined;
    }),
    type: concept('code'),
    severity: concept('entryRelationship/[severity]/value'),
    bodySites,
    onset: time('effectiveTime'),
    onsetAge: one('entryRelationship/[ageObservation]/value', readQuantity),
    abatement: time('effectiveTime/high'),
    asserted: time('entryRelationship/[dateOfDiagnosis]/effectiveTime'),
    recorded,
    recorder,
    encounter: encounterReference,
    evidence,
  },
  structure: [
    'statusCode',
    'entryRelationship/observation/id',
    'entryRelationship/observation/code',
    // The words of a status or an age say what its value says.
    'entryRelationship/observation/text',
    'entryRelationship/observation/statusCode',
    'entryRelationship/act/code',
    'entryRelationship/act/statusCode',
  ],
  settle,
};

/** Whether a diagnosis of an encounter, an admission or a discharge is around it. */
const isDiagnosis = (from: XmlElement): boolean => {
  const act = from.parent?.parent;
  const around = [parts.diagnosis, parts.admissionDiagnosis, parts.dischargeDiagnosis];
  return act !== undefined && around.some((part) => isPart(act, part));
};

/** Kinds of problem (value set 2.16.840.1.113883.3.88.12.3221.7.2) by which a bare observation is known as one. */
const problemTypes = new Set([
  '55607006',
  '404684003',
  '409586006',
  '282291009',
  '64572001',
  '418799008',
  '75326-9',
  '75325-1',
  '75324-4',
  '75323-6',
  '29308-4',
  '75318-6',
  '75319-4',
  '75322-8',
  '75321-0',
  'ASSERTION',
]);

function isUntemplatedProblem(element: XmlElement, scope: Scope): boolean {
  if (scope.section?.rules?.problems === undefined) return false;
  const concern = concernOf(element);
  const outermost =
    element.parent?.name === 'entry' || (concern !== undefined && isPart(concern, parts.concern));
  return (
    outermost &&
    problemTypes.has(element.first('code')?.attributes['code'] ?? '') &&
    element.first('value') !== undefined
  );
}

/** The problem's name: its value, else the words that the entry's text points to. */
function readCode(from: XmlElement, scope: Scope): Found<Concept> {
  const nodes = from.elements('value');
  const coded = nodes.map((node) => readConcept(node, scope)).find(says);
  if (coded) return { value: coded, nodes };
  const text = from.first('text');
  const words = text && readText(text, scope);
  if (text && words !== undefined) {
    // The words of a negated entry say the negation themselves: they name no problem.
    const value: Concept = {
      codings: [],
      text: words,
      ...(isNegated(from) && { absent: 'unknown' as const }),
    };
    return { value, nodes: [...nodes, text] };
  }
  return { value: { codings: [], absent: 'unknown' }, nodes };
}

/** What several fields say together: negation with its code, an end with its status. */
function settle(item: Problem, element: XmlElement, scope: Scope): Problem {
  // FHIR has the link at the goal.
  for (const one of entryReferencesIn(element, ['REFR'])) if (namesGoal(one, scope)) scope.taken.add(one);
  return item.verificationStatus === 'refuted'
    ? settleNegation(item, element, scope)
    : settleEnd(item, element, scope);
}

const namesGoal = (reference: XmlElement, scope: Scope): boolean =>
  referred(reference, scope).some(({ ref }) => ref.startsWith('goal/'));

const snomed = 'http://snomed.info/sct';

/** A negated generic problem says "no current problems"; a negated named one is refuted, and a refuted problem is never active. */
function settleNegation(item: Problem, element: XmlElement, scope: Scope): Problem {
  const { verificationStatus, clinicalStatus, ...rest } = item;
  const named =
    item.code.codings.length > 0 || (item.code.text !== undefined && item.code.absent === undefined);
  const generic = !named || (item.code.codings.length > 0 && item.code.codings.every(isGeneric));
  if (generic && isNegated(element)) {
    const none = { system: snomed, code: NO_CURRENT_PROBLEMS, display: 'No current problems or disability' };
    const text = wordsOfNone(item, element, scope) ?? none.display;
    // "Problem" beside it would be a second name of what is not there.
    const code = { codings: [none], text };
    return { ...rest, ...(clinicalStatus && { clinicalStatus }), code };
  }
  if (clinicalStatus !== undefined) report(scope, 'refuted-status-left-out', element);
  return { ...rest, ...(verificationStatus && { verificationStatus }) };
}

const isGeneric = ({ code }: Coding): boolean => code !== undefined && isGenericProblem(code);

const negates = /\b(no|not|none|nil|without|denie[sd])\b/i;

/** The source's words for no problem. Those of its value alone may be "problems", which would turn the meaning over. */
function wordsOfNone({ code }: Problem, element: XmlElement, scope: Scope): string | undefined {
  const text = element.first('text');
  return [code.text, text && readText(text, scope)].find((words) => words && negates.test(words));
}

const ended = new Set<ProblemStatus | undefined>(['resolved', 'remission', 'inactive']);

/** An end, known or UNK, forbids active (CF-problems, effectiveTime/high). */
function settleEnd(item: Problem, element: XmlElement, scope: Scope): Problem {
  const { abatement, ...rest } = item;
  if (!abatement) return item;
  // Only UNK says that there was an end; other null flavours say nothing of it.
  if (saysNothing(element)) return rest;
  if (item.clinicalStatus === undefined) return { ...item, clinicalStatus: 'resolved' };
  if (ended.has(item.clinicalStatus)) return item;
  const isDated = abatement.value !== undefined || abatement.literal !== undefined;
  report(scope, isDated ? 'status-contradicts-end' : 'status-contradicts-unknown-end', element);
  return { ...item, clinicalStatus: 'inactive' };
}

/** Whether the interval's end is a null flavour other than UNK. */
export function saysNothing(element: XmlElement): boolean {
  const high = element.first('effectiveTime')?.first('high');
  const nullFlavor = high?.attributes['nullFlavor'];
  return nullFlavor !== undefined && nullFlavor !== 'UNK' && high?.attributes['value'] === undefined;
}
