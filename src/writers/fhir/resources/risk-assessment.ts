import type { Risk } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { annotations } from '../datatypes/annotation.ts';
import { concept } from '../datatypes/concept.ts';
import { dated } from '../datatypes/when.ts';
import { everyOwnField } from '../every-field.ts';
import type { RiskAssessment } from '../fhir-types.ts';
import { headOf } from '../head.ts';

/** What a patient may come to have as a RiskAssessment: it is no condition. */
export function riskAssessment(item: Risk, context: Context): RiskAssessment {
  const { status, code, since, outcomes, basis, ...rest } = item;
  everyOwnField(rest);
  return resource<RiskAssessment>(headOf('RiskAssessment', item), {
    status,
    code: concept(code),
    subject: context.subject,
    ...dated('occurrenceDateTime', since),
    basis: basis?.flatMap((one) => context.refer(one, 'basis', 'any') ?? []),
    prediction: outcomes?.map((outcome) => ({ outcome: concept(outcome) })),
    note: annotations(item.notes, context),
  });
}
