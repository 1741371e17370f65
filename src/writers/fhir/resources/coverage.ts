import type { CoverageClass as RecordClass, Coverage as RecordCoverage } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { noteExtensions } from '../datatypes/annotation.ts';
import { codeOf, concept, conceptAlways } from '../datatypes/concept.ts';
import { absentExtension, absentReference, elementOf } from '../datatypes/extension.ts';
import { identifier, identifiers } from '../datatypes/identifier.ts';
import { narrative } from '../datatypes/narrative.ts';
import { period } from '../datatypes/when.ts';
import { everyField, everyOwnField } from '../every-field.ts';
import type { Coverage, CoverageClass, Identifier, Reference } from '../fhir-types.ts';

const identifierType = 'http://terminology.hl7.org/CodeSystem/v2-0203';
const classType = 'http://terminology.hl7.org/CodeSystem/coverage-class';

/** That somebody pays for the care of a patient, as a Coverage. */
export function coverage(item: RecordCoverage, context: Context): Coverage {
  const { status, type, subscriber, subscriberIds = [], memberIds = [], relationship, ...more } = item;
  const { period: span, payors, classes, order, ...rest } = more;
  everyOwnField(rest);
  return resource<Coverage>({
    resourceType: 'Coverage',
    id: item.id,
    text: narrative(item.text),
    extension: noteExtensions(item.notes, context),
    identifier: [
      ...(identifiers(item.identifiers) ?? []),
      ...memberIds.map((one) => typed(identifier(one), 'MB', 'Member Number')),
      ...subscriberIds.map((one) => typed(identifier(one), 'SN', 'Subscriber Number')),
    ],
    status,
    type: concept(type),
    subscriber: context.refer(subscriber, 'subscriber', 'subscriber'),
    subscriberId: subscriberIds.find(({ value }) => value !== undefined)?.value,
    beneficiary: context.subject,
    relationship: conceptAlways(relationship),
    period: period(span),
    payor: payorsOf(payors, context),
    class: classes?.map(classOf),
    order,
  });
}

const typed = (number: Identifier, code: string, display: string): Identifier => ({
  ...number,
  type: codeOf(identifierType, code, display),
});

/** A payor is required. */
function payorsOf(payors: readonly { ref: string }[] = [], context: Context): Reference[] {
  const known = payors.flatMap((one) => context.refer(one, 'payors', 'payor') ?? []);
  return known.length > 0 ? known : [absentReference];
}

/** A value is required, though many plans are known by their name alone. */
function classOf({ kind, value, name, ...rest }: RecordClass): CoverageClass {
  everyField(rest);
  return {
    type: codeOf(classType, kind, kind === 'group' ? 'Group' : 'Plan'),
    ...(value === undefined
      ? ({ _value: elementOf(absentExtension()) } as object as { value: string })
      : { value }),
    name,
  };
}
