import type { Participation } from '../../../record/index.ts';
import type { Context } from '../context.ts';
import { everyField } from '../every-field.ts';
import type { ProcedurePerformer } from '../fhir-types.ts';
import { concept } from './concept.ts';

/** Who did it and in which function; when stands in a Provenance. */
export const performersOf = (
  performers: readonly Participation[] | undefined,
  context: Context,
): ProcedurePerformer[] | undefined => performers?.flatMap((one) => performerOf(one, context) ?? []);

function performerOf(one: Participation, context: Context): ProcedurePerformer | undefined {
  const { who, time: _time, period: _period, roles, ...rest } = one;
  everyField(rest);
  if (roles && roles.length > 1) context.unwritten('performers');
  const actor = context.refer(who, 'performers', 'actor');
  return actor && { function: concept(roles?.[0]), actor };
}
