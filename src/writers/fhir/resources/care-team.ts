import type { CareTeam as RecordCareTeam } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { annotations } from '../datatypes/annotation.ts';
import { conceptAlways, concepts } from '../datatypes/concept.ts';
import { absentReference } from '../datatypes/extension.ts';
import { isSaid, period } from '../datatypes/when.ts';
import { everyField, everyOwnField } from '../every-field.ts';
import type { CareTeam, CareTeamParticipant } from '../fhir-types.ts';
import { headOf } from '../head.ts';

/** People who care for a patient together, as a CareTeam. */
export function careTeam(team: RecordCareTeam, context: Context): CareTeam {
  const { status, categories, name, period: span, members, locations, encounter, ...rest } = team;
  everyOwnField(rest);
  if (locations) context.unwritten('locations');
  return resource<CareTeam>(headOf('CareTeam', team), {
    // FHIR has no word for a status that is not known, and does not insist on one.
    status: status === 'unknown' ? undefined : status,
    category: concepts(categories),
    name,
    subject: context.subject,
    encounter: context.refer(encounter, 'encounter', 'encounter'),
    period: period(span),
    participant: members?.flatMap((one) => participantsOf(one, context)),
    note: annotations(team.notes, context),
  });
}

/** US Core takes one role a participant: who has several stands there several times. */
function participantsOf(
  { who, time, roles, period: span, ...rest }: NonNullable<RecordCareTeam['members']>[number],
  context: Context,
): CareTeamParticipant[] {
  everyField(rest);
  const several = roles?.length ? roles : [undefined];
  return several.map((role) => ({
    role: [conceptAlways(role)],
    member: context.refer(who, 'members', 'member') ?? absentReference,
    period: period(span ?? (isSaid(time) ? { start: time, end: time } : undefined)),
  }));
}
