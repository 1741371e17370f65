import type { Problem } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { annotations } from '../datatypes/annotation.ts';
import { codeOf, concept, conceptAlways, concepts } from '../datatypes/concept.ts';
import { isAge, quantity, quantityText } from '../datatypes/quantity.ts';
import { dated, isSaid } from '../datatypes/when.ts';
import { everyOwnField } from '../every-field.ts';
import type { CodeableConcept, Condition } from '../fhir-types.ts';
import { headOf } from '../head.ts';

const clinical = 'http://terminology.hl7.org/CodeSystem/condition-clinical';
const verification = 'http://terminology.hl7.org/CodeSystem/condition-ver-status';
const assertedDate = 'http://hl7.org/fhir/StructureDefinition/condition-assertedDate';

const categories = {
  'problem-list-item': ['http://terminology.hl7.org/CodeSystem/condition-category', 'Problem List Item'],
  'encounter-diagnosis': ['http://terminology.hl7.org/CodeSystem/condition-category', 'Encounter Diagnosis'],
  'health-concern': ['http://hl7.org/fhir/us/core/CodeSystem/condition-category', 'Health Concern'],
} as const;

/** A problem as a Condition. */
export function condition(problem: Problem, context: Context): Condition {
  const { code, verificationStatus, clinicalStatus, categories: _a, type: _b, severity, ...more } = problem;
  const { bodySites, onset: _c, onsetAge: _d, abatement: _e, asserted, recorded, ...late } = more;
  const { recorder, encounter, evidence, ...rest } = late;
  everyOwnField(rest);
  return resource<Condition>(
    headOf('Condition', problem, {
      extension: isSaid(asserted) ? [{ url: assertedDate, ...dated('valueDateTime', asserted) }] : undefined,
    }),
    {
      clinicalStatus: clinicalStatusOf(problem),
      verificationStatus: verificationStatus && codeOf(verification, verificationStatus),
      category: categoriesOf(problem),
      severity: concept(severity),
      code: conceptAlways(code),
      bodySite: concepts(bodySites),
      subject: context.subject,
      encounter: context.refer(encounter, 'encounter', 'encounter'),
    },
    onsetOf(problem, context),
    abatementOf(problem, context),
    dated('recordedDate', recorded),
    {
      recorder: context.refer(recorder, 'recorder', 'person'),
      evidence: evidence && [
        { detail: evidence.flatMap((item) => context.refer(item, 'evidence', 'any') ?? []) },
      ],
      note: annotations(problem.notes, context),
    },
  );
}

/** What was entered in error has no clinical status (con-5). */
const clinicalStatusOf = ({ clinicalStatus, verificationStatus }: Problem): CodeableConcept | undefined =>
  verificationStatus === 'entered-in-error' || clinicalStatus === undefined
    ? undefined
    : codeOf(clinical, clinicalStatus);

/** Where it stood, and the kind of problem as the source names it: the guide puts both into category. */
const categoriesOf = ({ categories: places = [], type }: Problem): CodeableConcept[] => [
  ...places.map((place) => codeOf(categories[place][0], place, categories[place][1])),
  ...(type && (type.codings.length > 0 || type.text !== undefined) ? [concept(type)] : []),
];

/** FHIR takes one onset: a date says more than an age, an age more than a date that is not known. */
function onsetOf({ onset, onsetAge }: Problem, context: Context): Partial<Condition> {
  if (!onsetAge) return dated('onsetDateTime', onset);
  if (onset?.value !== undefined) {
    context.unwritten('onsetAge');
    return dated('onsetDateTime', onset);
  }
  if (onset?.literal !== undefined) context.unwritten('onset');
  return isAge(onsetAge) ? { onsetAge: quantity(onsetAge) } : { onsetString: quantityText(onsetAge) };
}

/** What has abated is inactive, in remission or resolved (con-4). */
function abatementOf({ abatement, clinicalStatus }: Problem, context: Context): Partial<Condition> {
  if (!isSaid(abatement)) return {};
  if (['inactive', 'remission', 'resolved'].includes(clinicalStatus ?? '')) {
    return dated('abatementDateTime', abatement);
  }
  context.unwritten('abatement');
  return {};
}
