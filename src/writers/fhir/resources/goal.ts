import type { GoalTarget, Goal as RecordGoal } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { annotations } from '../datatypes/annotation.ts';
import { concept, conceptAlways } from '../datatypes/concept.ts';
import { observationValue } from '../datatypes/observation-value.ts';
import { isSaid, onDay } from '../datatypes/when.ts';
import { everyField, everyOwnField } from '../every-field.ts';
import type { GoalTarget as FhirTarget, Goal } from '../fhir-types.ts';
import { headOf } from '../head.ts';

/** Something that is to be reached as a Goal. */
export function goal(item: RecordGoal, context: Context): Goal {
  const { lifecycleStatus, achievement, priority, description, start, targets, ...more } = item;
  const { expressedBy, addresses, outcomes, ...rest } = more;
  everyOwnField(rest);
  return resource<Goal>(headOf('Goal', item), {
    lifecycleStatus,
    achievementStatus: concept(achievement),
    priority: concept(priority),
    description: conceptAlways(description),
    subject: context.subject,
    ...(isSaid(start) && start.absent === undefined ? onDay('startDate', start) : {}),
    target: targets?.map((one) => targetOf(one, context)),
    expressedBy: context.refer(expressedBy, 'expressedBy', 'person'),
    addresses: addresses?.flatMap((one) => context.refer(one, 'addresses', 'goalAddresses') ?? []),
    note: annotations(item.notes, context),
    outcomeReference: outcomes?.flatMap((one) => context.refer(one, 'outcomes', 'any') ?? []),
  });
}

/** A detail needs its measure (gol-1). */
function targetOf({ measure, detail, due, ...rest }: GoalTarget, context: Context): FhirTarget {
  everyField(rest);
  return {
    ...(detail && { measure: conceptAlways(measure), ...detailOf(detail, context) }),
    ...(due && onDay('dueDate', due)),
  };
}

/** Of the types of an observation's value those that FHIR allows a target. */
function detailOf(detail: NonNullable<GoalTarget['detail']>, context: Context): Partial<FhirTarget> {
  const value = observationValue(detail);
  const found: Partial<FhirTarget> = {
    detailQuantity: value.valueQuantity,
    detailRange: value.valueRange,
    detailCodeableConcept: value.valueCodeableConcept,
    detailString: value.valueString,
    detailBoolean: value.valueBoolean,
    detailInteger: value.valueInteger,
    detailRatio: value.valueRatio,
  };
  if (Object.values(found).every((one) => one === undefined)) context.unwritten('targets.detail');
  return found;
}
