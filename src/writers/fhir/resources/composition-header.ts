import type { Document, OutsideAct, Participation } from '../../../record/index.ts';
import type { Context } from '../context.ts';
import { concepts, wordsOfConcept } from '../datatypes/concept.ts';
import { identifier } from '../datatypes/identifier.ts';
import { period } from '../datatypes/when.ts';
import { everyField } from '../every-field.ts';
import type { CompositionEvent, Extension } from '../fhir-types.ts';
import type { Allowed } from '../references.ts';

/** The extensions of HL7's guide C-CDA on FHIR for what R4's Composition has no element for. */
const guide = 'http://hl7.org/fhir/us/ccda/StructureDefinition';
const versionNumber = 'http://hl7.org/fhir/StructureDefinition/composition-clinicaldocument-versionNumber';

/** Version, data enterer, informants, recipients, participants, performers and orders of a document's header. */
export function headerExtensions(item: Document, version: string | undefined, context: Context): Extension[] {
  const { dataEnterer, informants, recipients, participants, events = [] } = item;
  const performers = events.flatMap((event) => event.performers ?? []);
  const those = (
    name: string,
    field: string,
    list: readonly Participation[] = [],
    place: Allowed = 'author',
  ) =>
    list.flatMap(({ who }) => {
      const valueReference = context.refer(who, field, place);
      return valueReference ? [{ url: `${guide}/${name}Extension`, valueReference }] : [];
    });
  return [
    ...(version ? [{ url: versionNumber, valueString: version }] : []),
    ...those('DataEnterer', 'dataEnterer', dataEnterer && [dataEnterer]),
    ...those('Informant', 'informants', informants),
    ...those('InformationRecipient', 'recipients', recipients),
    ...those('Participant', 'participants', participants),
    ...those('Performer', 'events', performers),
    ...elsewhere({ name: 'Order', type: 'ServiceRequest', field: 'orders' }, item.orders, context),
    ...elsewhere({ name: 'Authorization', type: 'Consent', field: 'consents' }, item.consents, context),
  ];
}

/** Acts that stand elsewhere: their numbers, and in words what they are. */
function elsewhere(
  { name, type, field }: { name: string; type: string; field: string },
  acts: readonly OutsideAct[] = [],
  context: Context,
): Extension[] {
  return acts.flatMap(({ identifiers = [undefined], code, ...rest }) => {
    everyField(rest);
    if (code?.codings.length) context.unwritten(`${field}.code`);
    return identifiers.map((one) => ({
      url: `${guide}/${name}Extension`,
      valueReference: { type, identifier: one && identifier(one), display: code && wordsOfConcept(code) },
    }));
  });
}

/** What the document documents; who performed it stands in the extensions and in Provenance. */
export function eventOf(event: NonNullable<Document['events']>[number]): CompositionEvent {
  const { codes, period: span, performers: _extension, ...rest } = event;
  everyField(rest);
  return { code: concepts(codes), period: period(span) };
}
