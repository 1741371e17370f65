import type { Concept, Participation, Immunization as RecordImmunization } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { annotations } from '../datatypes/annotation.ts';
import { codeOf, concept, conceptAlways, concepts, wordsOfConcept } from '../datatypes/concept.ts';
import { absentExtension } from '../datatypes/extension.ts';
import { simpleQuantity } from '../datatypes/quantity.ts';
import { dated, datedAlways } from '../datatypes/when.ts';
import { everyField, everyOwnField } from '../every-field.ts';
import type { Annotation, Element, Immunization, ImmunizationPerformer } from '../fhir-types.ts';
import { headOf } from '../head.ts';

/** A vaccine that was given, or was not, as an Immunization. */
export function immunization(item: RecordImmunization, context: Context): Immunization {
  const { status, statusReason, code, occurrence, recorded, origin, manufacturer, ...more } = item;
  const { lotNumber, expiration, site, route, dose, doseNumber, performers, encounter, ...late } = more;
  const { reasons, reasonReferences, reactions, instructions, ...rest } = late;
  everyOwnField(rest);
  return resource<Immunization>(headOf('Immunization', item), {
    status,
    statusReason: concept(statusReason),
    vaccineCode: conceptAlways(code),
    patient: context.subject,
    encounter: context.refer(encounter, 'encounter', 'encounter'),
    ...datedAlways('occurrenceDateTime', occurrence),
    ...dated('recorded', recorded),
    // CDA does not say whether it comes from who gave it; US Core requires the element.
    ...({ _primarySource: { extension: [absentExtension()] } } as { _primarySource: Element }),
    reportOrigin: concept(origin),
    manufacturer: context.refer(manufacturer, 'manufacturer', 'organization'),
    lotNumber,
    ...dayOf(expiration),
    site: concept(site),
    route: concept(route),
    doseQuantity: simpleQuantity(dose),
    performer: performers?.flatMap((one) => performerOf(one, context)),
    note: [...(annotations(item.notes, context) ?? []), ...told(instructions, context)],
    reasonCode: concepts(reasons),
    reasonReference: reasonReferences?.flatMap(
      (one) => context.refer(one, 'reasonReferences', 'reason') ?? [],
    ),
    reaction: reactions?.map((one) => ({ detail: context.refer(one, 'reactions', 'observation') })),
    protocolApplied: doseNumber === undefined ? undefined : [{ doseNumberPositiveInt: doseNumber }],
  } as Immunization);
}

/** `expirationDate` is a date. */
const dayOf = (expiration: RecordImmunization['expiration']): Partial<Immunization> =>
  dated(
    'expirationDate',
    expiration?.value ? { ...expiration, value: expiration.value.slice(0, 10) } : expiration,
  );

/** Instructions as notes, which have no codes. */
function told(instructions: readonly Concept[] | undefined, context: Context): Annotation[] {
  if (instructions?.some(({ codings }) => codings.length > 0)) context.unwritten('instructions');
  return (instructions ?? []).map((one) => ({ text: wordsOfConcept(one) ?? one.codings[0]?.code ?? '' }));
}

const administering = codeOf('http://terminology.hl7.org/CodeSystem/v2-0443', 'AP', 'Administering Provider');

/** Who performed gave it (CF-immunizations), unless the source names another function. */
function performerOf(
  { who, roles, time: _a, period: _b, ...rest }: Participation,
  context: Context,
): ImmunizationPerformer[] {
  everyField(rest);
  const actor = context.refer(who, 'performers', 'authenticator');
  const [stated] = roles ?? [];
  return actor ? [{ function: stated ? concept(stated) : administering, actor }] : [];
}
