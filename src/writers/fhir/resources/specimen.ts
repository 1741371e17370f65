import type { Specimen as RecordSpecimen } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { annotations } from '../datatypes/annotation.ts';
import { concept, concepts } from '../datatypes/concept.ts';
import { simpleQuantity } from '../datatypes/quantity.ts';
import { dated, isSaid, period } from '../datatypes/when.ts';
import { everyField, everyOwnField } from '../every-field.ts';
import type { Reference, Specimen, SpecimenCollection } from '../fhir-types.ts';
import { headOf } from '../head.ts';

/** A sample as a Specimen. */
export function specimen(sample: RecordSpecimen, context: Context): Specimen {
  const { type, collected, collectedPeriod, collector, quantity, method, bodySites = [], ...more } = sample;
  const { conditions, ...rest } = more;
  everyOwnField(rest);
  if (bodySites.length > 1) context.unwritten('bodySites');
  return resource<Specimen>(headOf('Specimen', sample), {
    type: concept(type),
    subject: context.subject,
    collection: {
      collector: collectorOf(collector, context),
      ...collectedOf({ collected, collectedPeriod }),
      quantity: simpleQuantity(quantity),
      method: concept(method),
      bodySite: concept(bodySites[0]),
    },
    condition: concepts(conditions),
    note: annotations(sample.notes, context),
  });
}

/** FHIR takes one collected[x]: the point, else the span. */
const collectedOf = ({
  collected,
  collectedPeriod,
}: Pick<RecordSpecimen, 'collected' | 'collectedPeriod'>): SpecimenCollection =>
  isSaid(collected) ? dated('collectedDateTime', collected) : { collectedPeriod: period(collectedPeriod) };

/** Who took it; a role and a time have no place here. */
function collectorOf(one: RecordSpecimen['collector'], context: Context): Reference | undefined {
  if (!one) return undefined;
  const { who, time: _a, roles: _b, period: _c, ...rest } = one;
  everyField(rest);
  return context.refer(who, 'collector', 'collector');
}
