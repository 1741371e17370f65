import type {
  Participation,
  Observation as RecordObservation,
  ReferenceRange,
} from '../../../record/index.ts';
import { filled, resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { annotations } from '../datatypes/annotation.ts';
import { attachment } from '../datatypes/attachment.ts';
import { concept, conceptAlways, concepts, wordsOfConcept } from '../datatypes/concept.ts';
import { identifiers } from '../datatypes/identifier.ts';
import { narrative } from '../datatypes/narrative.ts';
import { observationCategory } from '../datatypes/observation-category.ts';
import { absentReasonOf, observationValue } from '../datatypes/observation-value.ts';
import { simpleQuantity } from '../datatypes/quantity.ts';
import { dated, instant, isSaid, period } from '../datatypes/when.ts';
import { everyField } from '../every-field.ts';
import type {
  DocumentReference,
  Observation,
  ObservationComponent,
  ObservationReferenceRange,
} from '../fhir-types.ts';

/** A measurement, finding or answer as an Observation. */
export function observation(found: RecordObservation, context: Context): Observation {
  const { id, identifiers: numbers, text, notes, status, categories, code, ...more } = found;
  const { authors: _a, informants: _b, labels: _c, effective: _d, effectivePeriod: _e, ...stated } = more;
  const { value, interpretations, method, bodySite, referenceRanges, performers, ...late } = stated;
  const { members, components, encounter, partOf, issued, specimen, ...last } = late;
  const { device, derivedFrom, verifiers: _f, custodians: _g, focus, ...rest } = last;
  everyField(rest);
  if (issued && instant(issued) === undefined) context.unwritten('issued');
  const documents = documentsOf(found, context);
  return resource<Observation>(
    {
      resourceType: 'Observation',
      id,
      text: narrative(text),
      contained: filled(documents),
      identifier: identifiers(numbers),
      partOf: listed(context.refer(partOf, 'partOf', 'procedure')),
      status,
      category: categories?.map(observationCategory),
      code: conceptAlways(code),
      subject: context.subject,
      focus: focus?.flatMap((one) => context.refer(one, 'focus', 'any') ?? []),
      encounter: context.refer(encounter, 'encounter', 'encounter'),
    },
    effectiveOf(found, context),
    {
      issued: instant(issued),
      performer: performers?.flatMap((one) => performerOf(one, context)),
    },
    observationValue(value),
    {
      dataAbsentReason: absentReasonOf(value),
      interpretation: concepts(interpretations),
      note: annotations(notes, context),
      bodySite: concept(bodySite),
      method: concept(method),
      specimen: context.refer(specimen, 'specimen', 'specimen'),
      device: context.refer(device, 'device', 'measuringDevice'),
      referenceRange: referenceRanges?.map((one) => referenceRangeOf(one, context)),
      hasMember: members?.flatMap((one) => context.refer(one, 'members', 'observation') ?? []),
      derivedFrom: filled([
        ...documents.map((one) => ({ reference: `#${one.id}` })),
        ...(derivedFrom?.flatMap((one) => context.refer(one, 'derivedFrom', 'derivedFrom') ?? []) ?? []),
      ]),
      component: componentsOf(components, context),
    },
  );
}

const listed = <T>(one: T | undefined): T[] | undefined => (one === undefined ? undefined : [one]);

/** FHIR takes one effective[x]: the point, else the span. */
function effectiveOf(
  { effective, effectivePeriod }: RecordObservation,
  context: Context,
): Partial<Observation> {
  if (!isSaid(effective)) return { effectivePeriod: period(effectivePeriod) };
  if (effectivePeriod) context.unwritten('effectivePeriod');
  return dated('effectiveDateTime', effective);
}

/** Who it was; a role and a time go into a Provenance. */
function performerOf({ who, time: _a, roles: _b, period: _c, ...rest }: Participation, context: Context) {
  everyField(rest);
  return context.refer(who, 'performers', 'party') ?? [];
}

/** A range needs a bound or a text (obs-3); a bound has no comparator. */
function referenceRangeOf(interval: ReferenceRange, context: Context): ObservationReferenceRange {
  const { low, high, meaning, text, ...rest } = interval;
  everyField(rest);
  if (low?.comparator ?? high?.comparator) context.unwritten('referenceRanges');
  const words = low || high || !meaning ? text : (text ?? wordsOfConcept(meaning));
  return { low: simpleQuantity(low), high: simpleQuantity(high), type: concept(meaning), text: words };
}

const componentsOf = (
  components: RecordObservation['components'],
  context: Context,
): ObservationComponent[] | undefined =>
  components?.map(({ code, value, interpretations, referenceRanges, ...rest }) => {
    everyField(rest);
    return {
      code: conceptAlways(code),
      ...observationValue(value),
      dataAbsentReason: absentReasonOf(value),
      interpretation: concepts(interpretations),
      referenceRange: referenceRanges?.map((one) => referenceRangeOf(one, context)),
    };
  });

/** R4's observations hold no attachments: each is the content of a document that the observation contains. */
function documentsOf({ value, components = [] }: RecordObservation, context: Context): DocumentReference[] {
  const values = [value, ...components.map((one) => one.value)];
  const attachments = values.flatMap((one) => one?.attachment ?? []);
  return attachments.map((one, index) => ({
    resourceType: 'DocumentReference',
    id: `value${index + 1}`,
    status: 'current',
    content: [{ attachment: attachment(one, context) }],
  }));
}
