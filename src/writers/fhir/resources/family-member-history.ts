import type { FamilyCondition, FamilyMember } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { annotations } from '../datatypes/annotation.ts';
import { codeOf, concept, conceptAlways } from '../datatypes/concept.ts';
import { identifier } from '../datatypes/identifier.ts';
import { isAge, quantity, quantityText } from '../datatypes/quantity.ts';
import { dated, isSaid, onDay, period } from '../datatypes/when.ts';
import { everyField, everyOwnField } from '../every-field.ts';
import type { Extension, FamilyMemberHistory, FamilyMemberHistoryCondition } from '../fhir-types.ts';
import { headOf } from '../head.ts';

const base = 'http://hl7.org/fhir/StructureDefinition/familymemberhistory';

/** What is known of a relative as a FamilyMemberHistory. */
export function familyMemberHistory(member: FamilyMember, context: Context): FamilyMemberHistory {
  const { status, relationship, personIdentifiers, name, sex, born, deceased: _a, ...more } = member;
  const { died: _b, recorded, conditions, ...rest } = more;
  everyOwnField(rest);
  return resource<FamilyMemberHistory>(
    headOf('FamilyMemberHistory', member, {
      extension: personIdentifiers?.map((number) => ({
        url: `${base}-patient-record`,
        valueReference: { type: 'Patient', identifier: identifier(number) },
      })),
    }),
    {
      status,
      patient: context.subject,
      ...dated('date', recorded),
      name,
      relationship: conceptAlways(relationship),
      sex: sex && codeOf('http://hl7.org/fhir/administrative-gender', sex),
      ...(isSaid(born) && born.absent === undefined ? onDay('bornDate', born) : {}),
      ...deathOf(member),
      note: annotations(member.notes, context),
      condition: conditions?.map((one) => conditionOf(one, context)),
    },
  );
}

/** FHIR takes one deceased[x]: the day says more than that somebody died. */
function deathOf({ deceased, died }: FamilyMember): Partial<FamilyMemberHistory> {
  if (isSaid(died) && died.absent === undefined && deceased !== false) return onDay('deceasedDate', died);
  return { deceasedBoolean: deceased };
}

function conditionOf(condition: FamilyCondition, context: Context): FamilyMemberHistoryCondition {
  const { code, onset: _a, onsetAge: _b, abatement, contributedToDeath, notes, ...rest } = condition;
  everyField(rest);
  return {
    extension: abatementOf(abatement),
    code: concept(code),
    contributedToDeath,
    ...onsetOf(condition, context),
    note: annotations(notes, context),
  };
}

const abatementOf = (abatement: FamilyCondition['abatement']): Extension[] | undefined =>
  abatement && [{ url: `${base}-abatement`, ...onDay('valueDate', abatement) }];

/**
 * FHIR takes one onset[x], and no date: the age says more of a family's risk; a date is the span of that length. Of both
 * the date is said not to be written.
 */
function onsetOf(
  { onset, onsetAge }: FamilyCondition,
  context: Context,
): Partial<FamilyMemberHistoryCondition> {
  if (!onsetAge) return { onsetPeriod: isSaid(onset) ? period({ start: onset, end: onset }) : undefined };
  if (onset) context.unwritten('conditions.onset');
  return isAge(onsetAge) ? { onsetAge: quantity(onsetAge) } : { onsetString: quantityText(onsetAge) };
}
