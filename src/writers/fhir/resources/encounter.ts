import type { Concept, Participation, Encounter as RecordEncounter } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { noteExtensions } from '../datatypes/annotation.ts';
import { coding, concept, conceptAlways, concepts } from '../datatypes/concept.ts';
import { absentExtension } from '../datatypes/extension.ts';
import { period } from '../datatypes/when.ts';
import { everyField, everyOwnField } from '../every-field.ts';
import type { Coding, Encounter, EncounterParticipant } from '../fhir-types.ts';
import { headOf } from '../head.ts';

/** A meeting or stay as an Encounter. */
export function encounter(visit: RecordEncounter, context: Context): Encounter {
  const { status, class: kind, types, period: span, participants, reasons, ...more } = visit;
  const { reasonReferences, diagnoses, locations, dischargeDisposition, destination, ...late } = more;
  const { serviceProvider, ...rest } = late;
  everyOwnField(rest);
  return resource<Encounter>(
    headOf('Encounter', visit, { extension: noteExtensions(visit.notes, context) }),
    {
      status,
      class: classOf(kind, context),
      // US Core requires a type.
      type: types?.length ? concepts(types) : [conceptAlways(undefined)],
      subject: context.subject,
      participant: participants?.map((one) => participantOf(one, context)),
      period: period(span),
      reasonCode: concepts(reasons),
      reasonReference: reasonReferences?.flatMap(
        (one) => context.refer(one, 'reasonReferences', 'visitReason') ?? [],
      ),
      diagnosis: diagnosesOf(diagnoses, context),
      hospitalization: {
        destination: context.refer(destination, 'destination', 'location'),
        dischargeDisposition: concept(dischargeDisposition),
      },
      location: locationsOf(locations, context),
      serviceProvider: context.refer(serviceProvider, 'serviceProvider', 'organization'),
    },
  );
}

/** A class is one Coding, and required. */
function classOf(kind: Concept | undefined, context: Context): Coding {
  const [first, ...others] = kind?.codings ?? [];
  if (others.length > 0) context.unwritten('class');
  const display = first?.display ?? kind?.text;
  if (first) return coding(display === undefined ? first : { ...first, display });
  return { extension: [absentExtension(kind?.absent)], display: kind?.text };
}

function participantOf(one: Participation, context: Context): EncounterParticipant {
  const { who, time, roles, period: span, ...rest } = one;
  everyField(rest);
  if (span && time) context.unwritten('participants');
  return {
    type: concepts(roles),
    period: period(span ?? (time && { start: time, end: time })),
    individual: context.refer(who, 'participants', 'individual'),
  };
}

const diagnosesOf = (diagnoses: RecordEncounter['diagnoses'], context: Context): Encounter['diagnosis'] =>
  diagnoses?.map(({ problem, use, rank, ...rest }) => {
    everyField(rest);
    return { condition: context.refer(problem, 'diagnoses', 'problem') ?? {}, use: concept(use), rank };
  });

const locationsOf = (locations: RecordEncounter['locations'], context: Context): Encounter['location'] =>
  locations?.map(({ location, period: span, ...rest }) => {
    everyField(rest);
    return { location: context.refer(location, 'locations', 'location') ?? {}, period: period(span) };
  });
