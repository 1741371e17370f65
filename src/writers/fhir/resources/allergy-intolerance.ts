import type { Allergy, Reaction } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { annotations } from '../datatypes/annotation.ts';
import { besideCode } from '../datatypes/beside-code.ts';
import { codeOf, conceptAlways } from '../datatypes/concept.ts';
import { absentExtension } from '../datatypes/extension.ts';
import { dated, isSaid } from '../datatypes/when.ts';
import { everyField, everyOwnField } from '../every-field.ts';
import type { AllergyIntolerance, AllergyIntoleranceReaction, CodeableConcept } from '../fhir-types.ts';
import { headOf } from '../head.ts';

const clinical = 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical';
const verification = 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification';
const abatementUrl = 'http://hl7.org/fhir/StructureDefinition/allergyintolerance-abatement';

/** An allergy as an AllergyIntolerance. */
export function allergyIntolerance(allergy: Allergy, context: Context): AllergyIntolerance {
  const { code, noRiskSubstance, clinicalStatus: _a, verificationStatus, type, ...more } = allergy;
  const { category: _d, kind: _e, criticality, onset, abatement, recorded, recorder, ...late } = more;
  const { encounter, reactions, ...rest } = late;
  everyOwnField(rest);
  return resource<AllergyIntolerance>(
    headOf('AllergyIntolerance', allergy, {
      extension: isSaid(abatement)
        ? [{ url: abatementUrl, ...dated('valueDateTime', abatement) }]
        : undefined,
    }),
    {
      clinicalStatus: clinicalStatusOf(allergy),
      // R4's extension for a substance without risk (substanceExposureRisk) fails its own invariant inv-1 wherever it
      // stands, and US Core requires a code: a refuted allergy says the same in both.
      verificationStatus: noRiskSubstance
        ? codeOf(verification, 'refuted')
        : verificationStatus && codeOf(verification, verificationStatus),
      type,
      ...categoryOf(allergy, context),
      criticality,
      code: conceptAlways(noRiskSubstance ?? code),
      patient: context.subject,
      encounter: context.refer(encounter, 'encounter', 'encounter'),
      ...dated('onsetDateTime', onset),
      ...dated('recordedDate', recorded),
      recorder: context.refer(recorder, 'recorder', 'person'),
      note: annotations(allergy.notes, context),
      reaction: reactions?.map((one) => reactionOf(one, context)),
    },
  );
}

/** A status is required (ait-1), unless the whole was entered in error (ait-2). */
function clinicalStatusOf({
  clinicalStatus,
  verificationStatus,
  noRiskSubstance,
}: Allergy): CodeableConcept | undefined {
  // What is refuted must not read as active.
  if (noRiskSubstance) return codeOf(clinical, 'inactive');
  if (verificationStatus === 'entered-in-error') return undefined;
  return clinicalStatus ? codeOf(clinical, clinicalStatus) : { extension: [absentExtension()] };
}

/** The kind in the source's own code stands beside the type, or else beside the category. */
function categoryOf({ type, category, kind }: Allergy, context: Context): Partial<AllergyIntolerance> {
  const own = besideCode(type ?? category, kind, () => context.unwritten('kind'));
  return {
    _type: type && own,
    category: category && [category],
    _category: type === undefined && category && own ? [own] : undefined,
  };
}

function reactionOf(reaction: Reaction, context: Context): AllergyIntoleranceReaction {
  const { manifestation, severity, severityConcept, onset, notes, ...rest } = reaction;
  everyField(rest);
  return {
    manifestation: [conceptAlways(manifestation)],
    ...dated('onset', onset),
    severity,
    _severity: besideCode(severity, severityConcept, () => context.unwritten('reactions.severityConcept')),
    note: notes?.map((text) => ({ text })),
  };
}
