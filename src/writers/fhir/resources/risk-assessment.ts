import type { Risk } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { annotations } from '../datatypes/annotation.ts';
import { concept } from '../datatypes/concept.ts';
import { identifiers } from '../datatypes/identifier.ts';
import { narrative } from '../datatypes/narrative.ts';
import { dated } from '../datatypes/when.ts';
import { everyField } from '../every-field.ts';
import type { RiskAssessment } from '../fhir-types.ts';

/** What a patient may come to have as a RiskAssessment: it is no condition. */
export function riskAssessment(item: Risk, context: Context): RiskAssessment {
  const {
    id,
    identifiers: numbers,
    text,
    authors: _provenance,
    informants: _sources,
    labels: _labels,
    notes,
    status,
    code,
    ...more
  } = item;
  const { since, outcomes, basis, ...rest } = more;
  everyField(rest);
  return resource<RiskAssessment>({
    resourceType: 'RiskAssessment',
    id,
    text: narrative(text),
    identifier: identifiers(numbers),
    status,
    code: concept(code),
    subject: context.subject,
    ...dated('occurrenceDateTime', since),
    basis: basis?.flatMap((one) => context.refer(one, 'basis', 'any') ?? []),
    prediction: outcomes?.map((outcome) => ({ outcome: concept(outcome) })),
    note: annotations(notes, context),
  });
}
