import type { Concept, CarePlan as RecordPlan } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { annotations } from '../datatypes/annotation.ts';
import { codeOf, concept, concepts, wordsOfConcept } from '../datatypes/concept.ts';
import { narrativeOfWords } from '../datatypes/narrative.ts';
import { dated, isSaid, period } from '../datatypes/when.ts';
import { everyOwnField } from '../every-field.ts';
import type { CarePlan, Reference } from '../fhir-types.ts';
import { headOf } from '../head.ts';

/** US Core's category of plans. */
const assessPlan = codeOf(
  'http://hl7.org/fhir/us/core/CodeSystem/careplan-category',
  'assess-plan',
  'Assessment and Plan of Treatment',
);

/** A plan for a patient as a CarePlan. */
export function carePlan(plan: RecordPlan, context: Context): CarePlan {
  const { status, intent, categories, title, description, period: span, created, ...more } = plan;
  const { encounter, careTeams, addresses: _a, reasons: _b, goals, activities, ...rest } = more;
  everyOwnField(rest);
  return resource<CarePlan>(
    // US Core requires words for people.
    headOf('CarePlan', plan, { text: narrativeOfWords(wordsOf(plan)) }),
    {
      status,
      intent,
      category: [assessPlan, ...(concepts(categories) ?? [])],
      title,
      description,
      subject: context.subject,
      encounter: context.refer(encounter, 'encounter', 'encounter'),
      period: period(span),
      ...(isSaid(created) ? dated('created', created) : {}),
      careTeam: careTeams?.flatMap((one) => context.refer(one, 'careTeams', 'careTeam') ?? []),
      addresses: addressesOf(plan, context),
      goal: goals?.flatMap((one) => context.refer(one, 'goals', 'goal') ?? []),
      // The status of what is planned is not told (cpl-3 wants a detail or a reference).
      activity: activities?.map((one) => ({ detail: { status: 'unknown', code: concept(one) } })),
      note: annotations(plan.notes, context),
    },
  );
}

/** The problems; R4 names a reason that is none of them by its words alone. */
function addressesOf({ addresses = [], reasons = [] }: RecordPlan, context: Context): Reference[] {
  if (reasons.some(({ codings }) => codings.length > 0)) context.unwritten('reasons');
  return [
    ...addresses.flatMap((one) => context.refer(one, 'addresses', 'problem') ?? []),
    ...reasons.flatMap((one): Reference[] => {
      const display = wordsOfConcept(one);
      return display === undefined ? [] : [{ type: 'Condition', display }];
    }),
  ];
}

const words = (concepts: readonly Concept[] = []): string[] =>
  concepts.flatMap((one) => wordsOfConcept(one) ?? one.codings.flatMap(({ code }) => code ?? []));

/** What the plan is called, what it says and what for. */
const wordsOf = ({ title, description, categories, activities, reasons }: RecordPlan): string[] => [
  ...(title === undefined ? [] : [title]),
  ...words(categories),
  ...(description === undefined ? [] : [description]),
  ...words(activities),
  ...words(reasons),
];
